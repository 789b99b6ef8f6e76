// SPDX-License-Identifier: Apache-2.0
// Lever: outside pressure on an actor, in units of the motive of that name.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.pressure[i] += x; }

}  // namespace

extern const Lever lever_pressure;
const Lever lever_pressure{"pressure",
                           "outside pressure on an actor, in units of the motive of that name",
                           TargetKind::actor,
                           LeverScale::shift,
                           -2,
                           3,
                           apply};

}  // namespace forestall
