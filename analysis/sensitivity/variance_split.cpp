// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/variance_split.hpp"

#include <algorithm>
#include <stdexcept>

namespace forestall::sensitivity {
namespace {

using Points = std::vector<const std::vector<double>*>;

std::vector<double> split(const Points& points) {
    const std::size_t members = points.empty() ? 0 : points.front()->size();
    if (points.size() < 2 || members < 2)
        return {analysis::unknown, analysis::unknown, analysis::unknown};
    const auto p = static_cast<double>(points.size());
    const auto m = static_cast<double>(members);
    std::vector<double> of_point(points.size(), 0);
    std::vector<double> of_member(members, 0);
    double mean = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < members; ++j) {
            of_point[i] += (*points[i])[j] / m;
            of_member[j] += (*points[i])[j] / p;
            mean += (*points[i])[j] / (p * m);
        }
    double between_points = 0;
    double between_members = 0;
    double rest = 0;
    for (const double x : of_point) between_points += (x - mean) * (x - mean);
    for (const double x : of_member) between_members += (x - mean) * (x - mean);
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < members; ++j) {
            const double left = (*points[i])[j] - of_point[i] - of_member[j] + mean;
            rest += left * left;
        }
    rest /= (p - 1) * (m - 1);
    const double assumptions = std::max(0.0, between_points / (p - 1) - rest / m);
    const double luck = std::max(0.0, between_members / (m - 1) - rest / p);
    const double sum = assumptions + luck + rest;
    if (!(sum > 0)) return {analysis::unknown, analysis::unknown, analysis::unknown};
    return {assumptions / sum, luck / sum, rest / sum};
}

}  // namespace

VarianceSplit variance_split(const design::Rows& runs, std::size_t block, const Resampling& how) {
    for (const auto& point : runs)
        if (point.size() != runs.front().size())
            throw std::invalid_argument("points have equally many members");
    if (block == 0 || runs.size() % block != 0)
        throw std::invalid_argument("points are not whole blocks");
    const auto all =
        bootstrap_rows(runs.size() / block, how, [&](std::span<const std::size_t> chosen) {
            Points points;
            for (const std::size_t b : chosen)
                for (std::size_t k = 0; k < block; ++k) points.push_back(&runs[b * block + k]);
            return split(points);
        });
    return {all[0], all[1], all[2]};
}

}  // namespace forestall::sensitivity
