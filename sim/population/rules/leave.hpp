// SPDX-License-Identifier: Apache-2.0
// Rule: people leave home at a rate that grows with the alarm they feel; the risk-averse go sooner,
// those in hardship have fewer means to go. Reads: alarm at the place, traits. Writes: nothing.
// Source: Flee's awareness-driven spawning, 1 % of a conflict zone per day; trait factors have mean
// one over the population, so the rate is the population's (docs/mechanisms/leave.md).
#pragma once
#include "population/traits.hpp"

namespace forestall::rules {

/// Departures per day and person at home.
inline double leave_rate_per_day(double alarm, const Traits& t, double rate_per_day) {
    const double readiness = 2 * t.risk_aversion;  // mean 1 over U(0,1)
    const double means = 1.25 - 0.5 * t.hardship;  // mean 1
    return rate_per_day * alarm * readiness * means;
}

/// How much sooner people of these traits leave than the average, for splitting a prescribed
/// number.
inline double leave_propensity(const Traits& t) { return leave_rate_per_day(1, t, 1); }

}  // namespace forestall::rules
