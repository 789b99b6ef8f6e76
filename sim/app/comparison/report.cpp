// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/tail.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace comparison;

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

Json json_of_option(const Report& report, std::size_t at) {
    const Comparison& c = report.comparison;
    const OptionFigures& f = c.options[at];
    Json out = {{"name", f.name},
                {"mean", json_of(f.mean)},
                {"difference", json_of(f.difference)},
                {"difference_from_best", json_of(c.pairs.from_best[at])},
                {"members_changed", f.members_changed},
                {"p_best", json_of(f.p_best)},
                {"p_worse", json_of(f.p_worse)},
                {"p_best_on_average", json_of(f.p_best_on_average)},
                {"p_worse_on_average", json_of(f.p_worse_on_average)},
                {"regret", json_of(f.regret)},
                {"regret_of_mean", number(f.regret_of_mean)},
                {"cvar", json_of(f.cvar)},
                {"cost", json_of(f.cost)},
                {"extra_cost", json_of(f.extra_cost)},
                {"cost_per_death_averted", json_of(f.cost_per_death_averted)},
                {"cost_per_displacement_averted", json_of(f.cost_per_displacement_averted)},
                {"variance_reduction", json_of(f.variance_reduction)},
                {"independent_members", json_of(f.independent_members)}};
    out["harm_by_group"] = Json::array();
    for (const GroupHarm& g : f.harm)
        out["harm_by_group"].push_back({{"group", g.group},
                                        {"deaths", json_of(g.deaths)},
                                        {"displaced", json_of(g.displaced)}});
    out["acceptability"] = {{"deaths", c.acceptability_deaths.chance[at]},
                            {"displaced", c.acceptability_displaced.chance[at]}};
    return out;
}

std::string with_interval(const Figure& f) {
    if (!std::isfinite(f.value)) return "not defined";
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

std::string percent(const Figure& f) {
    return fmt::format("{:.0f} ±{:.1f} %", 100 * f.value, 100 * f.error);
}

std::string short_text(const Figure& f) {
    return std::isfinite(f.value) ? fmt::format("{} ±{}", readable(f.value), readable(f.error))
                                  : "-";
}

std::string effects_table(const Report& report) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right, right});
    table.row({"option", "mean", "difference (95 %) ±", "best", "worse", "regret", "worst tenth"});
    const Comparison& c = report.comparison;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        table.row({f.name, short_text(f.mean),
                   o == c.baseline ? "baseline" : with_interval(f.difference), percent(f.p_best),
                   o == c.baseline ? "-" : percent(f.p_worse), short_text(f.regret),
                   short_text(f.cvar)});
    }
    return table.text();
}

std::string costs_table(const Report& report) {
    using enum Table::Align;
    Table table({left, right, right, right, right});
    table.row({"option", "cost, " + report.wording.currency, "a death averted",
               "a displacement averted", "pairing saves"});
    const Comparison& c = report.comparison;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool base = o == c.baseline;
        table.row(
            {f.name, short_text(f.cost), base ? "-" : with_interval(f.cost_per_death_averted),
             base ? "-" : with_interval(f.cost_per_displacement_averted),
             std::isfinite(f.variance_reduction.value)
                 ? fmt::format("{}× ({} to {})", readable(f.variance_reduction.value),
                               readable(f.variance_reduction.lo), readable(f.variance_reduction.hi))
                 : "-"});
    }
    return table.text();
}

std::string who(const Figure& f) {
    if (f.lo > 0) return "loses";
    return f.hi < 0 ? "gains" : "inconclusive";
}

std::string harm_table(const Report& report) {
    using enum Table::Align;
    Table table({left, left, right, left, right, left});
    table.row({"option", "group", "deaths, difference (95 %) ±", "",
               "displaced, difference (95 %) ±", ""});
    bool any = false;
    for (std::size_t o = 0; o < report.comparison.options.size(); ++o) {
        if (o == report.comparison.baseline) continue;
        for (const GroupHarm& g : report.comparison.options[o].harm) {
            any = true;
            table.row({report.comparison.options[o].name, g.group, with_interval(g.deaths),
                       who(g.deaths), with_interval(g.displaced), who(g.displaced)});
        }
    }
    return any ? "\nBy identity group\n" + table.text() : "";
}

/// What the heads of the tables mean.
std::string legend(const Comparison& c) {
    return fmt::format(
        "best, worse: share of members in which it is the best of all, or worse than '{}'.\n"
        "regret: how far it is from the best of each member, on average. worst tenth: mean of the "
        "worst tenth of members.\n"
        "pairing saves: how many times as many members would be needed without shared luck.\n"
        "inconclusive: the interval includes 0. not defined: that nothing is averted is not ruled "
        "out.\n",
        c.options[c.baseline].name);
}

}  // namespace

Json json_of(const Figure& f) {
    return {{"value", number(f.value)},
            {"lo", number(f.lo)},
            {"hi", number(f.hi)},
            {"error", number(f.error)}};
}

Json report_json(const Report& report) {
    const Comparison& c = report.comparison;
    Json out = {{"file", report.file},
                {"outcome", report.outcome},
                {"outcome_text", report.text},
                {"less_is_better", c.less_is_better},
                {"baseline", c.options[c.baseline].name},
                {"members", c.members},
                {"best", c.options[c.pairs.best].name},
                {"price_year", report.wording.price_year},
                {"discount", report.wording.discount},
                {"currency", report.wording.currency}};
    out["not_told_from_best"] = Json::array();
    for (const std::size_t o : c.pairs.not_told)
        out["not_told_from_best"].push_back(c.options[o].name);
    out["options"] = Json::array();
    for (std::size_t o = 0; o < c.options.size(); ++o)
        out["options"].push_back(json_of_option(report, o));
    out["willingness_to_pay"] = c.acceptability_deaths.willingness;
    out["verdict"] = verdict(c, report.wording);
    return out;
}

std::string report_text(const Report& report) {
    const Comparison& c = report.comparison;
    std::string out =
        fmt::format("{}, {} paired with '{}'", report.text, counted(c.members, "member", "members"),
                    c.options[c.baseline].name);
    if (c.members < report.members_in_file)
        out += fmt::format(" (of {} in the file: those that every option was run on)",
                           thousands(report.members_in_file));
    return out + "\n\n" + effects_table(report) + "\n" + costs_table(report) + harm_table(report) +
           (c.members < fewest_for_worst_tenth
                ? fmt::format("\nThe worst tenth is given from {} members on.\n",
                              fewest_for_worst_tenth)
                : "") +
           "\nIntervals of differences hold together with 95 % confidence; ± is the Monte Carlo "
           "error.\n" +
           legend(c) + "\n" + verdict(c, report.wording) + "\n";
}

}  // namespace forestall::app
