// SPDX-License-Identifier: Apache-2.0
// `forestall licences`: the licences of the program and of everything that it carries, in full.
#include "analysis/report/licences.hpp"

#include <fmt/format.h>

#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {
namespace {

int tell_licences(const Invocation& invocation) {
    Json list = Json::array();
    std::string contents, texts;
    for (const report::Licence& l : report::licences()) {
        list.push_back({{"name", l.name}, {"licence", l.spdx}, {"in", l.where}, {"text", l.text}});
        contents += fmt::format("{}: {} (in: {})\n", l.name, l.spdx, l.where);
        texts += fmt::format("\n{0:=<80}\n{1}: {2}\n{0:=<80}\n\n{3}\n", "", l.name, l.spdx, l.text);
    }
    if (invocation.common.json)
        print_json({{"licences", list}});
    else
        print(contents + texts);
    return exit_code::done;
}

}  // namespace

void add_licences(Program& program) {
    program.add({"licences", "Prints the licences of the program and of everything that it carries",
                 "forestall licences\nforestall licences --json"},
                [](const Invocation& invocation) { return tell_licences(invocation); });
}

}  // namespace forestall::app
