// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/variance_split.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "core/random.hpp"

namespace forestall::sensitivity {
namespace {

using Picked = std::vector<std::size_t>;

/// What was drawn, and the sum of squares of the shares that each of it has.
struct Draw {
    Picked chosen;
    double q = 0;
    double n() const { return static_cast<double>(chosen.size()); }
    double free() const { return n() * (1 - q); }  ///< n - 1 if nothing was drawn twice
};

Draw draw_of(Picked chosen, std::size_t all) {
    std::vector<double> times(all, 0);
    for (const std::size_t i : chosen) ++times[i];
    Draw out{std::move(chosen), 0};
    for (const double t : times) out.q += (t / out.n()) * (t / out.n());
    return out;
}

Picked everything(std::size_t n) {
    Picked out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

struct Squares {
    double points = 0;
    double members = 0;
    double rest = 0;
};

Squares squares(const design::Rows& runs, const Draw& points, const Draw& members) {
    std::vector<double> of_point(points.chosen.size(), 0);
    std::vector<double> of_member(members.chosen.size(), 0);
    double mean = 0;
    for (std::size_t i = 0; i < of_point.size(); ++i)
        for (std::size_t j = 0; j < of_member.size(); ++j) {
            const double x = runs[points.chosen[i]][members.chosen[j]];
            of_point[i] += x / members.n();
            of_member[j] += x / points.n();
            mean += x / (points.n() * members.n());
        }
    Squares out;
    for (const double x : of_point) out.points += (x - mean) * (x - mean);
    for (const double x : of_member) out.members += (x - mean) * (x - mean);
    for (std::size_t i = 0; i < of_point.size(); ++i)
        for (std::size_t j = 0; j < of_member.size(); ++j) {
            const double x = runs[points.chosen[i]][members.chosen[j]];
            const double left = x - of_point[i] - of_member[j] + mean;
            out.rest += left * left;
        }
    return out;
}

/// Assumptions, luck and both together.
std::array<double, 3> split(const design::Rows& runs, const Draw& points, const Draw& members) {
    constexpr double none = 1e-9;  // what rounding leaves of no freedom
    constexpr std::array<double, 3> unknown{analysis::unknown, analysis::unknown,
                                            analysis::unknown};
    if (!(points.free() > none && members.free() > none)) return unknown;
    const Squares s = squares(runs, points, members);
    const double rest = s.rest / (points.free() * members.free());
    const double assumptions = std::max(0.0, s.points / points.free() - rest * members.q);
    const double luck = std::max(0.0, s.members / members.free() - rest * points.q);
    const double sum = assumptions + luck + rest;
    if (!(sum > 0)) return unknown;
    return {assumptions / sum, luck / sum, rest / sum};
}

std::array<double, 3> resplit(const design::Rows& runs, std::size_t block, Stream stream) {
    const std::size_t members = runs.front().size();
    Picked points, luck;
    for (std::size_t n = 0; n < runs.size() / block; ++n) {
        const auto b = static_cast<std::size_t>(stream.below(runs.size() / block));
        for (std::size_t k = 0; k < block; ++k) points.push_back(b * block + k);
    }
    for (std::size_t n = 0; n < members; ++n)
        luck.push_back(static_cast<std::size_t>(stream.below(members)));
    return split(runs, draw_of(std::move(points), runs.size()), draw_of(std::move(luck), members));
}

}  // namespace

VarianceSplit variance_split(const design::Rows& runs, std::size_t block, const Resampling& how) {
    constexpr auto drawn = process("sensitivity.split");
    for (const auto& point : runs)
        if (point.size() != runs.front().size())
            throw std::invalid_argument("points have equally many members");
    if (block == 0 || runs.size() % block != 0)
        throw std::invalid_argument("points are not whole blocks");
    const std::size_t members = runs.empty() ? 0 : runs.front().size();
    const auto value = split(runs, draw_of(everything(runs.size()), runs.size()),
                             draw_of(everything(members), members));
    std::array<std::vector<double>, 3> again;
    for (int r = 0; !runs.empty() && members > 0 && r < how.resamples; ++r) {
        const auto one =
            resplit(runs, block, Stream(how.seed, drawn, static_cast<std::uint32_t>(r)));
        for (std::size_t f = 0; f < one.size(); ++f) again[f].push_back(one[f]);
    }
    std::array<Estimate, 3> out;
    for (std::size_t f = 0; f < out.size(); ++f) {
        const Estimate spread = analysis::estimate(std::move(again[f]));
        out[f] = {value[f], spread.lo, spread.hi};
    }
    return {out[0], out[1], out[2]};
}

}  // namespace forestall::sensitivity
