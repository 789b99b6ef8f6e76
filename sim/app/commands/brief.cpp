// SPDX-License-Identifier: Apache-2.0
// `forestall brief run.h5 --week N [--seat NAME] [-o brief.html]`: what was known then.
#include "app/exercise/brief.hpp"

#include <fmt/format.h>

#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/design_table.hpp"
#include "app/page/context.hpp"
#include "core/visible.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string path;
    std::int64_t week = 0;
    std::string seat;
    OutputWish out;
    Argument out_given;
};

std::string again_text(const Wish& wish, const Results& results) {
    return fmt::format("{}\nforestall brief {} --week {}{} -o {}", run_command(results, wish.path),
                       shell_file(wish.path), wish.week,
                       wish.seat.empty() ? "" : " --seat " + shell_quoted(wish.seat),
                       shell_file(wish.out.path));
}

int brief(const Wish& wish, const Invocation& invocation) {
    files::Existing existing = files::Existing::keep;
    const bool page = wish.out_given.given();
    if (page) existing = output::check_file(wish.out.path, wish.out.rule({wish.path}));
    const Results results = open_without_design(wish.path, "brief");
    const analysis::StoredCase stored(results);
    const exercise::Brief said = exercise::brief_of(stored, wish.week, wish.seat);
    if (page) {
        const ProgramBuild build = program_build();
        files::write_atomically(
            wish.out.path,
            exercise::brief_page(said, wish.path,
                                 fmt::format("forestall {} ({})", build.version, build.git_commit),
                                 again_text(wish, results)),
            {}, existing);
    }
    if (invocation.common.json) {
        Json out = exercise::to_json(said);
        out["file"] = wish.path;
        if (page) out["page"] = wish.out.path;
        print_json(out);
    } else {
        print(page ? fmt::format("Brief: {}\n", one_line(wish.out.path))
                   : exercise::brief_text(said));
    }
    return exit_code::done;
}

}  // namespace

void add_brief(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"brief", "What was known in a week of a run, by the desk or a seat of the exercise",
         "forestall brief run.h5 --week 26\n"
         "forestall brief run.h5 --week 26 --seat 'Relief and rights' -o brief.html"},
        [wish](const Invocation& invocation) { return brief(*wish, invocation); });
    command.add_option("FILE", wish->path, "results file of a run").required();
    command.add_option("--week", wish->week, "at whose end, from 1").required().type_name("N");
    command
        .add_option("--seat", wish->seat,
                    "who knew it: a seat of the scenario's exercise, or of one made from its "
                    "partners (default: the model's own desk)")
        .type_name("NAME");
    wish->out_given = add_output(command, wish->out, "page, in place of text on the terminal");
}

}  // namespace forestall::app
