// SPDX-License-Identifier: Apache-2.0
// `--set NAME=a,b,c` on the command line: a parameter, or a number of the scenario's own, held at
// values; several cross.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ensemble/points.hpp"
#include "world/world.hpp"

namespace forestall::app {

inline constexpr std::size_t most_points = 10'000;

/// What may be held in a world, and within which bounds.
struct Holdable {
    std::string name;
    std::string unit;
    double low = 0;
    double high = 0;
};

/// Every parameter of the tables, every number that the scenario gives, and every number of an
/// actor, given or not.
std::vector<Holdable> holdables(const World& world);

/// The design of all `--set` together; none for none. UsageError for a name that is not there (with
/// the nearest), a value that is no number or out of bounds (with the bounds), a name or a value
/// given twice, too many points.
Points points_of(const std::vector<std::string>& sets, const World& world);

}  // namespace forestall::app
