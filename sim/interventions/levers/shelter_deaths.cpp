// SPDX-License-Identifier: Apache-2.0
// Lever: deaths of displaced people by other than violence.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.shelter_deaths *= math::exp(x); }

}  // namespace

extern const Lever lever_shelter_deaths;
const Lever lever_shelter_deaths{"shelter_deaths",
                                 "deaths of displaced people by other than violence",
                                 TargetKind::country,
                                 LeverScale::factor,
                                 0.01,
                                 5,
                                 apply};

}  // namespace forestall
