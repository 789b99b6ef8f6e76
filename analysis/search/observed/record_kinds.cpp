// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/record_kinds.hpp"

namespace forestall::analysis {

RecordKinds::RecordKinds(const World& world) {
    for (const Actor& actor : world.actors())
        state_.push_back(actor.kind == ActorKind::government ||
                         actor.kind == ActorKind::security_force ||
                         actor.kind == ActorKind::external_patron);
}

std::optional<ViolenceKind> RecordKinds::of(const Event& event) {
    switch (event.kind) {
        case EventKind::takeover:
            if (index(event.actor) < state_.size()) state_[index(event.actor)] = true;
            if (index(event.opponent) < state_.size()) state_[index(event.opponent)] = false;
            return std::nullopt;
        case EventKind::battle: {
            const bool two =
                index(event.actor) < state_.size() && index(event.opponent) < state_.size();
            if (two && !of_state(event.actor) && !of_state(event.opponent))
                return ViolenceKind::communal;
            return ViolenceKind::battle;
        }
        case EventKind::one_sided:
            return ViolenceKind::one_sided;
        case EventKind::communal:
            return ViolenceKind::communal;
        default:
            return std::nullopt;
    }
}

Persons deaths_of_record(const Event& event, Counting counting) {
    if (event.number < 0 && event.civilian_deaths == 0) return event.deaths;
    const Persons civilians =
        counting == Counting::happened ? event.civilian_deaths : event.reported;
    if (event.kind == EventKind::one_sided) return civilians;
    return event.deaths - event.civilian_deaths + civilians;
}

}  // namespace forestall::analysis
