// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/flip.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <stdexcept>

#include "analysis/assumptions/curves.hpp"
#include "analysis/assumptions/flip_pairs.hpp"
#include "analysis/assumptions/value.hpp"
#include "analysis/comparison/means.hpp"

namespace forestall::assumptions {
namespace {

/// The score nearest to 0 from which on, out to the plausible end, or if there is none to the
/// farthest, a curve is below 0; NaN: nowhere. Linear between grid points.
double crossing(const std::vector<double>& grid, const std::vector<double>& value, int direction) {
    const auto middle = static_cast<std::ptrdiff_t>(grid.size() / 2);
    for (const std::ptrdiff_t steps : {middle * 7 / 10, middle}) {
        std::ptrdiff_t i = middle + direction * steps;
        if (!(value[static_cast<std::size_t>(i)] < 0)) continue;
        while (i != middle && value[static_cast<std::size_t>(i - direction)] < 0) i -= direction;
        if (i == middle) return 0;
        const auto here = static_cast<std::size_t>(i),
                   before = static_cast<std::size_t>(i - direction);
        const double part = value[before] / (value[before] - value[here]);
        return grid[before] + part * (grid[here] - grid[before]);
    }
    return comparison::not_defined;
}

/// Whether any option overtakes the advice within the plausible range.
bool flips_plausibly(const std::vector<Curve>& curves) {
    return std::any_of(curves.begin(), curves.end(), [](const Curve& c) {
        return std::any_of(c.ends.begin(), c.ends.end(), [](const End& e) { return e.value < 0; });
    });
}

constexpr std::size_t shuffles_each = 5;  ///< of every number, for the count that chance gives

/// What one number's resamples add to the largest of all, and what share of them leads.
struct Told {
    std::vector<double> largest;                ///< per resample
    std::vector<std::array<double, 2>> stands;  ///< per rival and end
};

Told resampled(const std::vector<Curve>& curves, const std::vector<VectorXd>& signs) {
    Told out{std::vector<double>(signs.size(), 0.0),
             std::vector<std::array<double, 2>>(curves.size())};
    for (std::size_t c = 0; c < curves.size(); ++c)
        for (std::size_t e = 0; e < 2; ++e) {
            const End& end = curves[c].ends[e];
            for (std::size_t r = 0; r < signs.size(); ++r) {
                const double moved = end.share.dot(signs[r]);
                if (end.error > 0)
                    out.largest[r] = std::max(out.largest[r], std::fabs(moved) / end.error);
                if (end.value + moved < 0)
                    out.stands[c][e] += 1 / static_cast<double>(signs.size());
            }
        }
    return out;
}

/// Every rival's nearest flip by one number.
std::vector<Flip> flips_by(const Study& study, std::size_t number, const std::vector<Curve>& curves,
                           const Told& resamples, double critical,
                           const std::vector<std::size_t>& rivals) {
    static const std::vector<double> grid = score_grid();
    std::vector<Flip> out;
    for (std::size_t c = 0; c < curves.size(); ++c)
        for (const int direction : {-1, 1}) {
            const double z = crossing(grid, curves[c].value, direction);
            if (std::isnan(z)) continue;
            const std::size_t e = direction < 0 ? 0 : 1;
            const End& end = curves[c].ends[e];
            Flip flip;
            flip.numbers = {number};
            flip.score = {z};
            flip.value = {study.assumptions[number].at(z)};
            flip.distance = std::fabs(z);
            flip.plausible = flip.distance <= plausible_score;
            flip.to = rivals[c];
            flip.lead = {-end.value, -end.value - critical * end.error,
                         -end.value + critical * end.error, end.error};
            flip.stands = resamples.stands[c][e];
            flip.told = flip.plausible && flip.lead.lo > 0;
            out.push_back(std::move(flip));
        }
    return out;
}

bool nearer(const Flip& a, const Flip& b) {
    if (a.told != b.told) return a.told;
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.lead.value > b.lead.value;
}

}  // namespace

Flips flips_of(const Study& study, const FlipEffort& effort) {
    if (study.options.size() < 2)
        throw std::invalid_argument("one option alone leaves nothing to choose");
    if (study.members() < fewest_members) throw std::invalid_argument("too few members");
    const Rivals rivals = rivals_of(study);
    const auto signs = random_signs(study.members(), effort.resamples, effort.seed);
    const auto orders = shuffled_orders(study.members(), shuffles_each, effort.seed);
    const std::size_t numbers = study.assumptions.size();
    std::vector<double> by_chance(numbers);
    std::vector<std::vector<Curve>> curves(numbers);
    std::vector<Told> resamples(numbers);
    static const Parallel serial;
    (effort.parallel == nullptr ? serial : *effort.parallel)
        .for_chunks(numbers, 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t a = begin; a < end; ++a) {
                const std::vector<bool> moved = moved_columns(study, rivals, {a});
                curves[a] = curves_of(study.assumptions[a], rivals.difference, moved);
                resamples[a] = resampled(curves[a], signs);
                for (Curve& curve : curves[a])
                    for (End& at : curve.ends) at.share.resize(0);
                for (const auto& order : orders)
                    if (flips_plausibly(curves_of(study.assumptions[a],
                                                  rivals.difference(order, Eigen::all), moved)))
                        by_chance[a] += 1.0 / shuffles_each;
            }
        });
    std::vector<double> largest(signs.size(), 0.0);
    for (const Told& one : resamples)
        for (std::size_t r = 0; r < largest.size(); ++r)
            largest[r] = std::max(largest[r], one.largest[r]);
    const double critical = comparison::critical_value(largest, 0.95);
    Flips out;
    for (std::size_t a = 0; a < numbers; ++a) {
        auto all = flips_by(study, a, curves[a], resamples[a], critical, rivals.option);
        if (!all.empty()) out.each.push_back(*std::min_element(all.begin(), all.end(), nearer));
    }
    for (const double share : by_chance) out.by_chance += share;
    std::stable_sort(out.each.begin(), out.each.end(), nearer);
    if (std::none_of(out.each.begin(), out.each.end(), [](const Flip& f) { return f.plausible; }))
        out.pairs = pair_flips(study, curves, rivals.option);
    return out;
}

}  // namespace forestall::assumptions
