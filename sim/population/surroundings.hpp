// SPDX-License-Identifier: Apache-2.0
// What civilians see on one day, place by place: filled by the engine, read by the rules. Spans are
// indexed by PlaceId, but for `hunted`.
#pragma once
#include <cstdint>
#include <span>

#include "core/units.hpp"
#include "world/paths.hpp"

namespace forestall {

struct Surroundings {
    Day day = 0;
    std::span<const double> danger;  ///< violence here today, share in [0,1]
    std::span<const double>
        alarm;  ///< push to leave: violence here and near by, dulled by its age; share in [0,1]
    std::span<const double>
        unease;  ///< violence here, fading after its end: keeps people from coming; share in [0,1]
    std::span<const double> hunted;  ///< alarm by cell; empty: all groups of a place feel its alarm
    std::span<const std::uint8_t> enterable;  ///< 0: closed to newcomers today
    double shelter_deaths = 1;                ///< factor on deaths in shelter
    const SafePaths* paths = nullptr;  ///< ways to every place: destination number == place id
    double weekly_below =
        0;  ///< alarm under which people at a place decide once a week whether to leave
    double monthly_below = 0;  ///< and under which once in four weeks
};

}  // namespace forestall
