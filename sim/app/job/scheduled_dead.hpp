// SPDX-License-Identifier: Apache-2.0
// Where violence is scheduled, nobody dies who is not there: how many of the scheduled dead a run
// could not place.
#pragma once
#include <string>
#include <vector>

#include "app/frame/output.hpp"
#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall::app {

/// Civilians of one option, summed over its members.
struct ScheduledDead {
    std::string option;
    Persons scheduled = 0;   ///< as drawn from violence.csv
    Persons not_placed = 0;  ///< of these, did not die: nobody was there
    std::size_t members = 0;
    std::size_t members_short = 0;  ///< with some not placed
};

/// An entry an option in the file; none where violence is endogenous. Computed from the schedule
/// and the deaths stored.
std::vector<ScheduledDead> scheduled_dead(const Results& results, const World& world,
                                          std::uint64_t seed);

/// A sentence a line for options that fell short; "" if all could be placed.
std::string scheduled_dead_text(const std::vector<ScheduledDead>& dead);
/// Array of option, scheduled, not_placed, members, members_short.
Json scheduled_dead_json(const std::vector<ScheduledDead>& dead);

}  // namespace forestall::app
