// SPDX-License-Identifier: Apache-2.0
// When the desk first saw a stage, how long before the onset, and whether an onset came of it.
#pragma once
#include "analysis/warnings/readings.hpp"
#include "core/stage.hpp"

namespace forestall::analysis {

/// First step in which the desk sees at least this stage, if it is before the onset; else -1.
int first_seen(const Watched& watched, Stage stage = Stage::response);

/// An alarm is the first time in a run that a stage is seen: right if the onset comes within half a
/// year, or else false.
struct Alarms {
    double onsets = 0;
    double preceded = 0;  ///< onsets with an alarm within the half-year before
    double false_alarms = 0;
    double open = 0;   ///< false alarms in the run's last half-year: what came of them is not known
    double years = 0;  ///< until the onset, or to the end
    double again = 0;  ///< later rises to that stage, from below, with no onset within half a year

    Alarms& operator+=(const Alarms& more);
};
Alarms alarms_of(const Watched& watched, Stage stage = Stage::response);

}  // namespace forestall::analysis
