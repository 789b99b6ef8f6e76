// SPDX-License-Identifier: Apache-2.0
// Lever: log-odds that an actor's leaders offer or accept talks.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.talk[i] += x; }

}  // namespace

extern const Lever lever_talk;
const Lever lever_talk{"talk",
                       "log-odds that an actor's leaders offer or accept talks",
                       TargetKind::actor,
                       LeverScale::shift,
                       -10,
                       10,
                       apply};

}  // namespace forestall
