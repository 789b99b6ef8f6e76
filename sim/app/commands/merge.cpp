// SPDX-License-Identifier: Apache-2.0
// `forestall merge SHARD… -o out.h5`: the bytes of the job as if it had not been split.
#include <fmt/format.h>

#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/session.hpp"
#include "app/job/summary.hpp"
#include "results/assemble.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

int merge_files(const std::vector<std::string>& inputs, const OutputWish& wish,
                const Invocation& invocation) {
    const std::string& out = wish.path;
    const files::Existing existing = output::check_file(out, wish.rule(inputs));
    try {
        const Diagnostics warnings = merge(inputs, out, existing);
        if (!invocation.common.quiet) say_diagnostics(warnings);
    } catch (const std::invalid_argument& e) {
        throw InputError(e.what(), "merge takes every shard of one job, each once");
    }
    const Results results = Results::open(out);
    if (invocation.common.json)
        print_json({{"file", out},
                    {"members", results.members().size()},
                    {"options", results.header().options},
                    {"ensemble_hash", ensemble_hash(results)}});
    else
        print(fmt::format("{}: {} from {}, {}\n", one_line(out),
                          counted(results.members().size(), "member", "members"),
                          counted(inputs.size(), "file", "files"), hash_text(results)));
    return exit_code::done;
}

}  // namespace

void add_merge(Program& program) {
    struct Wish {
        std::vector<std::string> inputs;
        OutputWish out;
    };
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"merge", "Joins the shards of one ensemble into one file",
         "forestall merge part1.h5 part2.h5 part3.h5 part4.h5 -o out.h5"},
        [wish](const Invocation& i) { return merge_files(wish->inputs, wish->out, i); });
    command.add_option("FILE", wish->inputs, "the shards' results files").required();
    add_output(command, wish->out, "results file").required();
}

}  // namespace forestall::app
