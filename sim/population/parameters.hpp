// SPDX-License-Identifier: Apache-2.0
// The parameters of the population room: the table (what `describe`, the schema and the docs show)
// and the values of one member as the rules read them.
#pragma once
#include "core/parameter.hpp"
#include "world/parameters.hpp"

namespace forestall {

ParameterTable population_parameters();

struct PopulationParameters {
    double leave_rate_per_day;
    double alarm_reach_km;
    double alarm_memory_days;
    double alarm_fade_days;
    double origin_size_exponent;
    double distance_reach_km;
    double danger_detour;
    double closed_border_km;
    double danger_aversion;
    double kin_pull;
    double kin_familiar;
    double host_attraction;
    double host_size_exponent;
    double travel_km_per_day;
    double household;
    double onward_rate_per_day;
    double return_rate_per_day;
    double calm_level;
    double transit_death_rate_per_day;
    double shelter_death_rate_per_day;

    /// Reads each by its name in the table.
    static PopulationParameters from(const ParameterValues& values);
};

}  // namespace forestall
