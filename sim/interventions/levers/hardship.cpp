// SPDX-License-Identifier: Apache-2.0
// Lever: hardship of a place.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.hardship[i] += x; }

}  // namespace

extern const Lever lever_hardship;
const Lever lever_hardship{
    "hardship", "hardship of a place", TargetKind::place, LeverScale::shift, -1, 1, apply};

}  // namespace forestall
