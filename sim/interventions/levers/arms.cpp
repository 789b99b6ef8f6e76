// SPDX-License-Identifier: Apache-2.0
// Lever: what an actor's fighters can do in battle and to civilians.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.arms[i] *= math::exp(x); }

}  // namespace

extern const Lever lever_arms;
const Lever lever_arms{"arms",
                       "what an actor's fighters can do in battle and to civilians",
                       TargetKind::actor,
                       LeverScale::factor,
                       0.1,
                       5,
                       apply};

}  // namespace forestall
