// SPDX-License-Identifier: Apache-2.0
// What the options cost, per death and displacement averted, and which are worth their money.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

std::string costs_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        fmt::format("What it costs: {}, prices of {}, discounted by {:.3g} % a year, with 95 % intervals; "
                    "– where the option is not told from averting nothing",
                    compared.wording.currency, compared.wording.price_year, 100 * compared.wording.discount),
        {"option", "extra cost", "cost per death averted", "cost per displacement averted",
         "on the front of cost and outcome"});
    table.cards();
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool front = std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        table.cell(f.name).number(o == c.baseline ? "–" : money_text(f.extra_cost));
        table.number(money_text(f.cost_per_death_averted)).number(money_text(f.cost_per_displacement_averted));
        table.cell(front ? "★ yes" : "no: another is better and cheaper").end_row();
    }
    return table.html();
}

std::string plane_drawing(const Compared& compared) {
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
    if (x.high > x.low) x = {x.low - 0.05 * (x.high - x.low), x.high + 0.12 * (x.high - x.low)};
    if (y.high > y.low) y = {y.low - 0.05 * (y.high - y.low), y.high + 0.08 * (y.high - y.low)};
    Plot plot("Extra cost over what is averted, per option, with 95 % intervals", 720, 380, x, y, {84, 20, 14, 46});
    plot.y_axis(fmt::format("extra cost, {}", compared.wording.currency));
    plot.x_axis(c.less_is_better ? compared.wording.outcome + " averted, mean" : compared.wording.outcome + " gained");
    for (const std::size_t o : compared.drawn) {
        const OptionFigures& f = c.options[o];
        const auto colour = option_colour(o, c.baseline);
        const double at = o == c.baseline ? 0 : sign * f.difference.value;
        const double cost = o == c.baseline ? 0 : f.extra_cost.value;
        const bool front = std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        if (o != c.baseline) {
            plot.line({{sign * f.difference.lo, cost}, {sign * f.difference.hi, cost}}, colour, 1.5);
            plot.line({{at, f.extra_cost.lo}, {at, f.extra_cost.hi}}, colour, 1.5);
        }
        plot.circle(at, cost, 7, colour, !front);
        plot.text(at, cost, clipped(f.name, 24) + (front ? " ★" : ""), "start", 9, -8);
    }
    return plot.svg();
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

std::string acceptability_drawing(const Compared& compared) {
    const auto& a = compared.comparison.acceptability_deaths;
    std::vector<std::pair<double, std::string>> names;
    for (std::size_t i = 0; i < a.willingness.size(); i += 3)
        names.emplace_back(static_cast<double>(i), money_text(a.willingness[i]));
    Plot plot("Chance that each option is worth its money, over what is paid to avert a death", 720, 300,
              {0, static_cast<double>(a.willingness.size()) - 1}, {0, 100}, {64, 20, 10, 34});
    plot.y_axis("chance, %").x_axis(names);
    static constexpr std::array<std::string_view, 4> dashes = {"", "8 4", "2 3", "10 3 2 3"};
    std::string key = "<p class=\"key\">";
    for (const std::size_t o : compared.drawn) {
        Points points;
        for (std::size_t i = 0; i < a.chance[o].size(); ++i) points.emplace_back(i, 100 * a.chance[o][i]);
        const auto colour = option_colour(o, compared.comparison.baseline);
        plot.line(points, colour, 2.2, dashes[o % dashes.size()]);
        key += fmt::format(
            "<span><svg class=\"stroke\" aria-hidden=\"true\" viewBox=\"0 0 30 6\"><path stroke=\"{}\" "
            "stroke-width=\"3\" stroke-dasharray=\"{}\" d=\"M0 3H30\"/></svg>{}</span>",
            colour, dashes[o % dashes.size()], escaped(compared.comparison.options[o].name));
    }
    return key + "</p>" + plot.svg();
}

}  // namespace

std::string costs_section(const Compared& compared) {
    return section(
        "costs", "What it costs",
        long_table(compared, "What each option costs, as a table", costs_table(compared)) +

            wide_figure_html("plane",
                             "Right is better, up is dearer; lines are 95 % intervals. ★ and filled: no other "
                             "option is both better and cheaper.",
                             plane_drawing(compared)) +
            wide_figure_html("acceptability",
                             "How likely each option is to be worth its money, by what one would pay to avert "
                             "a death.",
                             acceptability_drawing(compared)) +
            folded("The same as a table", acceptability_table(compared)));
}

}  // namespace forestall::report
