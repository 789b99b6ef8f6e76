// SPDX-License-Identifier: Apache-2.0
#include "app/frame/output_file.hpp"

namespace forestall::app {

namespace {

Argument add_overwrite(const Command& command, OutputWish& wish) {
    return command.add_flag("--overwrite", wish.overwrite,
                            "replace what is there under the name given with -o");
}

Argument add_path(const Command& command, OutputWish& wish, const std::string& text) {
    return command.add_option("-o,--output", wish.path, text).type_name("FILE");
}

}  // namespace

Argument add_output(const Command& command, OutputWish& wish, const std::string& text) {
    add_overwrite(command, wish);
    return add_path(command, wish, text);
}

void add_resumable_output(const Command& command, OutputWish& wish, const std::string& text) {
    const Argument overwrite = add_overwrite(command, wish);
    add_path(command, wish, text).required();
    command
        .add_flag("--resume", wish.resume,
                  "continue an unfinished run; a finished one is left as it is")
        .excludes(overwrite);
}

}  // namespace forestall::app
