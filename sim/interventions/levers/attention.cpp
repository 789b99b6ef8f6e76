// SPDX-License-Identifier: Apache-2.0
// Lever: share of the gap to full attention closed per week.
#include <algorithm>

#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.attention = std::min(1.0, l.attention + x); }

}  // namespace

extern const Lever lever_attention;
const Lever lever_attention{"attention",
                            "share of the gap to full attention closed per week",
                            TargetKind::country,
                            LeverScale::shift,
                            0,
                            1,
                            apply};

}  // namespace forestall
