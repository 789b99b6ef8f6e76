// SPDX-License-Identifier: Apache-2.0
// Rule: where people fled from and where they shelter, as a seat is told. Where it has word from a
// host place, its count there is shared out over the homes of those who shelter there, each share
// with an error of its own; some homes are not told of, and the largest few are named. So it is as
// late and as wrong as the seat's indicators. Reads the course and the seat's fog; moves nothing.
// Source: judgement; docs/exercise.md
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/exercise/fog.hpp"
#include "app/frame/json.hpp"
#include "population/population.hpp"

namespace forestall::app::exercise {

/// People who shelter in one place and are at home in another, in truth.
struct Flow {
    PlaceId from{};
    PlaceId to{};
    Persons people = 0;
    bool operator==(const Flow&) const = default;
};

/// The same as a seat has been told of it. It has no field that says what is true.
struct FlowSeen {
    std::string from;
    std::string to;
    double people = 0;  ///< about
};

/// What a seat has been told of the place where people shelter.
struct HostSeen {
    PlaceId place{};
    double sheltered = 0;  ///< about
};

/// Fewer than these are not told of.
inline constexpr double least_flow = 10;
/// So many homes at most are named of a host place.
inline constexpr std::size_t most_homes = 5;

/// To two digits.
double about(double count);
/// All flows now, in order of host and home.
std::vector<Flow> flows_of(const Population& people, const World& world);
/// `flows`: of `step`. Of the hosts given, in their order, each with its largest first.
std::vector<FlowSeen> flows_told(const FogInput& in, std::span<const Flow> flows,
                                 std::span<const HostSeen> hosts, std::size_t step);
/// As they are, for the white cell: all but the least, the largest of each host first.
std::vector<FlowSeen> true_flows(std::span<const Flow> flows, const World& world);

Json to_json(std::span<const FlowSeen> flows);

}  // namespace forestall::app::exercise
