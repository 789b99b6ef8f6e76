// SPDX-License-Identifier: Apache-2.0
// Lever: rate ratio of attacks on civilians at a place, for what there is to be had there.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.lure[i] += x; }

}  // namespace

extern const Lever lever_lure;
const Lever lever_lure{
    "lure",
    "rate ratio of attacks on civilians at a place, for what there is to be had there",
    TargetKind::place,
    LeverScale::factor,
    0.05,
    10,
    apply};

}  // namespace forestall
