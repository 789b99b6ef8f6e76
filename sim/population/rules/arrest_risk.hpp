// SPDX-License-Identifier: Apache-2.0
// Rule: people reckon with arrest the more, the more police there are for each active person in
// sight; who is aggrieved by more than the risk that this means to him, and a threshold, is willing
// to act. Reads: police and active people in sight, grievance, risk aversion. Writes: nothing.
// Source: Epstein 2002, rule A; floor as in NetLogo's Rebellion, rounding as in Mesa
// (docs/mechanisms/arrest-risk.md).
#pragma once
#include <cmath>

#include "core/math.hpp"
#include "world/ratio_rule.hpp"

namespace forestall::rules {

/// C/A as people read it; actives > 0.
inline double cops_per_active(double cops, double actives, RatioRule rule) {
    const double ratio = cops / actives;
    if (rule == RatioRule::floor) return std::floor(ratio);
    return rule == RatioRule::round ? std::floor(ratio + 0.5) : ratio;
}

/// P = 1 - exp(-k f(C/A)), in [0,1]. `actives` > 0: whoever asks counts as one of them.
inline double arrest_chance(double cops, double actives, double k, RatioRule rule) {
    return -math::expm1(-k * cops_per_active(cops, actives, rule));
}

/// N = R P.
inline double net_risk(double risk_aversion, double chance_of_arrest) {
    return risk_aversion * chance_of_arrest;
}

/// G - N > T.
inline bool willing(double grievance, double net_risk, double threshold) {
    return grievance - net_risk > threshold;
}

}  // namespace forestall::rules
