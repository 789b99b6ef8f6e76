// SPDX-License-Identifier: Apache-2.0
// Lever: share of the commitment problem that a guarantor takes away.
#include <algorithm>

#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.guarantee = std::min(1.0, l.guarantee + x); }

}  // namespace

extern const Lever lever_guarantee;
const Lever lever_guarantee{"guarantee",
                            "share of the commitment problem that a guarantor takes away",
                            TargetKind::country,
                            LeverScale::shift,
                            0,
                            1,
                            apply};

}  // namespace forestall
