// SPDX-License-Identifier: Apache-2.0
// Lever: an actor's will to go on fighting.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.resolve[i] += x; }

}  // namespace

extern const Lever lever_resolve;
const Lever lever_resolve{
    "resolve", "an actor's will to go on fighting", TargetKind::actor, LeverScale::shift, -1, 1,
    apply};

}  // namespace forestall
