// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "app/sweep/sensitivity_report.hpp"

namespace forestall::app {
namespace {

/// The first `taken` of every `each` rows: those that are independent points.
PointsOutcome first_rows(const PointsOutcome& all, std::size_t each, std::size_t taken) {
    PointsOutcome out{all.inputs, {}, {}, {}, all.option, all.members, all.known};
    for (std::size_t begin = 0; begin + each <= all.points.size(); begin += each)
        for (std::size_t row = begin; row < begin + taken; ++row) {
            out.points.push_back(all.points[row]);
            out.runs.push_back(all.runs[row]);
            out.means.push_back(all.means[row]);
        }
    return out;
}

std::string no_split_of(const PointsOutcome& of) {
    if (of.members < 2) return "there is one member";
    if (of.runs.size() < 2) return "fewer than two points are independent";
    if (of.runs.front().size() < 2) return "the outcome takes members together";
    for (const auto& point : of.runs)
        for (const double x : point)
            if (!std::isfinite(x)) return "the outcome is not known of every member";
    return "";
}

void add_split(Sensitivity& to, const PointsOutcome& of, const sensitivity::Resampling& how,
               std::size_t block = 1) {
    to.no_split = no_split_of(of);
    if (to.no_split.empty()) to.split = sensitivity::variance_split(of.runs, block, how);
}

}  // namespace

Sensitivity sensitivity_of(const PointsOutcome& outcome, const sensitivity::Resampling& how) {
    Sensitivity out;
    if (const auto shape = design::saltelli_shape(outcome.points); shape && shape->base >= 2) {
        out.sobol = sensitivity::sobol_indices(*shape, outcome.means, how);
        const PointsOutcome base = first_rows(outcome, shape->each(), 2);
        out.density = sensitivity::density_indices(base.points, base.means, how);
        add_split(out, base, how, 2);
        return out;
    }
    const std::size_t inputs = outcome.inputs.size();
    if (const auto moves = design::morris_moves(outcome.points); !moves.empty()) {
        out.morris = sensitivity::morris_effects(moves, inputs, outcome.means, how);
        add_split(out, first_rows(outcome, inputs + 1, 1), how);
        return out;
    }
    out.density = sensitivity::density_indices(outcome.points, outcome.means, how);
    add_split(out, outcome, how);
    return out;
}

}  // namespace forestall::app
