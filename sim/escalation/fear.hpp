// SPDX-License-Identifier: Apache-2.0
// Rule: an event frightens by its deaths; danger lasts a week, alarm dulls with its age and unease
// fades, as for scheduled violence (population/rules/alarm.hpp); of several events the one that
// frightens most on a day counts. Reads deaths of events; writes danger, alarm and unease of
// places. docs/mechanisms/alarm.md
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/table.hpp"
#include "core/units.hpp"

namespace forestall {

class Fear {
public:
    explicit Fear(std::size_t places) : blows_(places) {}
    /// An event of some intensity in [0,1] at a place on a day, in any order of days from `today`
    /// on; nobody asks any more about days before `today`.
    void add(PlaceId place, Day day, double intensity, Day today);
    /// Raises the fields of places, values in [0,1], to what events up to the day have left there.
    void raise(Day day, double memory_days, double fade_days, std::span<double> danger,
               std::span<double> alarm, std::span<double> unease) const;
    void hash(StateHash& h) const;

    static constexpr Day danger_days = 7;

private:
    struct Blow {
        Day day = 0;
        double intensity = 0;
    };
    Table<PlaceId, std::vector<Blow>> blows_;  ///< those that may still count
};

}  // namespace forestall
