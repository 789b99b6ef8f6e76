// SPDX-License-Identifier: Apache-2.0
#include "interventions/condition.hpp"

#include <algorithm>

namespace forestall::condition_value {

namespace {

/// The target as an actor; none if it is something else.
ActorId actor_of(const Circumstances& c) {
    return c.kind == TargetKind::actor ? id_at<ActorId>(c.target) : none<ActorId>();
}

}  // namespace

double highest_animus(const Circumstances& c) {
    const ActorId a = actor_of(c);
    if (a == none<ActorId>()) return 0;
    double value = 0;
    for (const double x : c.scene.animus.row(a)) value = std::max(value, x);
    return value;
}

double lowest_legitimacy(const Circumstances& c) {
    const ActorId a = actor_of(c);
    if (a == none<ActorId>()) return 0;
    double value = 1;
    for (const double x : c.scene.legitimacy.row(a)) value = std::min(value, x);
    return value;
}

double supply(const Circumstances& c) {
    const ActorId a = actor_of(c);
    return a == none<ActorId>() ? 0 : c.scene.supply[a];
}

double threat(const Circumstances& c) {
    const ActorId a = actor_of(c);
    return a == none<ActorId>() ? 0 : c.scene.threat[a];
}

double protection(const Circumstances& c) {
    if (c.kind == TargetKind::place) return c.guarded[c.target];
    double most = 0;
    if (c.action.places.empty())
        for (const double g : c.guarded) most = std::max(most, g);
    for (const PlaceId p : c.action.places) most = std::max(most, c.guarded[index(p)]);
    return most;
}

double talks(const Circumstances& c) {
    return std::any_of(c.scene.dyads.begin(), c.scene.dyads.end(), [](const Dyad& d) {
        return d.state == DyadState::talks || d.state == DyadState::ceasefire ||
               d.state == DyadState::agreement;
    });
}

}  // namespace forestall::condition_value
