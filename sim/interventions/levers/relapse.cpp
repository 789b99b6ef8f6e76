// SPDX-License-Identifier: Apache-2.0
// Lever: rate at which ceasefires and agreements break.
#include "core/math.hpp"
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t, double x) { l.relapse *= math::exp(x); }

}  // namespace

extern const Lever lever_relapse;
const Lever lever_relapse{"relapse",
                          "rate at which ceasefires and agreements break",
                          TargetKind::country,
                          LeverScale::factor,
                          0.1,
                          10,
                          apply};

}  // namespace forestall
