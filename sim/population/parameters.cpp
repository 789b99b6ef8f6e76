// SPDX-License-Identifier: Apache-2.0
#include "population/parameters.hpp"

#include <array>

namespace forestall {
namespace {

constexpr std::array population_table = {
    ParameterSpec{"population.leave_rate", "1/d", 0, 0.2, 0.01,
                  "share of people at home who leave per day at full alarm", "Flee: 1 % of a conflict zone per day",
                  'B'},
    ParameterSpec{"population.alarm_reach", "km", 0, 500, 0, "road distance over which alarm falls to 1/e", "judgement",
                  'D'},
    ParameterSpec{"population.alarm_memory", "d", 1, 2000, 90, "age of violence at which alarm has dulled to 1/e",
                  "Flee decay 1, 1, 1, 0.5, 0.1 by 30-day blocks", 'B'},
    ParameterSpec{"population.alarm_floor", "1", 0, 1, 0.1, "share of alarm that never dulls while violence lasts",
                  "Flee decay", 'B'},
    ParameterSpec{"population.alarm_fade", "d", 1, 365, 30,
                  "time after the end of violence in which alarm falls to 1/e", "judgement", 'D'},
    ParameterSpec{"population.origin_size_exponent", "1", 0, 1.5, 0.5,
                  "departures of a place grow with its size to this power (prescribed mode)", "calibration", 'C'},
    ParameterSpec{"population.distance_exponent", "1", 0, 3, 1, "a destination's weight falls with cost to this power",
                  "gravity range 0.5 to 1.5", 'B'},
    ParameterSpec{"population.distance_offset", "km", 0, 500, 10,
                  "added to the cost, so that very near places do not dominate", "Flee: 10 km", 'B'},
    ParameterSpec{"population.danger_detour", "1", 0, 10, 0.5, "how much longer a way through full danger seems",
                  "judgement", 'D'},
    ParameterSpec{"population.closed_border", "km", 0, 10000, 500,
                  "detour that a closed border costs those who cross all the same", "judgement", 'D'},
    ParameterSpec{"population.camp_passage", "km", 0, 2000, 0, "cost of passing through a camp rather than staying",
                  "calibration", 'C'},
    ParameterSpec{"population.danger_aversion", "1", 0, 50, 10,
                  "how alarm at a place puts off those who look for shelter", "judgement", 'D'},
    ParameterSpec{"population.capacity_exponent", "1", 0, 1.5, 0.6,
                  "a destination's weight grows with its size to this power", "gravity models", 'C'},
    ParameterSpec{"population.crowding_start", "1", 0, 0.999, 0.9, "occupancy from which a camp puts off newcomers",
                  "Flee: 0.9", 'B'},
    ParameterSpec{"population.kin_pull", "1", 0, 10, 1, "log-odds of a place where all one's displaced kin are",
                  "Saldarriaga & Hua 2019: strongest pull", 'B'},
    ParameterSpec{"population.country_nesting", "1", 0.05, 1, 1, "1: places compete one by one; below: countries first",
                  "nested logit", 'C'},
    ParameterSpec{"population.host_attraction", "1", 0, 100, 1,
                  "weight of a town of 10,000 against a camp of average size", "judgement", 'D'},
    ParameterSpec{"population.travel_speed", "km/d", 10, 400, 150, "distance people on the move cover in a day",
                  "Flee: 360 motorised, 35 on foot", 'B'},
    ParameterSpec{"population.onward_rate", "1/d", 0, 0.1, 0, "share of people in shelter who move on per day",
                  "judgement", 'D'},
    ParameterSpec{"population.return_rate", "1/d", 0, 0.1, 0.003,
                  "share of displaced people who go home per day once it is calm", "judgement", 'D'},
    ParameterSpec{"population.calm_level", "1", 0.001, 1, 0.1, "alarm at home above which nobody returns", "judgement",
                  'D'},
    ParameterSpec{"population.transit_death_rate", "1/d", 0, 0.05, 0.0005,
                  "deaths on the road per day through full danger", "judgement", 'D'},
    ParameterSpec{"population.shelter_death_rate", "1/d", 0, 0.001, 0.00002,
                  "excess deaths in shelter per day; emergency threshold is a crude rate of 1 per 10,000", "Sphere",
                  'D'},
};

}  // namespace

ParameterTable population_parameters() { return population_table; }

PopulationParameters PopulationParameters::from(const ParameterValues& v) {
    return {
        .leave_rate_per_day = v["population.leave_rate"],
        .alarm_reach_km = v["population.alarm_reach"],
        .alarm_memory_days = v["population.alarm_memory"],
        .alarm_floor = v["population.alarm_floor"],
        .alarm_fade_days = v["population.alarm_fade"],
        .origin_size_exponent = v["population.origin_size_exponent"],
        .distance_exponent = v["population.distance_exponent"],
        .distance_offset_km = v["population.distance_offset"],
        .danger_detour = v["population.danger_detour"],
        .closed_border_km = v["population.closed_border"],
        .camp_passage_km = v["population.camp_passage"],
        .danger_aversion = v["population.danger_aversion"],
        .capacity_exponent = v["population.capacity_exponent"],
        .crowding_start = v["population.crowding_start"],
        .kin_pull = v["population.kin_pull"],
        .country_nesting = v["population.country_nesting"],
        .host_attraction = v["population.host_attraction"],
        .travel_km_per_day = v["population.travel_speed"],
        .onward_rate_per_day = v["population.onward_rate"],
        .return_rate_per_day = v["population.return_rate"],
        .calm_level = v["population.calm_level"],
        .transit_death_rate_per_day = v["population.transit_death_rate"],
        .shelter_death_rate_per_day = v["population.shelter_death_rate"],
    };
}

}  // namespace forestall
