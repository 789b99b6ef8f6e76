// SPDX-License-Identifier: Apache-2.0
// What each intervention changes, by the stage at which it begins. The table is the heat map of
// paper and of readers without JavaScript.
#include "analysis/report/matrix.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/report/lead_figure.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

/// Class of a cell: how much better (g) or worse (h), and whether that is told.
std::string shade_class(const Compared& compared, const Matrix& matrix, std::size_t option) {
    const double harm = shade_of(compared, matrix, option), size = std::fabs(harm);
    const Cell cell = cell_of(compared, option);
    if (cell == Cell::no_change || size < 0.05) return "s0";
    const int depth = 1 + (size > 0.3 ? 1 : 0) + (size > 0.6 ? 1 : 0);
    return fmt::format("{}{}{}", harm > 0 ? "h" : "g", depth,
                       cell == Cell::not_told ? " open" : "");
}

std::string cell_text(const Compared& compared, std::size_t option) {
    std::string figures = lead_text(compared.comparison, option);
    switch (cell_of(compared, option)) {
        case Cell::better:
            return "✓ " + figures;
        case Cell::worse:
            return "✗ " + figures;
        case Cell::no_change:
            return "no change seen";
        case Cell::not_told:
            break;
    }
    return figures;
}

/// "prevention (seen in 97 % of futures)"
std::string stage_head(const Findings& f, const std::string& stage) {
    const auto known = stage_words.find(stage);
    if (known && *known != Stage::none)
        return fmt::format("started at {} (seen in {} of futures)", stage,
                           percent_text(f.reached[static_cast<std::size_t>(*known)]));
    return "started at " + stage;
}

std::string matrix_table(const Findings& f, const Matrix& matrix) {
    const Compared& compared = *f.compared;
    std::vector<std::string> head = {"intervention"};
    for (const std::string& stage : matrix.stages) head.push_back(stage_head(f, stage));
    HtmlTable table(
        fmt::format(
            "What begins at each stage changes: {}, with an interval that holds for all cells "
            "together (95 %). ✓ better and ✗ worse; hatched: inconclusive; – not tried",
            lead_axis(compared)),
        head);
    for (std::size_t i = 0; i < matrix.interventions.size(); ++i) {
        table.cell(spaced(matrix.interventions[i]));
        for (const auto& option : matrix.options[i])
            if (option)
                table.cell(Markup{fmt::format("<span class=\"heat {}\">{}</span>",
                                              shade_class(compared, matrix, *option),
                                              escaped(cell_text(compared, *option)))});
            else
                table.number("–");
        table.end_row();
    }
    return table.html();
}

std::string heat_finding(const Findings& f, const Matrix& matrix) {
    std::size_t better = 0, cells = 0;
    for (const auto& row : matrix.options)
        for (const auto& option : row) {
            cells += option ? 1 : 0;
            better += option && cell_of(*f.compared, *option) == Cell::better ? 1 : 0;
        }
    return fmt::format("{} of {} combinations of intervention and stage {} clearly better than {}",
                       better == 0 ? "None" : std::to_string(better), cells,
                       better == 1 ? "is" : "are", baseline_text(f.compared->comparison));
}

/// How much of the matrix says anything, before a reader looks for patterns in it.
std::string summary(const Findings& f, const Matrix& matrix) {
    std::array<std::size_t, 4> counts{};
    std::size_t cells = 0;
    for (const auto& row : matrix.options)
        for (const auto& option : row)
            if (option) {
                ++counts[static_cast<std::size_t>(cell_of(*f.compared, *option))];
                ++cells;
            }
    const auto n = [&](Cell c) { return counts[static_cast<std::size_t>(c)]; };
    std::string out = fmt::format(
        "<p>Of {} combinations of intervention and stage, <b>{}</b> {} clearly better than doing "
        "nothing and <b>{}</b> clearly worse; <b>{}</b> are inconclusive, and {} changed nothing "
        "in any of the {} futures.",
        cells, n(Cell::better), n(Cell::better) == 1 ? "is" : "are", n(Cell::worse),
        n(Cell::not_told), n(Cell::no_change), f.members);
    if (n(Cell::better) + n(Cell::worse) == 0)
        out +=
            " Do not read a pattern into the colours: all of it may be luck. More futures may "
            "settle it.";
    return out +
           " A future that never reaches a stage counts as no difference, so that rarely reached "
           "stages show small "
           "ones.</p>";
}

}  // namespace

std::string matrix_section(const Findings& f) {
    const Matrix matrix = matrix_of(*f.compared);
    if (matrix.empty()) return "";
    return section(
        "matrix", "What, and when: intervention by stage",
        finding(heat_finding(f, matrix)) + summary(f, matrix) +
            live_figure_html("heat",
                             fmt::format("Blue is better, orange worse, hatched inconclusive: {}. "
                                         "Touch a cell for its interval and cost.",
                                         lead_axis(*f.compared))) +
            folded("The same as a table, with intervals", matrix_table(f, matrix)));
}

extern const Section section_matrix;
const Section section_matrix{10, [](const Findings& f, const Context&) {
                                 return f.compared ? matrix_section(f) : std::string();
                             }};

}  // namespace forestall::report
