// SPDX-License-Identifier: Apache-2.0
// What the readers of observed/ share.
#pragma once
#include "scenario/loader.hpp"
#include "scenario/observed/geography.hpp"
#include "scenario/observed/observations.hpp"

namespace forestall {

struct ObservedReading {
    const ScenarioFiles& files;
    const WorldTables& tables;
    const Limits& limits;
    Report& report;
    Geography geography;
    Observations& out;

    /// Text of a file, or nullptr.
    const std::string* text(std::string_view file) const {
        const auto found = files.find(file);
        return found == files.end() ? nullptr : &found->second;
    }
};

void read_observed_deaths(ObservedReading& r);     ///< observed/deaths.csv
void read_observed_displaced(ObservedReading& r);  ///< observed/displaced.csv
void read_observed_control(ObservedReading& r);    ///< observed/control.csv
void read_observed_areas(ObservedReading& r);      ///< observed/areas.csv

}  // namespace forestall
