// SPDX-License-Identifier: Apache-2.0
// Outcome: onset of a mass killing, the first step in which one armed actor has deliberately killed
// more than 1,000 civilians of a discrete group within 12 months (Early Warning Project's
// definition). Counts one-sided violence with a known actor and a targeted group.
#pragma once
#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "core/table.hpp"
#include "core/units.hpp"

namespace forestall {

class OnsetWatch {
public:
    OnsetWatch(std::size_t actors, std::size_t groups, Day step_days);
    void add(ActorId actor, GroupId group, Persons deaths);
    /// Ends a step; returns whether the threshold has been passed in it for the first time.
    bool end_step();
    int onset_step() const { return onset_; }

private:
    static constexpr Persons threshold = 1000;
    std::size_t window_;  ///< steps in 12 months
    using Deaths = Table<ActorId, GroupId, Persons>;
    std::vector<Deaths> steps_;  ///< ring of the last `window_` steps
    Deaths sum_;
    std::size_t now_ = 0;
    int step_ = 0;
    int onset_ = -1;
};

}  // namespace forestall
