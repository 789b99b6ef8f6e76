// SPDX-License-Identifier: Apache-2.0
// What each option does, changes and risks: a table, and the differences as a forest plot.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/report/lead_figure.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/labels.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Clear, comparison::Typical;
using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

std::string share_text(const Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    return fmt::format("{} ({})", percent_text(f.value), comparison::chance_range(f));
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

std::string factor_cell(const Typical& t, std::size_t members, const comparison::Words& words) {
    if (t.clear == Clear::none) return "no change seen";
    if (t.clear == Clear::few) return comparison::few_text(t, members, "futures");
    return clear_mark(t.clear) + fmt::format("{} ({})",
                                             comparison::factor_text(t.ratio.value, words),
                                             comparison::factor_range(t.ratio, words));
}

std::string killing_cell(const comparison::Catastrophe& k, bool base) {
    if (!std::isfinite(k.chance.value)) return "–";
    const std::string chance = percent_text(k.chance.value);
    if (base) return fmt::format("{} ({})", chance, comparison::chance_range(k.chance));
    return fmt::format("{}{}: {} ({})", clear_mark(k.clear), chance,
                       comparison::points_text(k.difference.value),
                       comparison::points_range(k.difference));
}

/// The three answers, each clear or not, and the means beside them.
std::string answers_table(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        fmt::format(
            "Three answers for each option against {}: ✓ clearly better, ✗ clearly worse, no "
            "mark: not clear. Their 95 % intervals hold for all options and all three "
            "answers together. The mean and the worst tenth beside them are led by a few "
            "catastrophes",
            baseline_text(c)),
        {"option", "deaths in the typical future", "futures with fewer deaths, with more",
         "chance of mass killing", "displacement at the peak, typical", "mean deaths",
         "worst tenth, mean deaths"});
    table.cards();
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        const bool base = o == c.baseline;
        const comparison::Answers& a = f.answers;
        table.cell(option_cell(context, f.name))
            .number(base ? "compared with"
                         : factor_cell(a.deaths, c.members, comparison::of_people))
            .number(base ? "–" : fmt::format("{}, {}", a.deaths.less, a.deaths.more))
            .number(killing_cell(a.killing, base))
            .number(base ? "compared with"
                         : factor_cell(a.displaced, c.members, comparison::of_much))
            .number(interval_text(f.mean))
            .number(interval_text(f.cvar))
            .end_row(o == compared.lead.option ? "best" : "");
    }
    return table.html();
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
        table.end_row(o == compared.lead.option ? "best" : "");
    }
    return table.html();
}

/// What differs in too few members stands outside the intervals.
bool has_interval(const Comparison& c, std::size_t option) {
    const Clear clear = lead_clear(c, option);
    return clear != Clear::few && clear != Clear::none;
}

std::string forest_drawing(const Compared& compared, const Screen& screen) {
    const Comparison& c = compared.comparison;
    std::vector<std::size_t> order;
    for (const std::size_t o : compared.drawn)
        if (o != c.baseline) order.push_back(o);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = lead_figure(c, a).value, y = lead_figure(c, b).value;
        return c.less_is_better ? x < y : x > y;
    });
    Range x{0, 0};
    for (const std::size_t o : order) {
        const Figure f = lead_figure(c, o);
        x.include(f.value);
        if (!has_interval(c, o)) continue;
        x.include(f.lo);
        x.include(f.hi);
    }
    const double spread = x.high - x.low > 0 ? (x.high - x.low) * 0.06 : 1;
    x.low -= spread;
    x.high += spread;
    const auto rows = static_cast<double>(order.size());
    const bool narrow = screen.width < 600;
    const double names = narrow ? 150 : 184;  // pixels, for as many wide letters as are kept below
    Plot plot("What each option changes against the baseline, with 95 % intervals", screen.width,
              78 + 40 * rows, x, {-rows + 0.5, 0.5}, {names, 20, 26, 52});
    plot.x_axis(
        narrow && c.about_deaths ? std::string("deaths, typical future, %") : lead_axis(compared),
        narrow ? 3 : 6);
    plot.text(x.low, 0.5, c.less_is_better ? "◀ better" : "◀ worse", "start", 0, -8, "hint");
    plot.text(x.high, 0.5, c.less_is_better ? "worse ▶" : "better ▶", "end", 0, -8, "hint");
    Labels labels({names, 26, screen.width, plot.height() - 48});
    for (std::size_t i = 0; i < order.size(); ++i) {
        const OptionFigures& f = c.options[order[i]];
        const double y = -static_cast<double>(i);
        const auto colour = option_colour(order[i], c.baseline);
        plot.text(x.low, y, clipped(f.name, narrow ? 17 : 22), "end", -8);
        const Figure figure = lead_figure(c, order[i]);
        const bool whole = has_interval(c, order[i]);
        if (whole) plot.line({{figure.lo, y}, {figure.hi, y}}, colour, 3);
        plot.circle(figure.value, y, 6, colour, !whole);
        labels.add(plot, figure.value, y, 7, lead_text(c, order[i]));
    }
    return plot.svg(screen.css);
}

/// Always folded: more about means than most readers want.
std::string folded_table(const Compared& compared, const std::string& table) {
    constexpr std::string_view summary = "Means, single futures, regret and cost";
    return compared.comparison.options.size() > most_drawn ? folded_longest(summary, table)
                                                           : folded(summary, table);
}

}  // namespace

std::string options_section(const Compared& compared, const Context& context) {
    return section(
        "options", "The options",
        finding(clear_options_text(compared)) +
            two_figure_html(
                "forest",
                "Each line is what the option changes under the same luck, with the 95 % "
                "interval that the answer and the tables give. The intervals "
                "hold for all options together. A line that crosses 0 is not clear: the "
                "option may be no different from the baseline. Hollow, without a line: it "
                "changes too few futures for an interval.",
                "", forest_drawing(compared, desk), forest_drawing(compared, telephone)) +
            long_table(compared, "Three answers for each option",
                       answers_table(compared, context)) +
            folded_table(compared, options_table(compared, context)) +
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
