// SPDX-License-Identifier: Apache-2.0
// Lever: how much company people wait for before they take part, in standard deviations.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.participation += x; }

}  // namespace

extern const Lever lever_participation;
const Lever lever_participation{
    "participation",
    "how much company people wait for before they take part, in standard deviations",
    TargetKind::country,
    LeverScale::shift,
    -3,
    3,
    apply};

}  // namespace forestall
