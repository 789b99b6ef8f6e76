// SPDX-License-Identifier: Apache-2.0
// Rule: interventions are compared at the same money. One that is placed somewhere is taken as many
// times as the money pays for, each package at three places more, where most civilians are killed
// if nothing is done; what remains is a smaller one. Others (words, talks, sanctions, a radio) are
// not made stronger by money: they stay as they are, at what they cost.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/distribution.hpp"
#include "core/parallel.hpp"
#include "world/intervention.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// Places that one package covers.
inline constexpr std::size_t places_of_a_package = 3;

struct AtCost {
    double usd = 0;
    std::vector<std::string> places;  ///< by need, greatest first
};

/// A part of the money: a package of this size at these places.
struct Package {
    double scale = 1;
    std::vector<std::string> places;
};

/// Median cost, USD: set-up and a year, or the duration if that is shorter. `numbers`: of the
/// catalogue.
double package_cost(const Intervention& what,
                    const std::map<std::string, Distribution, std::less<>>& numbers);
bool can_be_scaled(const Intervention& what);
/// What the money pays for of an intervention that can be scaled; no more than there are places.
std::vector<Package> packages(double cost, const AtCost& at);

/// Places at home where people live, by the civilians killed there in `count` members from `first`
/// on in which nothing is done; among equals by name.
std::vector<std::string> places_by_need(const World& world, std::uint64_t seed, std::uint64_t first,
                                        std::uint64_t count, const Parallel& parallel);

}  // namespace forestall::analysis
