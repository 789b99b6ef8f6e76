// SPDX-License-Identifier: Apache-2.0
#include "app/frame/output_file.hpp"

#include "app/frame/command.hpp"

namespace forestall::app {

CLI::Option* add_output(CLI::App& command, OutputWish& wish, const std::string& text) {
    command.add_flag("--overwrite", wish.overwrite,
                     "replace what is there under the name given with -o");
    return command.add_option("-o,--output", wish.path, text)->type_name("FILE");
}

void add_resumable_output(CLI::App& command, OutputWish& wish, const std::string& text) {
    add_output(command, wish, text)->required();
    command
        .add_flag("--resume", wish.resume,
                  "continue an unfinished run; a finished one is left as it is")
        ->excludes(command.get_option("--overwrite"));
}

}  // namespace forestall::app
