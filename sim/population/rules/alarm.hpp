// SPDX-License-Identifier: Apache-2.0
// Rule: violence alarms people most when it is new; the alarm dulls with its age, and fades when it
// has ended. Reads: one violent episode at a place. Writes: nothing (the engine keeps the largest
// per place, then lets it reach places near by). Source: Flee's empirical decay of departures, 1,
// 1, 1, 0.5, 0.1 by 30-day blocks (docs/mechanisms/alarm.md).
#pragma once
#include "core/math.hpp"
#include "core/units.hpp"

namespace forestall::rules {

struct AlarmSettings {
    double memory_days;  ///< e-folding age
    double fade_days;    ///< e-folding time after its end
};

/// Alarm in [0,1] of violence of full intensity that is `age` days old and still on.
inline double dulled(Day age, const AlarmSettings& s) { return math::exp(-age / s.memory_days); }

/// Share of alarm and unease left `days` after the violence has ended.
inline double faded(Day days, const AlarmSettings& s) { return math::exp(-days / s.fade_days); }

/// Share of an alarm that is felt `km` of road away.
inline double alarm_reach(double km, double reach_km) {
    if (km <= 0) return 1;
    return reach_km <= 0 ? 0 : math::exp(-km / reach_km);
}

}  // namespace forestall::rules
