// SPDX-License-Identifier: Apache-2.0
// Lever: reach of incitement at a place.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.media[i] *= math::exp(x); }

}  // namespace

extern const Lever lever_media_reach;
const Lever lever_media_reach{
    "media_reach", "reach of incitement at a place", TargetKind::place, LeverScale::factor, 0.01, 5,
    apply};

}  // namespace forestall
