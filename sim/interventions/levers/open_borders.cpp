// SPDX-License-Identifier: Apache-2.0
// Lever: closed borders that let people through: all from one half on.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.open_borders += x; }

}  // namespace

extern const Lever lever_open_borders;
const Lever lever_open_borders{"open_borders",
                               "closed borders that let people through: all from one half on",
                               TargetKind::country,
                               LeverScale::shift,
                               0,
                               1,
                               apply};

}  // namespace forestall
