// SPDX-License-Identifier: Apache-2.0
// Lever: an actor's income from outside and from what it holds.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.income[i] *= math::exp(x); }

}  // namespace

extern const Lever lever_income;
const Lever lever_income{"income",
                         "an actor's income from outside and from what it holds",
                         TargetKind::actor,
                         LeverScale::factor,
                         0.01,
                         5,
                         apply};

}  // namespace forestall
