// SPDX-License-Identifier: Apache-2.0
// Lever: how fast an actor's incitement grows when provoked.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.agitation[i] *= math::exp(x); }

}  // namespace

extern const Lever lever_incitement;
const Lever lever_incitement{"incitement",
                             "how fast an actor's incitement grows when provoked",
                             TargetKind::actor,
                             LeverScale::factor,
                             0.01,
                             5,
                             apply};

}  // namespace forestall
