// SPDX-License-Identifier: Apache-2.0
// Lever: rate ratio of an actor's selective violence and arrests.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.selective_cost[i] -= x; }

}  // namespace

extern const Lever lever_selective_rate;
const Lever lever_selective_rate{"selective_rate",
                                 "rate ratio of an actor's selective violence and arrests",
                                 TargetKind::actor,
                                 LeverScale::factor,
                                 0.05,
                                 10,
                                 apply};

}  // namespace forestall
