// SPDX-License-Identifier: Apache-2.0
// `forestall verify out.h5`: the scenario inside the file, run again member by member, must give
// every stored number and all that the file says of them.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "analysis/search/stored_case.hpp"
#include "analysis/search/verification.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/summary.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

using analysis::Mismatch, analysis::Way;

struct Wish {
    std::string path;
    std::size_t sample = 20;
};

struct Verdict {
    std::size_t checked = 0;
    std::vector<Mismatch> mismatches;
    bool same_program = true;
    std::vector<ValueDifference> said;  ///< labels, attributes: what is not a member's number
    std::string difference;             ///< of `said` and the job, in a sentence, or ""
    bool interrupted = false;

    bool good() const { return mismatches.empty() && difference.empty(); }
};

Verdict compare(const Job& job, const Results& results, const Wish& wish, const Common& common) {
    Verdict verdict;
    const ProgramBuild here = program_build();
    const ProgramBuild& there = results.header().program;
    verdict.same_program = here.version == there.version && here.git_commit == there.git_commit;
    const Demand demand = verdict.same_program ? Demand::everything : Demand::meaning;
    // The file of a run is compared as a whole once it was run again.
    if (!results.has_detail())
        verdict.said = said_differences(results, header_of(job, here), demand);
    verdict.difference = sentence_of(verdict.said);
    // Another version may make the digest of the same world in another way.
    if (verdict.same_program && job_description(job) != results.header().description)
        verdict.difference =
            "the scenario inside the file does not give the job that the file names";
    refuse_large_world(*job.world, columns(job), common.threads, 1, job.continuations);
    std::vector<Way> ways = analysis::usual_ways();
    if (common.threads_given || common.backend_given)
        ways = {{common.backend, common.threads, common.shuffle}};
    const auto positions = analysis::spread(results.members().size(), wish.sample);
    const Interrupt interrupt;
    Progress progress("members", positions.size(), 0, common.quiet);
    for (const std::size_t position : positions) {
        if (interrupt.stop()) {
            verdict.interrupted = true;
            break;
        }
        for (Mismatch& m :
             analysis::rerun(job, results, position, ways[verdict.checked % ways.size()], demand))
            verdict.mismatches.push_back(std::move(m));
        ++verdict.checked;
        progress.advance(1);
    }
    return verdict;
}

Json verdict_json(const Results& results, const Verdict& verdict) {
    Json said = Json::array();
    for (const ValueDifference& d : verdict.said)
        said.push_back({{"what", d.variable},
                        {"where", d.where},
                        {"stored", d.stored},
                        {"recomputed", d.computed},
                        {"values_that_differ", d.differing}});
    Json mismatches = Json::array();
    for (const Mismatch& m : verdict.mismatches)
        mismatches.push_back({{"member", m.member},
                              {"option", m.option},
                              {"variable", m.value.variable},
                              {"where", m.value.where},
                              {"stored", m.value.stored},
                              {"recomputed", m.value.computed},
                              {"values_that_differ", m.value.differing},
                              {"backend", m.way.backend},
                              {"threads", m.way.threads}});
    Json out = {{"file", results.name()},
                {"good", verdict.good()},
                {"members_checked", verdict.checked},
                {"members_in_file", results.members().size()},
                {"options", results.header().options},
                {"mismatches", mismatches},
                {"difference", verdict.difference},
                {"said_otherwise", said},
                {"same_program", verdict.same_program},
                {"written_by",
                 {{"version", results.header().program.version},
                  {"git_commit", results.header().program.git_commit}}},
                {"interrupted", verdict.interrupted},
                {"ensemble_hash", ensemble_hash(results)}};
    if (results.has_detail()) out["member_hash"] = results.hashes().front();
    return out;
}

/// A line for each variable of each member that differs; the first ones.
std::string mismatches_text(const std::vector<Mismatch>& mismatches) {
    constexpr std::size_t most = 20;
    using enum Table::Align;
    Table table({right, left, left, left, left, left, right, left});
    table.row({"member", "option", "variable", "first at", "stored", "now", "values", "run with"});
    for (const Mismatch& m : std::span(mismatches).first(std::min(most, mismatches.size())))
        table.row(
            {std::to_string(m.member), m.option, m.value.variable, m.value.where, m.value.stored,
             m.value.computed, thousands(m.value.differing),
             fmt::format("{}, {}", m.way.backend,
                         counted(static_cast<std::uint64_t>(m.way.threads), "thread", "threads"))});
    std::string out = table.text();
    if (mismatches.size() > most)
        out += fmt::format("and {} more\n", thousands(mismatches.size() - most));
    return out;
}

/// A line for each thing that the file says and the writer would not; the first ones.
std::string said_text(const std::vector<ValueDifference>& said) {
    constexpr std::size_t most = 20;
    using enum Table::Align;
    Table table({left, left, left, left, right});
    table.row({"what", "first at", "stored", "now", "values"});
    for (const ValueDifference& d : std::span(said).first(std::min(most, said.size())))
        table.row({d.variable, d.where, d.stored, d.computed, thousands(d.differing)});
    std::string out = table.text();
    if (said.size() > most) out += fmt::format("and {} more\n", thousands(said.size() - most));
    return out;
}

std::string ending(const Verdict& verdict) {
    if (!verdict.mismatches.empty()) return "some numbers differ from those stored";
    if (!verdict.good())
        return "every number of a member is as stored, but not all that the file says of them";
    return "every number and every hash is as stored";
}

std::string verdict_text(const Results& results, const Verdict& verdict) {
    std::string out;
    if (!verdict.same_program)
        out += fmt::format(
            "The file says that forestall {} ({}) wrote it, this is {} ({}): results may differ "
            "for that reason, and which program it was cannot be found out from here.\n",
            results.header().program.version, results.header().program.git_commit,
            program_build().version, program_build().git_commit);
    if (!verdict.difference.empty())
        out += fmt::format("{}: {}.\n", one_line(results.name()), verdict.difference);
    if (!verdict.said.empty()) out += said_text(verdict.said);
    if (!verdict.mismatches.empty()) out += mismatches_text(verdict.mismatches);
    return out + fmt::format("{}, {}: {} of {} run again, {}\n", one_line(results.name()),
                             hash_text(results), thousands(verdict.checked),
                             counted(results.members().size(), "member", "members"),
                             ending(verdict));
}

int verify(const Wish& wish, const Invocation& invocation) {
    if (wish.sample == 0)
        throw UsageError("a sample of 0 members would check nothing", "for instance --sample 20");
    const Results results = Results::open(wish.path);
    const Job job = analysis::StoredCase(results).job();
    const Verdict verdict = compare(job, results, wish, invocation.common);
    if (invocation.common.json)
        print_json(verdict_json(results, verdict));
    else
        print(verdict_text(results, verdict));
    if (!verdict.good()) return exit_code::finding;
    return verdict.interrupted ? exit_code::interrupted : exit_code::done;
}

}  // namespace

void add_verify(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"verify", "Runs stored members again with other thread counts and compares every number",
         "forestall verify out.h5\nforestall verify out.h5 --sample 100"},
        [wish](const Invocation& invocation) { return verify(*wish, invocation); });
    command.add_option("FILE", wish->path, "results file of an ensemble or a run").required();
    command
        .add_option("--sample", wish->sample,
                    "how many members, spread evenly (default 20, or all if fewer)")
        .check(whole_number(1, most_members))
        .type_name("K");
}

}  // namespace forestall::app
