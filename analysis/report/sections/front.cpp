// SPDX-License-Identifier: Apache-2.0
// Three aims at once: deaths averted, displacement averted, cost; and which options no other beats
// in all of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

struct Aim {
    const char* title;
    Figure OptionFigures::*figure;
};
constexpr std::array<Aim, 3> aims = {
    {{"Civilian deaths averted", &OptionFigures::deaths_averted},
     {"Displacement averted, persons at the peak", &OptionFigures::displacement_averted},
     {"Extra cost", &OptionFigures::extra_cost}}};

std::string names_of(const Comparison& c, const std::vector<std::size_t>& options,
                     std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(options.size(), most); ++i)
        out += (i == 0 ? "" : ", ") + c.options[options[i]].name;
    if (options.size() > most) out += fmt::format(" and {} more", options.size() - most);
    return out;
}

std::string front_table(const Compared& compared, const std::vector<std::size_t>& order) {
    const Comparison& c = compared.comparison;
    HtmlTable table(fmt::format("Means against '{}' with 95 % intervals that hold for all options "
                                "together; the chance of being "
                                "on the front is the share of resamples of the {} futures",
                                c.options[c.baseline].name, c.members),
                    {"option", "deaths averted", "displacement averted",
                     "extra cost, " + compared.wording.currency, "beaten in all three by",
                     "chance of being on the front"});
    table.cards();
    for (const std::size_t o : order) {
        const OptionFigures& f = c.options[o];
        table.cell(f.name)
            .number(interval_text(f.deaths_averted))
            .number(interval_text(f.displacement_averted));
        table.number(money_text(f.extra_cost));
        table.cell(c.front.beaten_by[o].empty() ? "★ by no other option"
                                                : names_of(c, c.front.beaten_by[o], 3));
        table.number(chance_text(c.front.chance[o].value))
            .end_row(c.front.beaten_by[o].empty() ? "best" : "");
    }
    return table.html();
}

std::string aim_drawing(const Compared& compared, const std::vector<std::size_t>& order,
                        const Aim& aim) {
    const Comparison& c = compared.comparison;
    Range x{0, 0};
    for (const std::size_t o : order) {
        const Figure& f = c.options[o].*aim.figure;
        for (const double v : {f.lo, f.value, f.hi}) x.include(v);
    }
    const double spread = x.high > x.low ? 0.04 * (x.high - x.low) : 1;
    const auto rows = static_cast<double>(order.size());
    Plot plot(fmt::format("{} by option, with 95 % intervals", aim.title), 440, 50 + 26 * rows,
              {x.low - spread, x.high + spread}, {-rows + 0.5, 0.5}, {190, 14, 8, 30});
    plot.x_axis("", 4);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Figure& f = c.options[order[i]].*aim.figure;
        const double y = -static_cast<double>(i);
        const bool front = c.front.beaten_by[order[i]].empty();
        const auto colour = option_colour(order[i], c.baseline);
        plot.text(x.low - spread, y, (front ? "★ " : "") + clipped(c.options[order[i]].name, 19),
                  "end", -8);
        if (std::isfinite(f.lo) && f.lo < f.hi) plot.line({{f.lo, y}, {f.hi, y}}, colour, 1.6);
        plot.circle(f.value, y, 5.5, colour, !front);
    }
    return panel(aim.title, plot.svg());
}

/// Costs nothing and changes nothing: the baseline by another name.
bool idle(const OptionFigures& f) {
    return f.deaths_averted.value == 0 && f.displacement_averted.value == 0 &&
           f.extra_cost.value == 0;
}

}  // namespace

std::vector<std::size_t> front_order(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::vector<std::size_t> order = compared.drawn;
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (c.front.beaten_by[o].empty() && !idle(c.options[o]) &&
            std::find(order.begin(), order.end(), o) == order.end())
            order.push_back(o);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool a_front = c.front.beaten_by[a].empty(), b_front = c.front.beaten_by[b].empty();
        if (a_front != b_front) return a_front;
        return c.options[a].cost.value < c.options[b].cost.value;
    });
    if (order.size() > 2 * most_drawn) order.resize(2 * most_drawn);
    return order;
}

std::string front_section(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::vector<std::size_t> front, all(c.options.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (const std::size_t o : all)
        if (c.front.beaten_by[o].empty() && (o == c.baseline || !idle(c.options[o])))
            front.push_back(o);
    std::stable_sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) {
        return c.options[a].cost.value < c.options[b].cost.value;
    });
    const std::vector<std::size_t> order = front_order(compared);
    std::string panels;
    for (const Aim& aim : aims) panels += aim_drawing(compared, order, aim);
    std::string words;
    for (std::size_t i = 0; i < front.size(); ++i) {
        if (i > 0) words += i + 1 == front.size() ? " and " : ", ";
        words += fmt::format("<b>{}</b>", escaped(c.options[front[i]].name));
    }
    std::string out = fmt::format(
        "<p>From cheapest to dearest, {} on the front: as far as the means go, no other option "
        "averts at least as many deaths and as much displacement for no more money. Which of them "
        "to take depends on how deaths, displacement and money are weighed, not on this model.",
        words + (front.size() == 1 ? " alone is" : " are"));
    out += front.size() == c.options.size()
               ? " No option is beaten in all three.</p>"
               : " Each of the others is beaten in all three by another. A difference between two "
                 "means can still be "
                 "luck: the table has the chance of being on the front.</p>";
    return section(
        "front", "Lives, homes and money at once",
        finding(
            fmt::format("{} of {} options {} beaten by no other in lives, homes and money at once",
                        front.size(), c.options.size(), front.size() == 1 ? "is" : "are")) +
            out +
            figure_html(
                "aims",
                "★ and filled: on the front. Lines: 95 % intervals that hold for all options "
                "together; a line that crosses 0 is inconclusive: the option may avert nothing.",
                "<div class=\"panels\">" + panels + "</div>") +
            folded("The same as a table",
                   front_table(compared, order.size() < all.size() ? order : all)));
}

extern const Section section_front;
const Section section_front{50, [](const Findings& f, const Context&) {
                                return f.compared ? front_section(*f.compared) : std::string();
                            }};

}  // namespace forestall::report
