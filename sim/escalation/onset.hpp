// SPDX-License-Identifier: Apache-2.0
// Outcome: onset of a mass killing, the first step in which one armed actor has deliberately killed
// more than 1,000 civilians of a discrete group within 12 months (Early Warning Project's
// definition); and the same per head, more than 1 in 500 of the group and more than 100. Counts
// one-sided violence with a known actor and a targeted group.
#pragma once
#include <cstdint>
#include <vector>

#include "core/hash.hpp"
#include "core/ids.hpp"
#include "core/table.hpp"
#include "core/units.hpp"

namespace forestall {

class OnsetWatch {
public:
    /// `people`: of each group, at the start.
    OnsetWatch(std::size_t actors, const Table<GroupId, Persons>& people, Day step_days);
    void add(ActorId actor, GroupId group, Persons deaths);
    /// Ends a step; returns whether the threshold of 1,000 has been passed in it for the first
    /// time.
    bool end_step();
    /// The most that one actor has killed of one group in the last 12 months.
    Persons most() const;
    void hash(StateHash& h) const;
    int onset_step() const { return onset_; }
    int onset_per_head_step() const { return per_head_; }

private:
    static constexpr Persons threshold = 1000;
    static constexpr Persons least = 100;  ///< per head
    static constexpr Persons one_in = 500;
    std::size_t window_;  ///< steps in 12 months
    using Deaths = Table<ActorId, GroupId, Persons>;
    std::vector<Deaths> steps_;  ///< ring of the last `window_` steps
    Deaths sum_;
    std::size_t now_ = 0;
    int step_ = 0;
    int onset_ = -1;
    int per_head_ = -1;
    Table<GroupId, Persons> people_;
};

}  // namespace forestall
