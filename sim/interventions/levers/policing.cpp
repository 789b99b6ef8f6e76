// SPDX-License-Identifier: Apache-2.0
// Lever: order between neighbours at a place.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.policing[i] += x; }

}  // namespace

extern const Lever lever_policing;
const Lever lever_policing{
    "policing", "order between neighbours at a place", TargetKind::place, LeverScale::shift, -1, 1,
    apply};

}  // namespace forestall
