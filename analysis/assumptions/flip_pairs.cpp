// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/flip_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace forestall::assumptions {
namespace {

constexpr std::size_t strongest = 40;  ///< numbers paired with each other, per rival
constexpr std::size_t most = 5;

/// Plausible places of the grid.
std::vector<std::size_t> plausible_places(const std::vector<double>& grid) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < grid.size(); ++i)
        if (std::fabs(grid[i]) <= plausible_score) out.push_back(i);
    return out;
}

/// The numbers that lower a rival's difference most within the plausible range.
std::vector<std::size_t> lowering_most(const std::vector<std::vector<Curve>>& curves,
                                       std::size_t rival, const std::vector<std::size_t>& places) {
    std::vector<double> lowest;
    for (const auto& of_number : curves) {
        double least = 0;
        for (const std::size_t i : places)
            least = std::min(least, of_number[rival].value[i] - of_number[rival].mean);
        lowest.push_back(least);
    }
    std::vector<std::size_t> order(curves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lowest[a] < lowest[b]; });
    order.resize(std::min(order.size(), strongest));
    return order;
}

}  // namespace

std::vector<Flip> pair_flips(const Study& study, const std::vector<std::vector<Curve>>& curves,
                             const std::vector<std::size_t>& rivals) {
    const std::vector<double> grid = score_grid();
    const auto places = plausible_places(grid);
    std::vector<Flip> all;
    for (std::size_t c = 0; c < rivals.size(); ++c) {
        const auto numbers = lowering_most(curves, c, places);
        for (std::size_t x = 0; x < numbers.size(); ++x)
            for (std::size_t y = x + 1; y < numbers.size(); ++y) {
                const Curve &a = curves[numbers[x]][c], &b = curves[numbers[y]][c];
                Flip nearest;
                nearest.distance = comparison::not_defined;
                for (const std::size_t i : places)
                    for (const std::size_t j : places) {
                        const double distance = std::hypot(grid[i], grid[j]);
                        if (nearest.distance <= distance || a.value[i] + b.value[j] - a.mean >= 0)
                            continue;
                        nearest.distance = distance;
                        nearest.score = {grid[i], grid[j]};
                    }
                if (std::isnan(nearest.distance)) continue;
                nearest.numbers = {numbers[x], numbers[y]};
                nearest.plausible = true;
                nearest.to = rivals[c];
                for (std::size_t k = 0; k < 2; ++k)
                    nearest.value.push_back(
                        study.assumptions[nearest.numbers[k]].at(nearest.score[k]));
                all.push_back(std::move(nearest));
            }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Flip& a, const Flip& b) { return a.distance < b.distance; });
    std::vector<Flip> out;
    for (Flip& f : all) {
        const auto same = [&](const Flip& g) {
            return std::is_permutation(f.numbers.begin(), f.numbers.end(), g.numbers.begin());
        };
        if (out.size() < most && std::none_of(out.begin(), out.end(), same))
            out.push_back(std::move(f));
    }
    return out;
}

}  // namespace forestall::assumptions
