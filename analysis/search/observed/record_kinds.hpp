// SPDX-License-Identifier: Apache-2.0
// What a record of events, UCDP's say, would call what a member did, and whom it would count.
#pragma once
#include <optional>
#include <vector>

#include "analysis/search/fact_members.hpp"
#include "engine/outcome.hpp"
#include "scenario/observed/observations.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// Kinds of a member's events as UCDP has them: a battle needs a state on one side.
class RecordKinds {
public:
    explicit RecordKinds(const World& world);
    /// None: of no kind that is counted. Takes events in order: a takeover changes who governs.
    std::optional<ViolenceKind> of(const Event& event);

private:
    bool of_state(ActorId a) const { return index(a) < state_.size() && state_[index(a)]; }

    std::vector<bool> state_;  ///< by actor: it governs, or is of the forces of a state
};

/// Of one-sided violence the civilians, not the attackers whom resistance killed. Scheduled
/// violence does not say who died: all count.
Persons deaths_of_record(const Event& event, Counting counting);

}  // namespace forestall::analysis
