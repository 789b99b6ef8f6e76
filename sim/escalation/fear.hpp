// SPDX-License-Identifier: Apache-2.0
// Rule: an event frightens each group by its own deaths, and by those of others less; danger lasts
// a week, alarm dulls with its age and unease fades, as for scheduled violence
// (population/rules/alarm.hpp); of several events the one that frightens most on a day counts. A
// place is as dangerous, alarmed and uneasy as the most frightened of its groups. Reads deaths of
// events; writes danger, alarm and unease of places, alarm of cells. docs/mechanisms/alarm.md
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/table.hpp"
#include "core/units.hpp"

namespace forestall {

/// What people feel, values in [0,1]: spans by place, `hunted` by place and group.
struct Frights {
    std::span<double> danger;
    std::span<double> alarm;
    std::span<double> unease;
    std::span<double> hunted;
};

class Fear {
public:
    Fear(std::size_t places, std::size_t groups) : blows_(places, groups) {}
    /// An event of some intensity in [0,1] for a group at a place on a day, in any order of days
    /// from `today` on; nobody asks any more about days before `today`.
    void add(PlaceId place, GroupId group, Day day, double intensity, Day today);
    /// Raises the fields to what events up to the day have left.
    void raise(Day day, double memory_days, double fade_days, const Frights& felt) const;
    void hash(StateHash& h) const;

    static constexpr Day danger_days = 7;

private:
    struct Blow {
        Day day = 0;
        double intensity = 0;
    };
    Table<PlaceId, GroupId, std::vector<Blow>> blows_;  ///< those that may still count
};

}  // namespace forestall
