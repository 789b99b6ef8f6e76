// SPDX-License-Identifier: Apache-2.0
// Lever: rate ratio of an actor's mass violence and campaigns.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.mass_cost[i] -= x; }

}  // namespace

extern const Lever lever_mass_rate;
const Lever lever_mass_rate{"mass_rate",
                            "rate ratio of an actor's mass violence and campaigns",
                            TargetKind::actor,
                            LeverScale::factor,
                            0.05,
                            10,
                            apply};

}  // namespace forestall
