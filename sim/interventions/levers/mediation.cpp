// SPDX-License-Identifier: Apache-2.0
// Lever: rate at which talks lead to a ceasefire.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.mediation *= math::exp(x); }

}  // namespace

extern const Lever lever_mediation;
const Lever lever_mediation{"mediation",
                            "rate at which talks lead to a ceasefire",
                            TargetKind::country,
                            LeverScale::factor,
                            0.1,
                            10,
                            apply};

}  // namespace forestall
