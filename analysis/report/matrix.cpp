// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/comparison/resampling.hpp"
#include "analysis/report/lead_figure.hpp"
#include "analysis/report/sections/parts.hpp"
#include "world/stage_start.hpp"

namespace forestall::report {
namespace {

/// Of the cells that are told from the baseline, the largest; where none is, the size that nine in
/// ten stay below.
double scale_of(const Compared& compared, const Matrix& matrix) {
    double told = 0;
    std::vector<double> all;
    for (const auto& row : matrix.options)
        for (const auto& option : row) {
            if (!option) continue;
            const double size = std::fabs(lead_figure(compared.comparison, *option).value);
            if (!std::isfinite(size)) continue;
            all.push_back(size);
            const Cell cell = cell_of(compared, *option);
            if (cell == Cell::better || cell == Cell::worse) told = std::max(told, size);
        }
    if (told > 0 || all.empty()) return told;
    return comparison::quantile_of(std::move(all), 0.9);
}

}  // namespace

Cell cell_of(const Compared& compared, std::size_t option) {
    switch (lead_clear(compared.comparison, option)) {
        case comparison::Clear::better:
            return Cell::better;
        case comparison::Clear::worse:
            return Cell::worse;
        case comparison::Clear::none:
            return Cell::no_change;
        default:
            return Cell::not_told;
    }
}

double shade_of(const Compared& compared, const Matrix& matrix, std::size_t option) {
    const double value = lead_figure(compared.comparison, option).value;
    if (!std::isfinite(value) || matrix.scale <= 0) return 0;
    return std::clamp((compared.comparison.less_is_better ? 1 : -1) * value / matrix.scale, -1.0,
                      1.0);
}

Matrix matrix_of(const Compared& compared) {
    std::map<std::string, std::map<std::string, std::size_t>> cells;
    std::vector<std::string> others;  // stages by names that are not the usual ones
    for (std::size_t o = 0; o < compared.comparison.options.size(); ++o) {
        const std::string& name = compared.comparison.options[o].name;
        const auto start = parse_stage_option(name);
        if (!start || start->weeks > 0) continue;  // delays have a section of their own
        cells[start->intervention][start->stage] = o;
        others.push_back(start->stage);
    }
    Matrix out;
    for (const auto& word : stage_words)
        if (std::erase(others, word.text) > 0) out.stages.emplace_back(word.text);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    out.stages.insert(out.stages.end(), others.begin(), others.end());

    std::map<std::string, double> helps;  // 0 unless told
    for (const auto& [intervention, by_stage] : cells) {
        out.interventions.push_back(intervention);
        for (const auto& [stage, option] : by_stage)
            if (cell_of(compared, option) == Cell::better)
                helps[intervention] = std::max(
                    helps[intervention], std::fabs(lead_figure(compared.comparison, option).value));
    }
    std::stable_sort(
        out.interventions.begin(), out.interventions.end(),
        [&](const std::string& a, const std::string& b) { return helps[a] > helps[b]; });
    for (const std::string& intervention : out.interventions) {
        out.options.emplace_back();
        for (const std::string& stage : out.stages) {
            const auto at = cells[intervention].find(stage);
            out.options.back().push_back(at == cells[intervention].end()
                                             ? std::nullopt
                                             : std::optional<std::size_t>(at->second));
        }
    }
    out.scale = scale_of(compared, out);
    return out;
}

}  // namespace forestall::report
