// SPDX-License-Identifier: Apache-2.0
#include "interventions/condition.hpp"

#include <algorithm>

namespace forestall::condition_value {

double highest_animus(const Circumstances& c) {
    if (c.kind != TargetKind::actor) return 0;
    double value = 0;
    for (std::size_t g = 0; g < c.scene.groups; ++g)
        value = std::max(value, c.scene.animus[c.scene.ag(c.target, g)]);
    return value;
}

double lowest_legitimacy(const Circumstances& c) {
    if (c.kind != TargetKind::actor) return 0;
    double value = 1;
    for (std::size_t g = 0; g < c.scene.groups; ++g)
        value = std::min(value, c.scene.legitimacy[c.scene.ag(c.target, g)]);
    return value;
}

double supply(const Circumstances& c) {
    return c.kind == TargetKind::actor ? c.scene.supply[c.target] : 0;
}

double threat(const Circumstances& c) {
    return c.kind == TargetKind::actor ? c.scene.threat[c.target] : 0;
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
