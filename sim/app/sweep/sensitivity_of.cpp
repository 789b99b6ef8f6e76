// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "app/sweep/sensitivity_report.hpp"

namespace forestall::app {
namespace {

/// Rows of A and B, which are independent points.
PointsOutcome base_rows(const PointsOutcome& all, const design::SaltelliShape& shape) {
    PointsOutcome out{all.inputs, {}, {}, {}, all.option};
    for (std::size_t b = 0; b < shape.base; ++b)
        for (std::size_t k = 0; k < 2; ++k) {
            const std::size_t row = b * shape.each() + k;
            out.points.push_back(all.points[row]);
            out.runs.push_back(all.runs[row]);
            out.means.push_back(all.means[row]);
        }
    return out;
}

std::optional<sensitivity::VarianceSplit> split_of(const PointsOutcome& of, std::size_t block,
                                                   const sensitivity::Resampling& how) {
    if (of.runs.front().size() < 2) return std::nullopt;
    for (const auto& point : of.runs)
        for (const double x : point)
            if (!std::isfinite(x)) return std::nullopt;
    return sensitivity::variance_split(of.runs, block, how);
}

}  // namespace

Sensitivity sensitivity_of(const PointsOutcome& outcome, const sensitivity::Resampling& how) {
    Sensitivity out;
    if (const auto shape = design::saltelli_shape(outcome.points); shape && shape->base >= 2) {
        out.sobol = sensitivity::sobol_indices(*shape, outcome.means, how);
        const PointsOutcome base = base_rows(outcome, *shape);
        out.density = sensitivity::density_indices(base.points, base.means, how);
        out.split = split_of(base, 2, how);
        return out;
    }
    const std::size_t inputs = outcome.inputs.size();
    if (const auto moves = design::morris_moves(outcome.points); !moves.empty()) {
        out.morris = sensitivity::morris_effects(moves, inputs, outcome.means, how);
        out.split = split_of(outcome, inputs + 1, how);
        return out;
    }
    out.density = sensitivity::density_indices(outcome.points, outcome.means, how);
    out.split = split_of(outcome, 1, how);
    return out;
}

}  // namespace forestall::app
