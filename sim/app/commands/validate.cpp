// SPDX-License-Identifier: Apache-2.0
// `forestall validate DIR`: how far simulated displacement lies from what was counted, beside naive
// forecasts, and how far simulated deaths lie from observed/deaths.csv (validate_deaths.cpp). With
// --facts: stylised facts of violence (validate_facts.cpp). With --warnings: how
// good the desk's warnings are in the model's own runs (validate_warnings.cpp).
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "analysis/displacement.hpp"
#include "analysis/search/hindcast.hpp"
#include "analysis/search/hindcast_scores.hpp"
#include "app/commands/deaths_report.hpp"
#include "app/commands/validate_deaths.hpp"
#include "app/commands/validate_facts.hpp"
#include "app/commands/validate_warnings.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/estimate.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/session.hpp"
#include "results/files.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

struct Wish {
    std::string dir;
    std::string observed;
    std::string mode;
    std::uint64_t members = 50;
    bool no_capacities = false;
    bool facts = false;
    bool warnings = false;
    FactsWish of_facts;
};

struct Case {
    std::shared_ptr<const World> world;
    std::vector<CampSeries> counted;
    std::vector<double> capacities;  ///< of the counted camps, 0 where unknown
    std::vector<std::pair<int, double>>
        total;  ///< all displaced people, (day, persons); none if totals are prescribed
    std::optional<DeathsCase> deaths;
};

CampCounts counts_in_run(const Case& c) {
    std::vector<int> also;
    for (const auto& [day, persons] : c.total) also.push_back(day);
    return tabulate(c.counted, c.world->settings().days, also);
}

constexpr const char* counts_file = "observed/camps.csv";

/// Diagnostics of the counts under the name of the file that was given instead of the scenario's
/// own.
Diagnostics told_of(const Diagnostics& all, const std::string& file) {
    Diagnostics out;
    for (const Diagnostic& d : all.all()) {
        const SourcePosition at{d.at.file == counts_file ? file : d.at.file, d.at.line,
                                d.at.column};
        d.severity == Severity::error ? out.error(at, d.code, d.message, d.hint)
                                      : out.warning(at, d.code, d.message, d.hint);
    }
    out.sort();
    return out;
}

/// The scenario with the counts of another file, if one is given.
Loaded load_case(const Wish& wish) {
    Loaded loaded = load_directory(wish.dir);
    if (wish.observed.empty() || loaded.diagnostics.has_errors()) return loaded;
    loaded.files[counts_file] = files::read_file(wish.observed);
    loaded = load_scenario_text(loaded.files, parameter_tables());
    loaded.diagnostics = told_of(loaded.diagnostics, wish.observed);
    return loaded;
}

void tell_errors(const Diagnostics& diagnostics, const Invocation& invocation) {
    if (invocation.common.json)
        print_json({{"diagnostics", diagnostics_json(diagnostics)}});
    else
        say_diagnostics(diagnostics);
}

/// Deaths are scored beside displacement, unless the command asks for something of displacement.
bool about_deaths_too(const Wish& wish) {
    return wish.observed.empty() && wish.mode.empty() && !wish.no_capacities;
}

std::optional<Case> open_case(const Wish& wish, const Invocation& invocation) {
    const Loaded loaded = load_case(wish);
    if (loaded.diagnostics.has_errors() || !loaded.tables) {
        tell_errors(loaded.diagnostics, invocation);
        return std::nullopt;
    }
    say_warnings(loaded.diagnostics, invocation.common,
                 wish.observed.empty() ? "forestall check " + shell_quoted(wish.dir)
                                       : "the same command with --verbose");
    WorldTables tables = *loaded.tables;
    // Displacement is scored on the violence that happened, whatever makes violence in the
    // scenario's own runs.
    tables.settings.violence_mode = ViolenceMode::scheduled;
    if (wish.no_capacities) tables.settings.use_capacities = false;
    if (wish.mode == "prescribed" && tables.settings.prescribed_total.empty())
        throw UsageError("the scenario has no prescribed totals",
                         "its [displacement] mode must be \"prescribed\"");
    if (wish.mode == "endogenous") {
        tables.settings.displacement = DisplacementMode::endogenous;
        tables.settings.prescribed_total.clear();
    }
    Case out;
    if (about_deaths_too(wish)) out.deaths = deaths_case(loaded);
    if (out.deaths && out.deaths->seen.diagnostics.has_errors()) {
        tell_errors(out.deaths->seen.diagnostics, invocation);
        return std::nullopt;
    }
    for (const auto& camp : loaded.observed.camps) {
        CampSeries series{camp.place, {}};
        for (const auto& count : camp.counts)
            series.counts.emplace_back(count.day, static_cast<double>(count.persons));
        out.counted.push_back(std::move(series));
        double capacity = 0;
        for (const Place& p : tables.places)
            if (p.name == camp.place && p.capacity) capacity = static_cast<double>(*p.capacity);
        out.capacities.push_back(capacity);
    }
    // In an imported instance the total is that of the camps, which is scored as such.
    if (loaded.tables->settings.displacement == DisplacementMode::endogenous)
        for (const auto& count : loaded.observed.total)
            out.total.emplace_back(count.day, count.persons);
    out.world = std::make_shared<const World>(World::build(std::move(tables)));
    if (out.counted.empty() && !wish.observed.empty())
        throw InputError(wish.observed + ": it holds no counts",
                         "write rows of date, location, persons");
    if (out.counted.empty() && out.deaths) return out;
    if (out.counted.empty())
        throw InputError(fmt::format("there are no counts: the scenario has {}",
                                     about_deaths_too(wish)
                                         ? "neither observed/camps.csv nor observed/deaths.csv"
                                         : "no observed/camps.csv"),
                         "name a file with --observed");
    if (counts_in_run(out).days.empty())
        throw InputError((wish.observed.empty() ? std::string(counts_file) : wish.observed) +
                         ": no count lies within the scenario's period");
    return out;
}

Json json_of(const Estimate& e) { return {{"value", e.value}, {"lo", e.lo}, {"hi", e.hi}}; }
Json json_of(double v) { return {{"value", v}, {"lo", v}, {"hi", v}}; }

Json json_of(const DisplacementError& e) {
    return {{"ard", json_of(e.ard)},
            {"ard_rescaled", json_of(e.ard_rescaled)},
            {"mase7", json_of(e.mase7)},
            {"mase30", json_of(e.mase30)},
            {"pooled", json_of(e.pooled)}};
}

struct Baseline {
    const char* key;
    const char* text;
    DisplacementError error;
};

std::vector<Baseline> baselines(const Case& c, const CampCounts& data) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<Baseline> out{{"constant_shares", "shares of the first day, true total",
                               data.complete() ? displacement_error(constant_shares(data), data)
                                               : DisplacementError{nan, nan, nan, nan, nan}},
                              {"last_value", "counts of the first day, held",
                               displacement_error(last_value(data), data)}};
    double known = 0;
    for (const double k : c.capacities) known += k;
    if (known > 0 && data.complete())
        out.push_back({"capacity_split", "true total split by capacity (a leak)",
                       displacement_error(capacity_split(data, c.capacities), data)});
    return out;
}

Json json_of(const TotalError& e) {
    return {{"final_ratio", e.final_ratio},
            {"median_ratio", e.median_ratio},
            {"within_factor", e.within_factor},
            {"mean_relative", e.mean_relative}};
}

Json json_of(const Totals& t) {
    return {{"acceptance_factor", acceptance_factor},
            {"final_ratio", json_of(t.final_ratio)},
            {"median_ratio", json_of(t.median_ratio)},
            {"within_factor", json_of(t.within)},
            {"mean_relative", json_of(t.mean_relative)},
            {"baselines",
             {{"last_value", json_of(t.last_value)}, {"constant_rate", json_of(t.constant_rate)}}}};
}

Json displacement_document(const Case& c, const Hindcast& h) {
    const Scores s = score_members(h);
    Json displacement = {{"ard", json_of(s.ard)},
                         {"ard_rescaled", json_of(s.ard_rescaled)},
                         {"mase7", json_of(s.mase7)},
                         {"mase30", json_of(s.mase30)},
                         {"pooled", json_of(s.pooled)}};
    for (const Baseline& b : baselines(c, h.data))
        displacement["baselines"][b.key] = json_of(b.error);
    displacement["by_camp"] = Json::array();
    for (const CampLine& l : camp_lines(h))
        displacement["by_camp"].push_back({{"camp", l.camp},
                                           {"day", l.day},
                                           {"counted", l.counted},
                                           {"simulated", json_of(l.simulated)},
                                           {"mean_error", l.mean_error}});
    displacement["total_displaced"] = Json::array();
    for (const TotalLine& l : total_lines(h, c.total))
        displacement["total_displaced"].push_back(
            {{"day", l.day}, {"counted", l.counted}, {"simulated", json_of(l.simulated)}});
    if (h.data.complete()) displacement["total"] = json_of(score_totals(h));
    return {
        {"scenario", c.world->settings().title},
        {"members", h.members.size()},
        {"mode", c.world->settings().displacement == DisplacementMode::prescribed ? "prescribed"
                                                                                  : "endogenous"},
        {"capacities", c.world->settings().use_capacities},
        {"days_counted", h.data.days.size()},
        {"displacement", displacement}};
}

std::string three(double v) { return std::isnan(v) ? "-" : fmt::format("{:.3f}", v); }
std::string three(const Estimate& e) {
    return fmt::format("{:.3f} [{:.3f}, {:.3f}]", e.value, e.lo, e.hi);
}

std::string total_displaced_table(const Case& c, const Hindcast& h) {
    using enum Table::Align;
    Table table({left, right, right, right}, "  ");
    const auto start = parse_date(c.world->settings().start_date).value_or(0);
    table.row({"all displaced people", "counted", "simulated", "95 % of members"});
    for (const TotalLine& l : total_lines(h, c.total))
        table.row({date_text(start + l.day), amount(l.counted), amount(l.simulated.value),
                   fmt::format("{} to {}", amount(l.simulated.lo), amount(l.simulated.hi))});
    return table.text();
}

std::string camp_table(const Case& c, const Hindcast& h) {
    using enum Table::Align;
    Table table({left, right, right, right, right}, "  ");
    const auto start = parse_date(c.world->settings().start_date).value_or(0);
    table.row({"place", "last count", "counted", "simulated", "95 % of members"});
    for (const CampLine& l : camp_lines(h))
        table.row({l.camp, date_text(start + l.day), amount(l.counted), amount(l.simulated.value),
                   fmt::format("{} to {}", amount(l.simulated.lo), amount(l.simulated.hi))});
    return table.text();
}

/// Which of the forecasts that know nothing of violence are nearer to the counts, by the error that
/// days with few counts do not lead.
std::string verdict_text(const Case& c, const Hindcast& h, const Scores& s) {
    std::vector<std::string> nearer, farther;
    for (const Baseline& b : baselines(c, h.data))
        if (!std::isnan(b.error.pooled))
            (b.error.pooled < s.pooled.value ? nearer : farther)
                .push_back(fmt::format("'{}' ({:.3f})", b.text, b.error.pooled));
    const auto listed = [](const std::vector<std::string>& names) {
        return fmt::format("{}", fmt::join(names, " and "));
    };
    const std::size_t all = nearer.size() + farther.size();
    if (all == 0) return "";
    std::string out = fmt::format(
        "\nVerdict: off by {:.0f} % of those counted (pooled error), forestall beats {} of {} "
        "naive "
        "forecasts",
        100 * s.pooled.value, farther.size(), all);
    if (!farther.empty()) out += ": " + listed(farther);
    if (nearer.empty()) return out + ".\n";
    return out + fmt::format("; {} {} nearer to the counts{}.\n", listed(nearer),
                             nearer.size() == 1 ? "is" : "are",
                             farther.empty() ? ": it adds nothing here" : "");
}

std::string score_table(const Case& c, const Hindcast& h) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right}, "  ");
    table.row(
        {"error (0 is perfect)", "ARD", "ARD rescaled", "MASE day 7", "MASE day 30", "pooled"});
    const Scores s = score_members(h);
    table.row({"forestall", three(s.ard), three(s.ard_rescaled), three(s.mase7.value),
               three(s.mase30.value), three(s.pooled.value)});
    for (const Baseline& b : baselines(c, h.data)) {
        if (std::isnan(b.error.ard)) continue;
        table.row({b.text, three(b.error.ard), three(b.error.ard_rescaled), three(b.error.mase7),
                   three(b.error.mase30), three(b.error.pooled)});
    }
    if (!h.data.complete())
        return table.text() +
               "  Not every place was counted on every day: days with few counts dominate ARD; "
               "read 'pooled'.\n" +
               verdict_text(c, h, s);
    return table.text() + verdict_text(c, h, s);
}

std::string total_table(const Hindcast& h) {
    using enum Table::Align;
    Table table({left, right, right, right}, "  ");
    const Totals t = score_totals(h);
    table.row({"total, simulated / counted", "last day", "median day",
               fmt::format("days within a factor of {}", acceptance_factor)});
    table.row({"forestall", three(t.final_ratio), three(t.median_ratio),
               fmt::format("{:.0f} %", 100 * t.within.value)});
    const auto naive = [&](const char* name, const TotalError& e) {
        table.row({name, three(e.final_ratio), three(e.median_ratio),
                   fmt::format("{:.0f} %", 100 * e.within_factor)});
    };
    naive("total of day 30, held", t.last_value);
    naive("growth of days 0 to 30, carried on", t.constant_rate);
    return table.text();
}

std::string displacement_text(const Case& c, const Hindcast& h) {
    const Settings& settings = c.world->settings();
    const bool prescribed = settings.displacement == DisplacementMode::prescribed;
    std::string out = fmt::format(
        "{}\n{} members, {} total, {}; {} days counted\n\n{}\n{}", one_line(settings.title),
        h.members.size(), prescribed ? "prescribed" : "endogenous",
        settings.use_capacities ? "capacities known" : "capacities removed", h.data.days.size(),
        camp_table(c, h), score_table(c, h));
    if (!c.total.empty()) out += "\n" + total_displaced_table(c, h);
    if (!prescribed && h.data.complete()) out += "\n" + total_table(h);
    return out;
}

/// Runs and scores deaths, and gives the answer: below that on displacement, or in one document
/// with it. A run cut short before its first member leaves the answer on displacement.
int add_deaths(const Case& c, const Wish& wish, const Invocation& invocation,
               const Interrupt& interrupt, Json document) {
    const auto deaths = score_deaths(*c.deaths, wish.members, invocation.common, &interrupt.stop());
    const std::size_t done = deaths ? deaths->members : 0;
    const bool displacement = !c.counted.empty();
    if (done < wish.members && (done > 0 || !displacement || !invocation.common.json))
        say_cut_short(done, wish.members, invocation);
    if (done == 0 && !displacement) return exit_code::interrupted;
    if (invocation.common.json) {
        if (!displacement) document["scenario"] = c.world->settings().title;
        if (!displacement) document["members"] = done;
        if (deaths) document["deaths"] = deaths_document(*deaths);
        if (deaths) document["places"] = places_document(*deaths);
        print_json(document);
    } else if (deaths) {
        print((displacement ? "\n" : one_line(c.world->settings().title) + "\n") +
              deaths_report(*deaths));
    }
    return done == wish.members ? exit_code::done : exit_code::interrupted;
}

/// Options of the one kind of validation do not go with the others.
void refuse_beside_warnings(const Wish& wish) {
    const FactsWish& facts = wish.of_facts;
    if (wish.facts || !wish.mode.empty() || wish.no_capacities || !wish.observed.empty() ||
        !facts.ucdp.empty() || facts.reported || facts.strict)
        throw UsageError("--warnings are of the model's own runs: there is nothing to compare with",
                         "beside it, only --members");
}

FactsWish facts_wish(const Wish& wish) {
    if (!wish.mode.empty() || wish.no_capacities)
        throw UsageError("--mode and --no-capacities are about displacement, not about --facts");
    FactsWish out = wish.of_facts;
    if (!wish.observed.empty())
        out.ucdp.push_back(wish.observed);  // what was observed of violence is events
    out.dir = wish.dir;
    out.members = wish.members;
    return out;
}

int validate(const Wish& wish, const Invocation& invocation) {
    if (wish.warnings) {
        refuse_beside_warnings(wish);
        return validate_warnings(wish.dir, wish.members, invocation);
    }
    if (wish.facts) return validate_facts(facts_wish(wish), invocation);
    if (!wish.of_facts.ucdp.empty() || wish.of_facts.reported || wish.of_facts.strict)
        throw UsageError("--ucdp, --reported and --strict are about stylised facts", "add --facts");
    const auto found = open_case(wish, invocation);
    if (!found) return exit_code::bad_input;
    refuse_large_world(*found->world, 1, invocation.common.threads, wish.members);
    const Interrupt interrupt;
    Json document;
    if (!found->counted.empty()) {
        const Hindcast h =
            run_hindcast(*found->world, counts_in_run(*found), invocation.common.seed, wish.members,
                         invocation.common.parallel(), &interrupt.stop());
        const bool whole = h.members.size() == wish.members;
        if (!whole) say_cut_short(h.members.size(), wish.members, invocation);
        if (h.members.empty()) return exit_code::interrupted;
        if (!invocation.common.json) print(displacement_text(*found, h));
        if (invocation.common.json) document = displacement_document(*found, h);
        if (whole && found->deaths)
            return add_deaths(*found, wish, invocation, interrupt, document);
        if (invocation.common.json) print_json(document);
        return whole ? exit_code::done : exit_code::interrupted;
    }
    return add_deaths(*found, wish, invocation, interrupt, document);
}

}  // namespace

void add_validate(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"validate",
         "Compares simulated displacement or violence with what was observed, warnings with onsets",
         "forestall validate scenarios/central-african-republic --members 50\n"
         "forestall validate scenarios/two-rivers --facts --ucdp ged.csv\n"
         "forestall validate scenarios/two-rivers --warnings --members 200"},
        [wish](const Invocation& invocation) { return validate(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command
        .add_option(
            "--observed", wish->observed,
            "counts: date, location, persons (default observed/camps.csv); with --facts: as --ucdp")
        .type_name("FILE");
    command.add_option("--members", wish->members, "members to run (default 50)")
        .check(whole_number(1, 100000))
        .type_name("N");
    command
        .add_option("--mode", wish->mode,
                    "run with this source of totals instead of the scenario's")
        .check(one_of_listed({"prescribed", "endogenous"}));
    command.add_flag("--no-capacities", wish->no_capacities,
                     "ignore the capacities of camps, which leak the outcome");
    command.add_flag("--facts", wish->facts,
                     "stylised facts of violence instead: tails, bursts, clusters, zones");
    command.add_flag("--warnings", wish->warnings,
                     "instead: how well the desk warns of mass killing in the model's own runs");
    command
        .add_option("--ucdp", wish->of_facts.ucdp,
                    "with --facts: UCDP's georeferenced events as CSV, to compare with")
        .type_name("FILE");
    command.add_flag("--reported", wish->of_facts.reported,
                     "with --facts: civilian deaths as observers report them");
    command.add_flag("--strict", wish->of_facts.strict,
                     "with --facts: exit code 1 if any fact misses its target");
}

}  // namespace forestall::app
