// SPDX-License-Identifier: Apache-2.0
// Lever: chance that a death at a place is reported that else would not be.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.observers[i] += x; }

}  // namespace

extern const Lever lever_observers;
const Lever lever_observers{"observers",
                            "chance that a death at a place is reported that else would not be",
                            TargetKind::place,
                            LeverScale::shift,
                            0,
                            1,
                            apply};

}  // namespace forestall
