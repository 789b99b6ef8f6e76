// SPDX-License-Identifier: Apache-2.0
// Lever: share of an actor's fighters who leave per week.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.desertion[i] += x; }

}  // namespace

extern const Lever lever_desertion;
const Lever lever_desertion{"desertion",
                            "share of an actor's fighters who leave per week",
                            TargetKind::actor,
                            LeverScale::shift,
                            0,
                            0.2,
                            apply};

}  // namespace forestall
