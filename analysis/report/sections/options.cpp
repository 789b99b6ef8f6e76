// SPDX-License-Identifier: Apache-2.0
// What each option does, changes and risks: a table, and the differences as a forest plot.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/labels.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

std::string share_text(const Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    return fmt::format("{} ({:.0f} to {:.0f} %)", percent_text(f.value), 100 * f.lo, 100 * f.hi);
}

Markup option_cell(const Context& context, const std::string& name) {
    const auto at = context.options.find(name);
    std::string out = "<b>" + escaped(name) + "</b>";
    if (at != context.options.end() && !at->second.title.empty() && at->second.title != name)
        out += "<br><span class=\"sub\">" + escaped(at->second.title) + "</span>";
    return {out};
}

/// "" if nothing is known of any.
std::string actions_table(const Compared& compared, const Context& context) {
    HtmlTable table("What is done under each option, and when it begins",
                    {"option", "what is done"});
    bool any = false;
    for (const OptionFigures& f : compared.comparison.options) {
        const auto at = context.options.find(f.name);
        if (at == context.options.end() || at->second.actions.empty()) continue;
        any = true;
        std::string list;
        for (const std::string& action : at->second.actions)
            list += "<li>" + escaped(action) + "</li>";
        table.cell(option_cell(context, f.name)).cell(Markup{"<ul>" + list + "</ul>"}).end_row();
    }
    if (!any) return "";
    const bool many = compared.comparison.options.size() > most_drawn;
    return many ? folded_longest("What each option does", table.html())
                : folded("What each option does", table.html());
}

std::string options_table(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        fmt::format("What each option changes: {} in a future, on average, against "
                    "'{}' (95 % intervals of differences "
                    "hold for all options together)",
                    compared.wording.outcome, c.options[c.baseline].name),
        {"option", "mean", "difference (95 %)", "best in (share of futures)",
         fmt::format("worse than '{}' in (share of futures)", c.options[c.baseline].name), "regret",
         "worst tenth", "cost, " + compared.wording.currency});
    table.cards();
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool base = o == c.baseline;
        table.cell(option_cell(context, f.name)).number(figure_text(f.mean.value));
        table.number(base ? "baseline" : interval_text(f.difference)).number(share_text(f.p_best));
        table.number(base ? "–" : share_text(f.p_worse)).number(figure_text(f.regret.value));
        table.number(figure_text(f.cvar.value)).number(money_text(f.cost));
        table.end_row(o == c.pairs.best ? "best" : "");
    }
    return table.html();
}

std::string forest_drawing(const Compared& compared, const Screen& screen) {
    const Comparison& c = compared.comparison;
    std::vector<std::size_t> order;
    for (const std::size_t o : compared.drawn)
        if (o != c.baseline) order.push_back(o);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = c.options[a].difference.value, y = c.options[b].difference.value;
        return c.less_is_better ? x < y : x > y;
    });
    Range x{0, 0};
    for (const std::size_t o : order) {
        x.include(c.options[o].difference.lo);
        x.include(c.options[o].difference.hi);
    }
    const double spread = x.high - x.low > 0 ? (x.high - x.low) * 0.06 : 1;
    x.low -= spread;
    x.high += spread;
    const auto rows = static_cast<double>(order.size());
    const bool narrow = screen.width < 600;
    const double names = narrow ? 150 : 184;  // pixels, for as many wide letters as are kept below
    Plot plot("Paired difference of each option from the baseline, with 95 % intervals",
              screen.width, 78 + 40 * rows, x, {-rows + 0.5, 0.5}, {names, 20, 26, 52});
    plot.x_axis(fmt::format("difference in {} from '{}'", compared.wording.outcome,
                            c.options[c.baseline].name),
                narrow ? 3 : 6);
    plot.text(x.low, 0.5, c.less_is_better ? "◀ better" : "◀ worse", "start", 0, -8, "hint");
    plot.text(x.high, 0.5, c.less_is_better ? "worse ▶" : "better ▶", "end", 0, -8, "hint");
    Labels labels({names, 26, screen.width, plot.height() - 48});
    for (std::size_t i = 0; i < order.size(); ++i) {
        const OptionFigures& f = c.options[order[i]];
        const double y = -static_cast<double>(i);
        const auto colour = option_colour(order[i], c.baseline);
        plot.text(x.low, y, clipped(f.name, narrow ? 17 : 22), "end", -8);
        plot.line({{f.difference.lo, y}, {f.difference.hi, y}}, colour, 3);
        plot.circle(f.difference.value, y, 6, colour);
        labels.add(plot, f.difference.value, y, 7, interval_text(f.difference));
    }
    return plot.svg(screen.css);
}

}  // namespace

std::string options_section(const Compared& compared, const Context& context) {
    return section(
        "options", "The options",
        two_figure_html("forest",
                        "Each line is what the option changes under the same luck, with the 95 % "
                        "interval that the answer and the tables give. The intervals "
                        "hold for all options together. A line that crosses 0 is inconclusive: the "
                        "option may be no different from the baseline.",
                        "", forest_drawing(compared, desk), forest_drawing(compared, telephone)) +
            long_table(compared, "All options as a table", options_table(compared, context)) +
            "<p class=\"sub\">Best and worse: in how many single futures. Regret: how much worse "
            "than the best option "
            "of each future, on average. Worst tenth: mean of the worst tenth of futures.</p>" +
            actions_table(compared, context));
}

extern const Section section_options;
const Section section_options{30, [](const Findings& f, const Context& context) {
                                  return f.compared ? options_section(*f.compared, context)
                                                    : std::string();
                              }};

}  // namespace forestall::report
