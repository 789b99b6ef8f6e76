// SPDX-License-Identifier: Apache-2.0
// Lever: time from a report's being made to its being seen.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.monitoring_delay *= math::exp(x); }

}  // namespace

extern const Lever lever_monitoring_delay;
const Lever lever_monitoring_delay{"monitoring_delay",
                                   "time from a report's being made to its being seen",
                                   TargetKind::country,
                                   LeverScale::factor,
                                   0.01,
                                   5,
                                   apply};

}  // namespace forestall
