// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/report.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/settling.hpp"
#include "analysis/comparison/tail.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace comparison;

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

const char* clear_word(Clear clear) {
    static constexpr std::array<const char*, 5> words = {"better", "worse", "open", "few", "none"};
    return words[static_cast<std::size_t>(clear)];
}

/// With what would settle it.
template <class Answer>
Json settled(const Answer& answer, std::size_t members) {
    Json out = json_of(answer);
    out["members_to_settle"] = number(members_to_settle(answer, members));
    return out;
}

Json outlook_json(const Outlook& o) {
    return {{"deaths_middle", json_of(o.middle_deaths)},
            {"deaths_one_in_ten", json_of(o.one_in_ten)},
            {"mass_killing", json_of(o.mass_killing)},
            {"displaced_peak_middle", json_of(o.middle_displaced)}};
}

Json json_of_option(const Report& report, std::size_t at) {
    const Comparison& c = report.comparison;
    const OptionFigures& f = c.options[at];
    Json out = {{"name", f.name},
                {"mean", json_of(f.mean)},
                {"difference", json_of(f.difference)},
                {"difference_from_best", json_of(c.pairs.from_best[at])},
                {"typical", settled(f.answers.deaths, c.members)},
                {"mass_killing", settled(f.answers.killing, c.members)},
                {"displacement", settled(f.answers.displaced, c.members)},
                {"members_changed", f.members_changed},
                {"changed", json_of(f.changed)},
                {"few", f.few},
                {"p_best", json_of(f.p_best)},
                {"p_worse", json_of(f.p_worse)},
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

/// "38 of 40": a count, not a chance.
std::string count_text(const Figure& f, std::size_t members) {
    const double count = f.value * static_cast<double>(members);
    return fmt::format("{} of {}", readable(std::round(10 * count) / 10), members);
}

std::string factor_cell(const Typical& t, std::size_t members, const Words& words) {
    if (t.clear == Clear::none) return "no change seen";
    if (t.clear == Clear::few) return few_text(t, members, "members");
    return fmt::format("{} ({}){}", factor_text(t.ratio.value, words), factor_range(t.ratio, words),
                       t.clear == Clear::open ? "" : " *");
}

std::string killing_cell(const Catastrophe& k) {
    if (!std::isfinite(k.chance.value)) return "-";
    return fmt::format("{} ({}){}", points_text(k.difference.value), points_range(k.difference),
                       k.clear == Clear::better || k.clear == Clear::worse ? " *" : "");
}

/// "about 900 members" until what a typical future's deaths say is clear.
std::string settling_cell(const Typical& t, std::size_t members) {
    const std::string text = settle_text(members_to_settle(t, members));
    if (text.empty()) return "-";
    return t.clear == Clear::few ? text + " or more" : text;
}

/// The three answers, each clear or not.
std::string answers_table(const Comparison& c) {
    using enum Table::Align;
    Table table({left, left, right, left, left, left});
    table.row({"option", "deaths, typical future", "fewer, more in", "its deaths clear with",
               "chance of mass killing", "displacement at the peak"});
    std::vector<std::size_t> order{c.baseline};
    for (const std::size_t o : ranked(c)) order.push_back(o);
    for (const std::size_t o : order) {
        const Answers& a = c.options[o].answers;
        if (o == c.baseline)
            table.row(
                {c.options[o].name, "-", "-", "-", chance_words(a.killing.chance.value), "-"});
        else
            table.row({c.options[o].name, factor_cell(a.deaths, c.members, of_people),
                       fmt::format("{}, {}", a.deaths.less, a.deaths.more),
                       settling_cell(a.deaths, c.members), killing_cell(a.killing),
                       factor_cell(a.displaced, c.members, of_much)});
    }
    return table.text();
}

std::string short_text(const Figure& f) {
    return std::isfinite(f.value) ? fmt::format("{} ±{}", readable(f.value), readable(f.error))
                                  : "-";
}

/// What changes too few members has no interval to rely on.
std::string difference_text(const OptionFigures& f) {
    return f.few ? readable(f.difference.value) + ", too few differ" : with_interval(f.difference);
}

std::string effects_table(const Report& report) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right, right});
    table.row({"option", "mean", "difference (95 %) ±", "best", "worse", "regret", "worst tenth"});
    const Comparison& c = report.comparison;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        table.row({f.name, short_text(f.mean), o == c.baseline ? "baseline" : difference_text(f),
                   count_text(f.p_best, c.members),
                   o == c.baseline ? "-" : count_text(f.p_worse, c.members), short_text(f.regret),
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

constexpr const char* open_words = "inconclusive";

std::string who(const Figure& f) {
    if (f.lo > 0) return "loses";
    return f.hi < 0 ? "gains" : open_words;
}

std::string harm_table(const Report& report) {
    using enum Table::Align;
    Table table({left, left, right, left, right, left});
    table.row({"option", "group", "deaths, difference (95 %) ±", "",
               "displaced, difference (95 %) ±", ""});
    std::size_t clear = 0, all = 0;
    for (std::size_t o = 0; o < report.comparison.options.size(); ++o) {
        if (o == report.comparison.baseline) continue;
        for (const GroupHarm& g : report.comparison.options[o].harm) {
            ++all;
            if (who(g.deaths) == open_words && who(g.displaced) == open_words) continue;
            ++clear;
            table.row({report.comparison.options[o].name, g.group, with_interval(g.deaths),
                       who(g.deaths), with_interval(g.displaced), who(g.displaced)});
        }
    }
    if (all == 0) return "";
    const std::string head = "\nBy identity group";
    if (clear == 0)
        return fmt::format("{}: nothing is clear for any of {} (--json has them)\n", head, all);
    if (clear == all) return head + "\n" + table.text();
    return fmt::format("{}; {} others are inconclusive (--json has them)\n{}", head, all - clear,
                       table.text());
}

/// What the heads of the tables mean.
std::string legend(const Comparison& c) {
    return fmt::format(
        "best, worse: members in which it is the best of all (ties shared), or worse than '{}'.\n"
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

Json json_of(const Typical& t) {
    Json out = json_of(t.ratio);
    out["clear"] = clear_word(t.clear);
    out["members_less"] = t.less;
    out["members_more"] = t.more;
    out["changed"] = json_of(t.changed);
    return out;
}

Json json_of(const Catastrophe& k) {
    Json out = json_of(k.difference);
    out["clear"] = clear_word(k.clear);
    out["chance"] = json_of(k.chance);
    out["members_averted"] = k.averted;
    out["members_caused"] = k.caused;
    return out;
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
    const Lead lead = lead_of(c);
    out["lead"] = {{"option", c.options[lead.option].name},
                   {"clear", lead.found},
                   {"not_told", Json::array()}};
    for (const std::size_t o : lead.rivals) out["lead"]["not_told"].push_back(c.options[o].name);
    out["outlook"] = outlook_json(c.outlook);
    out["shift"] = shift;
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
    return out + "\n\n" + verdict(c, report.wording) + "\n\n" + answers_table(c) +
           "* clear: the 95 % intervals of all options and all three answers hold together. clear "
           "with: so many members\nwould be enough if the difference is as it looks now.\n\n" +
           effects_table(report) + "\n" + costs_table(report) + harm_table(report) +
           (c.members < fewest_for_worst_tenth
                ? fmt::format("\nThe worst tenth is given from {} members on.\n",
                              fewest_for_worst_tenth)
                : "") +
           "\nIntervals of differences hold together with 95 % confidence; ± is the Monte Carlo "
           "error.\n" +
           legend(c);
}

}  // namespace forestall::app
