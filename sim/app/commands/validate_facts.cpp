// SPDX-License-Identifier: Apache-2.0
#include "app/commands/validate_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/facts/facts.hpp"
#include "analysis/search/fact_members.hpp"
#include "analysis/search/ucdp_history.hpp"
#include "app/describe/tally_report.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/estimate.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/session.hpp"
#include "results/files.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

struct Source {
    std::string file;
    UcdpReading reading;
};

/// Nothing on errors, which are told.
std::optional<std::vector<Source>> read_sources(const FactsWish& wish,
                                                const Invocation& invocation) {
    std::vector<Source> out;
    Diagnostics all;
    for (const std::string& file : wish.ucdp) {
        out.push_back({file, read_ucdp(file, files::read_file(file))});
        for (const Diagnostic& d : out.back().reading.diagnostics.all())
            d.severity == Severity::error ? all.error(d.at, d.code, d.message, d.hint)
                                          : all.warning(d.at, d.code, d.message, d.hint);
    }
    if (all.has_errors()) {
        if (invocation.common.json)
            print_json({{"diagnostics", diagnostics_json(all)}});
        else
            say_diagnostics(all);
        return std::nullopt;
    }
    say_warnings(all, invocation.common, "the same command with --verbose");
    return out;
}

Json json_of(const Estimate& e) { return {{"value", e.value}, {"lo", e.lo}, {"hi", e.hi}}; }

std::string why_not_observed(const FactLine& line, bool any_file) {
    if (!line.spec->not_in_ucdp.empty())
        return "not measurable: " + std::string(line.spec->not_in_ucdp);
    if (!any_file) return "no file given";
    return std::isnan(line.observed.value) ? "too few events" : "";
}

Json document(const Session& session, const FactsWish& wish, const std::vector<Source>& sources,
              const std::vector<FactLine>& lines) {
    Json facts = Json::array();
    for (const FactLine& line : lines) {
        Json by_file = Json::array();
        for (std::size_t i = 0; i < line.by_history.size(); ++i)
            by_file.push_back(
                {{"file", sources[i].file}, {"estimate", json_of(line.by_history[i])}});
        facts.push_back({{"name", line.spec->name},
                         {"target_lo", line.spec->target_lo},
                         {"target_hi", line.spec->target_hi},
                         {"simulated", json_of(line.simulated)},
                         {"observed", json_of(line.observed)},
                         {"verdict", verdict_text(line.verdict)},
                         {"members_measured", line.measured},
                         {"observed_by_file", by_file},
                         {"observed_note", why_not_observed(line, !sources.empty())},
                         {"meaning", line.spec->meaning},
                         {"source", line.spec->source}});
    }
    Json files = Json::array();
    for (const Source& s : sources)
        files.push_back({{"file", s.file},
                         {"rows", s.reading.rows},
                         {"events", s.reading.events.size()},
                         {"read", tally_json(s.reading.tally)},
                         {"diagnostics", diagnostics_json(s.reading.diagnostics)}});
    return {{"scenario", session.world->settings().title},
            {"members", wish.members},
            {"counting", wish.reported ? "reported" : "happened"},
            {"facts", facts},
            {"ucdp", files}};
}

std::string number(double v) { return std::isnan(v) ? "-" : fmt::format("{:.2f}", v); }

std::string text_of(const Estimate& e) {
    if (std::isnan(e.value)) return "-";
    return std::isnan(e.lo) ? number(e.value)
                            : fmt::format("{:.2f} [{:.2f}, {:.2f}]", e.value, e.lo, e.hi);
}

std::string target_text(const FactSpec& spec) {
    if (std::isnan(spec.target_lo)) return "-";
    return std::isinf(spec.target_hi) ? fmt::format("above {}", spec.target_lo)
                                      : fmt::format("{} to {}", spec.target_lo, spec.target_hi);
}

std::string table_text(const FactsWish& wish, const std::vector<FactLine>& lines, bool any_file) {
    using enum Table::Align;
    Table table({left, left, left, right, left, left}, "  ");
    table.row({"fact", "target", "simulated [95 %]", "members", any_file ? "UCDP [95 %]" : "UCDP",
               "simulated is"});
    for (const FactLine& line : lines) {
        const std::string why = why_not_observed(line, any_file);
        table.row({std::string(line.spec->name), target_text(*line.spec), text_of(line.simulated),
                   fmt::format("{}/{}", line.measured, wish.members),
                   why.empty() ? text_of(line.observed) : why,
                   std::string(verdict_text(line.verdict))});
    }
    return table.text();
}

/// "; left out: 3 no date, 1 no position" or "".
std::string reasons_text(const UcdpReading& reading) {
    std::string out;
    for (const auto& [reason, amount] : reading.tally.all_rows().dropped)
        out += fmt::format("{} {:.0f} {}", out.empty() ? "; left out:" : ",", amount, reason);
    return out;
}

void print_text(const Session& session, const FactsWish& wish, const std::vector<Source>& sources,
                const std::vector<FactLine>& lines) {
    print(fmt::format("{}\n{}, deaths as {}\n\n{}\n", one_line(session.world->settings().title),
                      counted(wish.members, "member", "members"),
                      wish.reported ? "reported" : "they happened",
                      table_text(wish, lines, !sources.empty())));
    if (sources.empty())
        print(
            "For the observed column: --ucdp FILE, UCDP's georeferenced events as CSV "
            "(https://ucdp.uu.se/downloads).\n");
    for (const Source& s : sources)
        print(fmt::format("{}: {} of {} read{}\n", one_line(s.file),
                          thousands(s.reading.events.size()),
                          counted(s.reading.rows, "row", "rows"), reasons_text(s.reading)));
    if (sources.size() > 1)
        print("UCDP: median and range of the files; facts of years are of all files together.\n");
    print("What each fact is, and what its target rests on: docs/methods/stylised-facts.md\n");
}

bool misses(const FactLine& line) {
    return line.verdict == Verdict::outside || line.verdict == Verdict::not_measured;
}

}  // namespace

int validate_facts(const FactsWish& wish, const Invocation& invocation) {
    const auto session = open_session(wish.dir, invocation);
    if (!session) return exit_code::bad_input;
    const auto sources = read_sources(wish, invocation);
    if (!sources) return exit_code::bad_input;
    std::vector<History> observed;
    for (const Source& s : *sources) observed.push_back(analysis::history_of(s.reading));
    refuse_large_world(*session->world, 1, invocation.common.threads, wish.members);
    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    const auto members = run_histories(*session->world, invocation.common.seed, wish.members,
                                       wish.reported ? Counting::reported : Counting::happened,
                                       parallel, &interrupt.stop());
    const bool whole = members.size() == wish.members;
    if (!whole) say_cut_short(members.size(), wish.members, invocation);
    if (members.empty()) return exit_code::interrupted;
    FactsWish done = wish;
    done.members = members.size();
    const auto lines = fact_table(members, observed, parallel, {.seed = invocation.common.seed});
    if (invocation.common.json)
        print_json(document(*session, done, *sources, lines));
    else
        print_text(*session, done, *sources, lines);
    if (!whole) return exit_code::interrupted;
    return wish.strict && std::any_of(lines.begin(), lines.end(), misses) ? exit_code::finding
                                                                          : exit_code::done;
}

}  // namespace forestall::app
