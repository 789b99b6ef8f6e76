// SPDX-License-Identifier: Apache-2.0
// What each intervention changes, by the stage at which it begins.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

/// −1 full improvement to 1 full harm, as a class of five; the sign and number stand in the cell too.
std::string shade(const Figure& f, double most, bool less_is_better) {
    if (!std::isfinite(f.value) || most <= 0) return "";
    const double harm = (less_is_better ? 1 : -1) * f.value / most;
    if (std::fabs(harm) < 0.1) return "s0";
    return fmt::format("{}{}", harm > 0 ? "h" : "g", std::fabs(harm) > 0.6 ? 3 : std::fabs(harm) > 0.3 ? 2 : 1);
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

}  // namespace

std::string matrix_section(const Compared& compared) {
    const std::string matrix = matrix_table(compared);
    return matrix.empty() ? "" : section("matrix", "What, and when: intervention by stage", matrix);
}

}  // namespace forestall::report
