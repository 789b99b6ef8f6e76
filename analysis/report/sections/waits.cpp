// SPDX-License-Identifier: Apache-2.0
// What waiting costs: the same intervention at a later start, in the same members.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/stage_waits.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Wait;
using Waits = std::vector<const Wait*>;

constexpr std::string_view costs_colour = "#b84a00", gains_colour = "#0067a5",
                           open_colour = "#74838c";
constexpr std::size_t most_drawn_waits = 40;

bool is_clear(const Wait& w) { return w.cost.clear_of_zero(); }

/// Whether a delay does harm, in words: never by colour alone.
std::string says(const Wait& w, bool less_is_better) {
    if (!is_clear(w)) return "inconclusive";
    return (w.cost.lo > 0) == less_is_better ? "✗ waiting costs" : "✓ waiting gains";
}

/// "prevention → + 4 w", "prevention + 26 w → mitigation": the stage once if it is the same.
std::string from_to(const Wait& w) {
    const std::string stage = w.from.substr(0, w.from.find(' '));
    const bool same = w.to.starts_with(stage + " ");
    return fmt::format("{} → {}", w.from, same ? w.to.substr(stage.size() + 1) : w.to);
}

/// All that there is room for, clear ones first, then each intervention's in the order of its
/// starts.
Waits drawn(const Waits& all) {
    if (all.size() <= most_drawn_waits) return all;
    Waits out = all;
    std::stable_sort(out.begin(), out.end(), [](const Wait* a, const Wait* b) {
        if (is_clear(*a) != is_clear(*b)) return is_clear(*a);
        return std::fabs(a->cost.value) > std::fabs(b->cost.value);
    });
    out.resize(most_drawn_waits);
    return out;
}

std::string drawing(const Compared& compared, const Waits& waits, const Screen& screen) {
    const bool narrow = screen.width < 600;
    Range x{0, 0};
    for (const Wait* w : waits) {
        x.include(w->cost.lo);
        x.include(w->cost.hi);
    }
    const double spread = x.high > x.low ? 0.05 * (x.high - x.low) : 1, left = narrow ? 10 : 372;
    const auto rows = static_cast<double>(waits.size());
    Plot plot("What each delay changes, with 95 % intervals", screen.width,
              60 + (narrow ? 40 : 24) * rows, {x.low - spread, x.high + spread}, {-rows + 0.5, 0.5},
              {left, 14, 10, 50});
    plot.x_axis(fmt::format("{}: later start less earlier", compared.wording.outcome),
                narrow ? 3 : 6);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        const Wait& w = *waits[i];
        const double y = -static_cast<double>(i);
        const bool better = (w.cost.value < 0) == compared.comparison.less_is_better;
        auto colour = better ? gains_colour : costs_colour;
        if (!is_clear(w)) colour = open_colour;
        const std::string label =
            fmt::format("{}: {}", clipped(spaced(w.intervention), 22), from_to(w));
        // On a telephone the words stand over the line, with all the width for both.
        plot.text(plot.left(), y, label, narrow ? "start" : "end", narrow ? 0 : -8,
                  narrow ? -10 : 4);
        plot.line({{w.cost.lo, y}, {w.cost.hi, y}}, colour, 3);
        plot.circle(w.cost.value, y, 5, colour, !is_clear(w));
    }
    return plot.svg(screen.css);
}

std::string table_of(const Compared& compared, const Waits& waits) {
    HtmlTable table(fmt::format("What each delay changes in {}: the later start less the earlier, "
                                "in the same futures; 95 "
                                "% intervals that hold for all {} delays together",
                                compared.wording.outcome, waits.size()),
                    {"intervention", "from", "to", "weeks later, mean", "difference (95 %)",
                     "a week (95 %)", "says"});
    table.cards();
    for (const Wait* w : waits) {
        table.cell(spaced(w->intervention))
            .cell(w->from)
            .cell(w->to)
            .number(figure_text(std::round(w->weeks)));
        table.number(interval_text(w->cost)).number(interval_text(w->per_week));
        table.cell(says(*w, compared.comparison.less_is_better))
            .end_row(is_clear(*w) ? "best" : "noise");
    }
    return table.html();
}

}  // namespace

std::string waits_section(const Compared& compared) {
    const Waits all = comparison::defined_waits(compared.waits);
    if (all.empty()) return "";
    const Waits shown = drawn(all);
    std::string caption = fmt::format(
        "{} of 0, waiting costs. Filled: clear; hollow and grey: inconclusive. The 95 % "
        "intervals hold for all {} delays together.",
        compared.comparison.less_is_better ? "Right" : "Left", all.size());
    if (shown.size() < all.size())
        caption += fmt::format(" {} of them are drawn, those that are clear and the largest.",
                               shown.size());
    return section("waiting", "What waiting costs",
                   fmt::format("<p class=\"headline\">{}</p>\n",
                               escaped(comparison::waits_verdict(
                                   compared.waits, compared.comparison.less_is_better))) +
                       "<p>A delay is the same intervention at a later start. A future in which "
                       "the later start never comes is "
                       "one "
                       "without the intervention.</p>\n" +
                       two_figure_html("waits", caption, "", drawing(compared, shown, desk),
                                       drawing(compared, shown, telephone)) +
                       folded("The same as a table", table_of(compared, all)));
}

extern const Section section_waits;
const Section section_waits{20, [](const Findings& f, const Context&) {
                                return f.compared ? waits_section(*f.compared) : std::string();
                            }};

}  // namespace forestall::report
