// SPDX-License-Identifier: Apache-2.0
// What the options cost, per death and displacement averted, and which are worth their money.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/labels.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::OptionFigures;

std::string costs_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    HtmlTable table(fmt::format("What it costs: {}, prices of {}, discounted by {:.3g} % a year, "
                                "with 95 % intervals that hold for "
                                "all options together; – where averting nothing is not ruled out",
                                compared.wording.currency, compared.wording.price_year,
                                100 * compared.wording.discount),
                    {"option", "extra cost", "cost per death averted",
                     "cost per displacement averted", "on the front of cost and outcome"});
    table.cards();
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool front =
            std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        table.cell(f.name).number(o == c.baseline ? "–" : money_text(f.extra_cost));
        table.number(money_text(f.cost_per_death_averted))
            .number(money_text(f.cost_per_displacement_averted));
        table.cell(front ? "★ yes" : "no: another is better and cheaper").end_row();
    }
    return table.html();
}

/// Which option that is clearly better by means costs least.
std::string plane_finding(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures* cheapest = nullptr;
    std::size_t clear = 0;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        if (o == c.baseline || f.few) continue;
        if (!(c.less_is_better ? f.difference.hi < 0 : f.difference.lo > 0)) continue;
        ++clear;
        if (cheapest == nullptr || f.extra_cost.value < cheapest->extra_cost.value) cheapest = &f;
    }
    if (cheapest == nullptr)
        return fmt::format(
            "By means, which catastrophes lead, no option clearly changes {} for the "
            "better at any cost",
            compared.wording.outcome);
    return fmt::format("Of {} that clearly {} mean {}, ‘{}’ costs least: {} {}", clear,
                       c.less_is_better ? "lower" : "raise", compared.wording.outcome,
                       cheapest->name, money_text(cheapest->extra_cost.value),
                       compared.wording.currency);
}

/// From what on which option has the best chance to be worth its money.
std::string acceptability_finding(const Compared& compared) {
    const auto& a = compared.comparison.acceptability_deaths;
    const auto likeliest = [&](std::size_t w) {
        std::size_t best = compared.drawn.front();
        for (const std::size_t o : compared.drawn)
            if (a.chance[o][w] > a.chance[best][w]) best = o;
        return best;
    };
    std::size_t now = likeliest(0);
    std::string out =
        fmt::format("Likeliest to be worth its money: ‘{}’", compared.comparison.options[now].name);
    for (std::size_t w = 1; w < a.willingness.size(); ++w) {
        const std::size_t next = likeliest(w);
        if (next == now) continue;
        out += fmt::format(", from {} {} a death averted ‘{}’", money_text(a.willingness[w]),
                           compared.wording.currency, compared.comparison.options[next].name);
        now = next;
    }
    return out;
}

std::string plane_drawing(const Compared& compared, const Screen& screen) {
    const Comparison& c = compared.comparison;
    const double sign = c.less_is_better ? -1 : 1;
    Range x{0, 0}, y{0, 0};
    for (const std::size_t o : compared.drawn) {
        const OptionFigures& f = c.options[o];
        x.include(sign * f.difference.lo);
        x.include(sign * f.difference.hi);
        y.include(f.extra_cost.lo);
        y.include(f.extra_cost.hi);
    }
    if (x.high > x.low) x = {x.low - 0.05 * (x.high - x.low), x.high + 0.05 * (x.high - x.low)};
    if (y.high > y.low) y = {y.low - 0.05 * (y.high - y.low), y.high + 0.08 * (y.high - y.low)};
    Plot plot("Extra cost over what is averted, per option, with 95 % intervals", screen.width, 380,
              x, y, {84, 20, 14, 46});
    plot.y_axis(fmt::format("extra cost, {}", compared.wording.currency));
    plot.x_axis(c.less_is_better ? compared.wording.outcome + " averted, mean"
                                 : compared.wording.outcome + " gained",
                screen.width > 600 ? 6 : 3);
    Labels labels({84, 0, screen.width, 380 - 46});
    const auto at_x = [&](std::size_t o) {
        return o == c.baseline ? 0.0 : sign * c.options[o].difference.value;
    };
    const auto at_y = [&](std::size_t o) {
        return o == c.baseline ? 0.0 : c.options[o].extra_cost.value;
    };
    for (const std::size_t o : compared.drawn) labels.keep_free(plot, at_x(o), at_y(o), 6);
    for (const std::size_t o : compared.drawn) {
        const OptionFigures& f = c.options[o];
        const auto colour = option_colour(o, c.baseline);
        const double at = at_x(o), cost = at_y(o);
        const bool front =
            std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        if (o != c.baseline) {
            const std::string dashes = option_style(o, c.baseline).dashes;
            plot.line({{sign * f.difference.lo, cost}, {sign * f.difference.hi, cost}}, colour, 1.5,
                      dashes);
            plot.line({{at, f.extra_cost.lo}, {at, f.extra_cost.hi}}, colour, 1.5, dashes);
        }
        plot.circle(at, cost, 7, colour, !front);
        labels.add(plot, at, cost, 7,
                   clipped(f.name, screen.width > 600 ? 24 : 16) + (front ? " ★" : ""));
    }
    return plot.svg(screen.css);
}

std::string acceptability_table(const Compared& compared) {
    const auto& a = compared.comparison.acceptability_deaths;
    std::vector<std::string> head = {"paid per death averted, " + compared.wording.currency};
    for (const std::size_t o : compared.drawn) head.push_back(compared.comparison.options[o].name);
    HtmlTable table("Chance that each option has the highest net benefit", head);
    for (std::size_t i = 0; i < a.willingness.size(); ++i) {
        table.number(money_text(a.willingness[i]));
        for (const std::size_t o : compared.drawn) table.number(chance_text(a.chance[o][i]));
        table.end_row();
    }
    return table.html();
}

std::string acceptability_key(const Compared& compared) {
    std::string key = "<p class=\"key\">";
    for (const std::size_t o : compared.drawn)
        key += fmt::format("<span>{}{}</span>",
                           style_swatch(option_style(o, compared.comparison.baseline)),
                           escaped(compared.comparison.options[o].name));
    return key + "</p>";
}

std::string acceptability_drawing(const Compared& compared, const Screen& screen) {
    const auto& a = compared.comparison.acceptability_deaths;
    const bool narrow = screen.width < 600;
    std::vector<std::pair<double, std::string>> names;
    for (std::size_t i = 0; i < a.willingness.size(); i += narrow ? 5 : 3)
        names.emplace_back(static_cast<double>(i), money_text(a.willingness[i]));
    Plot plot("Chance that each option is worth its money, over what is paid to avert a death",
              screen.width, narrow ? 340 : 320, {0, static_cast<double>(a.willingness.size()) - 1},
              {0, 100}, {56, 20, 10, 50});
    plot.y_axis("chance, %").x_axis(names);
    plot.x_title(fmt::format("paid to avert a death, {}", compared.wording.currency));
    for (const std::size_t o : compared.drawn) {
        Points points;
        for (std::size_t i = 0; i < a.chance[o].size(); ++i)
            points.emplace_back(i, 100 * a.chance[o][i]);
        plot.line(points, option_style(o, compared.comparison.baseline), 2.2, 3);
    }
    return plot.svg(screen.css);
}

}  // namespace

std::string costs_section(const Compared& compared) {
    return section(
        "costs", "What it costs",
        long_table(compared, "What each option costs, as a table", costs_table(compared)) +
            finding(plane_finding(compared)) +
            two_figure_html("plane",
                            "Right is better, up is dearer; lines are 95 % intervals that hold for "
                            "all options together, those of the table. ★ and filled: no other "
                            "option is both better and cheaper, judging by means.",
                            "", plane_drawing(compared, desk), plane_drawing(compared, telephone)) +
            finding(acceptability_finding(compared)) +
            two_figure_html("acceptability",
                            "How likely each option is to have the highest net benefit, by what "
                            "one would pay to avert a death: its share of resamples. The highest "
                            "line need not be clearly higher than the others.",
                            acceptability_key(compared), acceptability_drawing(compared, desk),
                            acceptability_drawing(compared, telephone)) +
            folded("The same as a table", acceptability_table(compared)));
}

extern const Section section_costs;
const Section section_costs{40, [](const Findings& f, const Context&) {
                                return f.compared ? costs_section(*f.compared) : std::string();
                            }};

}  // namespace forestall::report
