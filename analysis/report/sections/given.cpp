// SPDX-License-Identifier: Apache-2.0
// What each intervention changes given that the desk sees the stage. A cell has a figure once it
// says something; until then a range alone.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Figure;
using comparison::StageCell;
using comparison::StageMatrix;
using comparison::StageSeen;

bool helps(const Compared& compared, const Figure& f) {
    return (f.value < 0) == compared.comparison.less_is_better;
}

std::string cell_text(const Compared& compared, const StageCell& c) {
    const Figure& f = c.difference;
    if (c.states == 0 || std::isnan(f.lo)) return "too few states";
    if (c.changed == 0) return "no change seen";
    if (f.clear_of_zero()) return (helps(compared, f) ? "✓ " : "✗ ") + interval_text(f);
    if (c.pooled.clear_of_zero()) return "≈ " + interval_text(c.pooled);
    return fmt::format("{} to {}", figure_text(f.lo), figure_text(f.hi));
}

/// Class of a cell: grey until it says something.
std::string cell_class(const Compared& compared, const StageCell& c) {
    if (std::isnan(c.difference.lo) || !c.difference.clear_of_zero()) return "s0";
    return helps(compared, c.difference) ? "g3" : "h3";
}

std::string stage_head(const StageSeen& s) {
    return fmt::format("at {} (seen in {} of futures; {} states)", s.stage,
                       percent_text(s.reached.value), s.states);
}

std::string given_table(const Compared& compared, const StageMatrix& matrix) {
    std::map<std::pair<std::string, std::string>, std::map<std::string, const StageCell*>> rows;
    for (const StageCell& c : matrix.cells)
        if (c.start.weeks == 0) rows[{c.strategy, c.start.intervention}][c.start.stage] = &c;
    std::vector<std::string> head{"strategy", "intervention"};
    for (const StageSeen& s : matrix.stages) head.push_back(stage_head(s));
    HtmlTable table(
        fmt::format("Difference in {} from doing nothing, given that the desk sees the stage, with "
                    "an interval that holds for all cells together (95 %). ✓ better and ✗ worse; "
                    "≈ clear only with what its strategy's other cells say; a range alone: "
                    "inconclusive; – not tried",
                    compared.wording.outcome),
        head);
    table.cards();
    for (const auto& [name, cells] : rows) {
        table.cell(spaced(name.first)).cell(spaced(name.second));
        for (const StageSeen& s : matrix.stages) {
            const auto found = cells.find(s.stage);
            if (found == cells.end())
                table.number("–");
            else
                table.cell(Markup{fmt::format("<span class=\"heat {}\">{}</span>",
                                              cell_class(compared, *found->second),
                                              escaped(cell_text(compared, *found->second)))});
        }
        table.end_row();
    }
    return table.html();
}

std::string headline(const Compared& compared, const StageMatrix& matrix) {
    std::size_t all = 0, better = 0, worse = 0;
    for (const StageCell& c : matrix.cells) {
        if (c.start.weeks > 0) continue;
        ++all;
        if (std::isnan(c.difference.lo) || !c.difference.clear_of_zero()) continue;
        ++(helps(compared, c.difference) ? better : worse);
    }
    return fmt::format(
        "Where the desk sees the stage, {} of {} cells are clearly better than doing "
        "nothing and {} clearly worse.",
        better, all, worse);
}

}  // namespace

std::string given_section(const Compared& compared) {
    const StageMatrix& matrix = compared.given;
    if (matrix.continuations.each == 0 || matrix.cells.empty()) return "";
    std::string nothing;
    for (const StageSeen& s : matrix.stages)
        if (!std::isnan(s.nothing.lo))
            nothing += fmt::format("{}{}: {}", nothing.empty() ? "" : "; ", s.stage,
                                   interval_text(s.nothing));
    std::string trust;
    if (!std::isnan(matrix.reliability))
        trust = fmt::format(
            " Reliability of the table: {:.2f}, where 1 is a table without error and 0 one whose "
            "cells differ by no more than their errors.",
            matrix.reliability);
    return section(
        "given", "Given the stage",
        fmt::format("<p class=\"headline\">{}</p>\n<p>From the state in which the desk first sees "
                    "a stage the future is drawn {} times, the same for doing nothing and for each "
                    "intervention. If nothing is done, {} by stage: {}.{}</p>\n",
                    escaped(headline(compared, matrix)), matrix.continuations.each,
                    escaped(compared.wording.outcome), escaped(nothing), trust) +
            folded("Cell by cell", given_table(compared, matrix)));
}

extern const Section section_given;
const Section section_given{8, [](const Findings& f, const Context&) {
                                return f.compared ? given_section(*f.compared) : std::string();
                            }};

}  // namespace forestall::report
