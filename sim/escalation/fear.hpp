// SPDX-License-Identifier: Apache-2.0
// Rule: an event frightens by its deaths; danger lasts a week, alarm dulls with its age and unease fades, as for
// scheduled violence (population/rules/alarm.hpp). Reads deaths of events; writes danger, alarm and unease of places.
// docs/mechanisms/alarm.md
#pragma once
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/units.hpp"

namespace forestall {

class Fear {
public:
    explicit Fear(std::size_t places) : marks_(places) {}
    /// An event of some intensity in [0,1] at a place.
    void add(std::size_t place, Day day, double intensity, double memory_days, double fade_days);
    /// Raises the fields of places to what events have left there. Returns whether danger was raised anywhere.
    void raise(Day day, double memory_days, double fade_days, std::span<double> danger, std::span<double> alarm,
               std::span<double> unease) const;
    void hash(StateHash& h) const;

    static constexpr Day danger_days = 7;

private:
    /// Levels as they were on their day.
    struct Mark {
        Day day = -1;
        double danger = 0;
        double alarm = 0;
        double unease = 0;
    };
    std::vector<Mark> marks_;
};

}  // namespace forestall
