// SPDX-License-Identifier: Apache-2.0
// What is worth finding out before choosing: bars with their intervals, the same as a table, and
// sets of numbers that one inquiry might settle.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/assumptions/words.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using assumptions::Study;
using assumptions::Worth;

constexpr std::size_t most_rows = 8;
constexpr std::string_view told_colour = "#5b9bc8", noise_colour = "#9aa5ac",
                           interval_colour = "#16222a";

std::vector<Worth> first_of(const std::vector<Worth>& all) {
    const std::size_t shown = std::max(most_rows, assumptions::told_count(all));
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), shown))};
}

/// Names stand over their bars: beside them there would be no room on a telephone.
std::string bars(const Study& study, const std::vector<Worth>& rows) {
    Range x{0, 0};
    for (const Worth& w : rows) x.include(w.worth.hi);
    x.high = x.high > 0 ? x.high * 1.04 : 1;
    const auto count = static_cast<double>(rows.size());
    Plot plot("What finding out each number is worth, with its interval", 420, 58 + 40 * count, x,
              {-count + 0.4, 0.6}, {8, 12, 6, 44});
    plot.x_axis(fmt::format("{} saved on average", assumptions::harm_text(study)), 5);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Worth& w = rows[i];
        const double y = -static_cast<double>(i);
        plot.text(
            0, y,
            clipped((w.told ? "★ " : "") + label_of(study.assumptions[w.members.front()]), 54),
            "start", 3, -9);
        plot.line({{0, y}, {w.worth.value, y}}, w.told ? told_colour : noise_colour, 11);
        plot.line({{w.worth.lo, y}, {w.worth.hi, y}}, interval_colour, 1.5);
        for (const double end : {w.worth.lo, w.worth.hi})
            plot.line({{end, y - 0.12}, {end, y + 0.12}}, interval_colour, 1.5);
    }
    return plot.svg();
}

std::string switches_text(const Worth& w) { return w.too_many ? "–" : percent_text(w.switches); }

std::string singles_table(const Questioned& q, const std::vector<Worth>& rows) {
    const std::string harm = assumptions::harm_text(q.study);
    HtmlTable table(
        fmt::format(
            "What finding out a number before choosing saves, in {} on average; {}", harm,
            assumptions::told_count(rows) == 0 ? "none is clear of chance" : "★: clear of chance"),
        {"assumption", "worth (interval)", "as smoothed", "chance alone reaches",
         "would change the choice in", "grade: source"});
    table.cards();
    for (const Worth& w : rows) {
        const assumptions::Assumption& a = q.study.assumptions[w.members.front()];
        table.cell(assumption_cell(a)).number(interval_text(w.worth) + (w.told ? " ★" : ""));
        table.number(figure_text(w.plug_in))
            .number(figure_text(w.by_chance))
            .number(switches_text(w));
        table.cell(graded_source(a)).end_row(w.told ? "best" : "noise");
    }
    return table.html();
}

std::string groups_table(const std::vector<Worth>& all) {
    if (all.empty()) return "";
    HtmlTable table("Several numbers found out together",
                    {"together", "numbers", "worth (interval)", "as smoothed",
                     "chance alone reaches", "would change the choice in"});
    table.cards();
    const auto rows = first_of(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Worth& w = all[i];
        const bool wide = w.name == "everything uncertain" || w.name.starts_with("grade ");
        if (i >= rows.size() && !wide) continue;
        table.cell(w.name).number(counted(w.members.size()));
        std::string worth = interval_text(w.worth) + (w.told ? " ★" : "");
        if (w.too_many)
            worth = fmt::format("too many to measure; at most {}", figure_text(w.worth.hi));
        table.number(worth);
        table.number(w.too_many ? "–" : figure_text(w.plug_in))
            .number(w.too_many ? "–" : figure_text(w.by_chance));
        table.number(switches_text(w)).end_row(w.told ? "best" : "noise");
    }
    return folded("Several numbers found out together, as by one inquiry", table.html());
}

/// What it comes to before any figure.
std::string headline(const Questioned& q) {
    if (q.values.clairvoyance.value == 0)
        return "Nothing that could be found out would change the choice.";
    const std::size_t told = assumptions::told_count(q.values.each);
    if (told == 0) return "Nothing is clearly worth finding out before choosing.";
    return fmt::format("Find out first: {}{}.",
                       label_of(q.study.assumptions[q.values.each.front().members.front()]),
                       told == 1 ? "" : fmt::format(" (and {} more)", told - 1));
}

std::string how_to_read(const Questioned& q) {
    return fmt::format(
        "<p class=\"sub\">Worth: what is saved, on average, by choosing after the number is known "
        "instead of now, measured in futures that the choice was not learned from. Its interval "
        "reaches up to what a smoothed estimate, which takes some noise for knowledge, could be. "
        "Clear of chance (★): the smoothed estimate is above what chance alone reaches anywhere in "
        "the table in 19 of 20 files ({} shuffles). The rest is inconclusive in {} futures, which "
        "does not prove that it is worth nothing.</p>\n",
        q.shuffles, counted(q.study.members()));
}

}  // namespace

std::string values_section(const Findings& findings) {
    const Questioned& q = *findings.questioned;
    std::string out =
        fmt::format("<p class=\"headline\">{}</p>\n<p class=\"verdict\">{}</p>\n",
                    escaped(headline(q)), escaped(assumptions::value_verdict(q.study, q.values)));
    if (q.values.clairvoyance.value > 0) {
        const auto rows = first_of(q.values.each);
        out += figure_html(
            "worth",
            fmt::format("Bars: what knowing a number would save; lines: the interval. {}",
                        assumptions::told_count(rows) > 0
                            ? "Grey bars are not clear of chance."
                            : "All are grey: none is clear of chance."),
            bars(q.study, rows));
        std::string table = singles_table(q, rows);
        if (rows.size() < q.values.each.size())
            table += fmt::format(
                "<p class=\"sub\">{} more, none clear of chance: <code>forestall value {} --rows "
                "{}</code></p>\n",
                counted(q.values.each.size() - rows.size()), escaped(q.arguments),
                q.values.each.size());
        out +=
            folded("The same as a table", table) + groups_table(q.values.groups) + how_to_read(q);
    }
    return section("learning", "What is worth finding out first", by_means_html(findings) + out);
}

extern const Section section_values;
const Section section_values{120, [](const Findings& f, const Context&) {
                                 return f.questioned ? values_section(f) : std::string();
                             }};

}  // namespace forestall::report
