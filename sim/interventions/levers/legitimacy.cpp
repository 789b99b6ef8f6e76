// SPDX-License-Identifier: Apache-2.0
// Lever: the government's right to rule in a group's eyes.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.legitimacy[i] += x; }

}  // namespace

extern const Lever lever_legitimacy;
const Lever lever_legitimacy{"legitimacy",
                             "the government's right to rule in a group's eyes",
                             TargetKind::group,
                             LeverScale::shift,
                             -1,
                             1,
                             apply};

}  // namespace forestall
