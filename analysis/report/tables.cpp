// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/report/drawings.hpp"
#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

/// What an interval says, in a word and a sign: never by colour alone.
std::string who(const Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    return f.lo > 0 ? "▲ loses" : f.hi < 0 ? "▼ gains" : "· not told";
}

std::string chance_text(const Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    return fmt::format("{} ({:.0f} to {:.0f} %)", percent_text(f.value), 100 * f.lo, 100 * f.hi);
}

Markup option_cell(const Context& context, const std::string& name) {
    const auto at = context.options.find(name);
    std::string out = "<b>" + escaped(name) + "</b>";
    if (at != context.options.end() && !at->second.title.empty() && at->second.title != name)
        out += "<br><span class=\"sub\">" + escaped(at->second.title) + "</span>";
    if (at != context.options.end())
        for (const std::string& action : at->second.actions)
            out += "<br><span class=\"sub\">" + escaped(action) + "</span>";
    return {out};
}

/// −1 full improvement to 1 full harm, as a class of five; the sign and number stand in the cell too.
std::string shade(const Figure& f, double most, bool less_is_better) {
    if (!std::isfinite(f.value) || most <= 0) return "";
    const double harm = (less_is_better ? 1 : -1) * f.value / most;
    if (std::fabs(harm) < 0.1) return "s0";
    return fmt::format("{}{}", harm > 0 ? "h" : "g", std::fabs(harm) > 0.6 ? 3 : std::fabs(harm) > 0.3 ? 2 : 1);
}

}  // namespace

std::string options_table(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        fmt::format("What each option changes: {} per member, against '{}' (intervals of differences hold "
                    "together with 95 % confidence)",
                    compared.wording.outcome, c.options[c.baseline].name),
        {"option", "mean", "difference (95 %)", "chance of being best", "chance of being worse than nothing", "regret",
         "worst tenth", "cost, " + compared.wording.currency});
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool base = o == c.baseline;
        table.cell(option_cell(context, f.name)).number(figure_text(f.mean.value));
        table.number(base ? "baseline" : interval_text(f.difference)).number(chance_text(f.p_best));
        table.number(base ? "–" : chance_text(f.p_worse)).number(figure_text(f.regret.value));
        table.number(figure_text(f.cvar.value)).number(money_text(f.cost));
        table.end_row(o == c.pairs.best ? "best" : "");
    }
    return table.html();
}

std::string costs_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        fmt::format("What it costs: {}, prices of {}, discounted by {:.3g} % a year, with 95 % intervals; "
                    "– where the option is not told from averting nothing",
                    compared.wording.currency, compared.wording.price_year, 100 * compared.wording.discount),
        {"option", "extra cost", "cost per death averted", "cost per displacement averted",
         "on the front of cost and outcome"});
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool front = std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        table.cell(f.name).number(o == c.baseline ? "–" : money_text(f.extra_cost));
        table.number(money_text(f.cost_per_death_averted)).number(money_text(f.cost_per_displacement_averted));
        table.cell(front ? "★ yes" : "no: another is better and cheaper").end_row();
    }
    return table.html();
}

std::string groups_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        "Difference from the baseline by identity group; intervals of one outcome hold together over all "
        "options and groups",
        {"option", "group", "deaths (95 %)", "deaths: who", "displaced at the end (95 %)", "displaced: who"});
    bool any = false;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        if (o == c.baseline) continue;
        for (const comparison::GroupHarm& g : c.options[o].harm) {
            any = true;
            table.cell(c.options[o].name).cell(g.group).number(interval_text(g.deaths)).cell(who(g.deaths));
            table.number(interval_text(g.displaced)).cell(who(g.displaced));
            table.end_row(g.deaths.lo > 0 || g.displaced.lo > 0 ? "loses" : "");
        }
    }
    return any ? table.html() : "<p>The file has no figures by identity group.</p>";
}

std::string matrix_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::vector<std::string> interventions, stages;
    std::map<std::pair<std::string, std::string>, std::size_t> cells;
    double most = 0;
    const auto once = [](std::vector<std::string>& list, const std::string& name) {
        if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
    };
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const std::string& name = c.options[o].name;
        const auto at = name.rfind('@');
        if (at == std::string::npos) continue;
        once(interventions, name.substr(0, at));
        once(stages, name.substr(at + 1));
        cells[{name.substr(0, at), name.substr(at + 1)}] = o;
        most = std::max(most, std::fabs(c.options[o].difference.value));
    }
    if (cells.empty()) return "";
    std::vector<std::string> head = {"intervention"};
    for (const std::string& stage : stages) head.push_back("started at " + stage);
    HtmlTable table(fmt::format("Difference in {} from '{}' (95 %), by intervention and the observed stage at which it "
                                "starts. ✓ better and ✗ worse than the baseline, where the interval excludes 0",
                                compared.wording.outcome, c.options[c.baseline].name),
                    head);
    for (const std::string& intervention : interventions) {
        table.cell(intervention);
        for (const std::string& stage : stages) {
            const auto at = cells.find({intervention, stage});
            if (at == cells.end()) {
                table.number("–");
                continue;
            }
            const Figure& f = c.options[at->second].difference;
            const bool lower = f.hi<0, higher = f.lo> 0;
            const std::string sign = lower == higher ? "" : lower == c.less_is_better ? "✓ " : "✗ ";
            table.cell(Markup{fmt::format("<span class=\"heat {}\">{}{}</span>", shade(f, most, c.less_is_better), sign,
                                          escaped(interval_text(f)))});
        }
        table.end_row();
    }
    return table.html();
}

std::string fan_table(const Findings& f, bool displaced) {
    const auto steps = some_steps(f.dates.size(), 6);
    std::vector<std::string> head = {"option"};
    for (const std::size_t t : steps) head.push_back(f.dates[t]);
    HtmlTable table(fmt::format("{}: median of {} members (5 to 95 %)",
                                displaced ? "Persons displaced, in the step that begins on the date"
                                          : "Civilians killed since the start, to the step that begins on the date",
                                f.members),
                    head);
    for (const std::size_t o : f.shown) {
        table.cell(f.header.options[o]);
        for (const std::size_t t : steps) {
            const auto& q = (displaced ? f.options[o].displaced : f.options[o].deaths).quantiles[t];
            table.number(fmt::format("{} ({} to {})", figure_text(q[2]), figure_text(q[0]), figure_text(q[4])));
        }
        table.end_row();
    }
    return table.html();
}

std::string places_table(const Findings& f) {
    std::vector<std::string> head = {"place"};
    for (const std::size_t o : f.shown) head.push_back(f.header.options[o] + ": killed");
    for (const std::size_t o : f.shown) head.push_back(f.header.options[o] + ": displaced there");
    HtmlTable table("Means over members: civilians killed over the run, and displaced persons there at its end", head);
    std::vector<std::size_t> order(f.header.locations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const OptionFindings& first = f.options[f.shown[0]];
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return first.place_deaths[a] > first.place_deaths[b]; });
    for (const std::size_t p : order) {
        table.cell(f.header.locations[p].name);
        for (const std::size_t o : f.shown) table.number(figure_text(f.options[o].place_deaths[p]));
        for (const std::size_t o : f.shown) table.number(figure_text(f.options[o].place_displaced[p]));
        table.end_row();
    }
    return table.html();
}

std::string stages_table(const Findings& f) {
    const auto steps = some_steps(f.dates.size(), 6);
    std::vector<std::string> head = {"option", "stage"};
    for (const std::size_t t : steps) head.push_back(f.dates[t]);
    HtmlTable table("Share of members in each stage, true / as observed", head);
    for (const std::size_t o : f.shown)
        for (std::size_t s = 0; s < 4; ++s) {
            table.cell(f.header.options[o]).cell(stage_names[s]);
            for (const std::size_t t : steps)
                table.number(fmt::format("{:.0f} / {:.0f} %", 100 * f.options[o].stage_true[t][s],
                                         100 * f.options[o].stage_observed[t][s]));
            table.end_row();
        }
    return table.html();
}

std::string acceptability_table(const Compared& compared) {
    const auto& a = compared.comparison.acceptability_deaths;
    std::vector<std::string> head = {"paid per death averted, " + compared.wording.currency};
    for (const std::size_t o : compared.drawn) head.push_back(compared.comparison.options[o].name);
    HtmlTable table("Chance that each option has the highest net benefit", head);
    for (std::size_t i = 0; i < a.willingness.size(); ++i) {
        table.number(money_text(a.willingness[i]));
        for (const std::size_t o : compared.drawn) table.number(percent_text(a.chance[o][i]));
        table.end_row();
    }
    return table.html();
}

}  // namespace forestall::report
