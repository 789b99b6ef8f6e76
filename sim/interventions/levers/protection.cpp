// SPDX-License-Identifier: Apache-2.0
// Lever: protection of civilians at a place by those who guard it.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.protection[i] += x; }

}  // namespace

extern const Lever lever_protection;
const Lever lever_protection{"protection",
                             "protection of civilians at a place by those who guard it",
                             TargetKind::place,
                             LeverScale::shift,
                             0,
                             1,
                             apply};

}  // namespace forestall
