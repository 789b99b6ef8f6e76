// SPDX-License-Identifier: Apache-2.0
// Rule: actors see each other late and through noise; threat is what enemies who are near weigh
// against oneself and one's bloc. Reads fighters, supply, relations, truces; writes belief, near,
// threat, threat_mean. Source: security dilemma (Posen
// 1993); blocs of the signed relation graph (structural balance, Cartwright & Harary 1956).
// docs/mechanisms/perception.md
#pragma once
#include <vector>

#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"

namespace forestall {

struct PerceptionParameters {
    double lag;
    double noise;
    double ally;
    double bloc;
    double reach;      ///< km
    double ceasefire;  ///< what is left of enmity in it
    double agreement;
};
extern const Parameters<PerceptionParameters> perception_parameters;

/// Actors joined by relations of at least `least`: bloc number of each actor, by lowest member.
Table<ActorId, std::size_t> blocs(const Scene& scene, double least);

/// Strength of each actor: fighters, what they are supplied and armed with. In fighters.
Table<ActorId, double> strengths(const Scene& scene);

/// How much of the second's force is near the first: 1 where the first stands or holds half of a
/// place, falling to 1/e over `reach` kilometres of road.
Table<ActorId, ActorId, double> nearness(const Scene& scene, const World& world, double reach);

/// One step of perceiving, `days` long.
void perceive(Scene& scene, const World& world, const Luck& luck, std::uint32_t step, double days,
              const PerceptionParameters& own);

}  // namespace forestall
