// SPDX-License-Identifier: Apache-2.0
// Lever: rate of clashes between neighbours.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.communal *= math::exp(x); }

}  // namespace

extern const Lever lever_communal_rate;
const Lever lever_communal_rate{"communal_rate",
                                "rate of clashes between neighbours",
                                TargetKind::country,
                                LeverScale::factor,
                                0.05,
                                10,
                                apply};

}  // namespace forestall
