// SPDX-License-Identifier: Apache-2.0
// Lever: norms, discipline and elites that hold an actor back from civilians.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.restraint[i] += x; }

}  // namespace

extern const Lever lever_restraint;
const Lever lever_restraint{"restraint",
                            "norms, discipline and elites that hold an actor back from civilians",
                            TargetKind::actor,
                            LeverScale::shift,
                            -1,
                            1,
                            apply};

}  // namespace forestall
