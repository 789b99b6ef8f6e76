// SPDX-License-Identifier: Apache-2.0
// Rule: violence alarms people most when it is new; the alarm dulls with its age, and fades when it has ended.
// Reads: one violent episode at a place. Writes: nothing (the engine keeps the largest per place, then lets it reach
// places near by). Source: Flee's empirical decay of departures, 1, 1, 1, 0.5, 0.1 by 30-day blocks
// (docs/mechanisms/alarm.md).
#pragma once
#include "core/math.hpp"
#include "core/units.hpp"

namespace forestall::rules {

struct AlarmSettings {
    double memory_days;  ///< e-folding age
    double floor;        ///< share that never dulls while violence lasts
    double fade_days;    ///< e-folding time after its end
};

/// Alarm in [0, intensity] on `day` from an episode that began on `first` and ended on `last` (last >= day: still on).
inline double alarm(Day day, Day first, Day last, double intensity, const AlarmSettings& s) {
    if (day < first) return 0;
    const double dulled = s.floor + (1 - s.floor) * math::exp(-(day - first) / s.memory_days);
    const double faded = day <= last ? 1.0 : math::exp(-(day - last) / s.fade_days);
    return intensity * dulled * faded;
}

/// Share of an alarm that is felt `km` of road away.
inline double alarm_reach(double km, double reach_km) {
    return km <= 0 ? 1 : reach_km <= 0 ? 0 : math::exp(-km / reach_km);
}

}  // namespace forestall::rules
