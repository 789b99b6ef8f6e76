// SPDX-License-Identifier: Apache-2.0
#include "population/parameters.hpp"

namespace forestall {
namespace {

constexpr Parameters<PopulationParameters> population_table{{
    {&PopulationParameters::leave_rate_per_day,
     ParameterSpec{"population.leave_rate", "1/d", 0, 0.2, 0.01,
                   "share of people at home who leave per day at full alarm",
                   "Flee: 1 % of a conflict zone per day", 'B'}},
    {&PopulationParameters::alarm_memory_days,
     ParameterSpec{"population.alarm_memory", "d", 1, 2000, 16,
                   "age of violence at which alarm has dulled to 1/e",
                   "calibration on three UNHCR series; Hawkes memory of civilian deaths in Iraq 7 "
                   "to 20 days (Lewis et al. 2012)",
                   'C'}},
    {&PopulationParameters::alarm_reach_km,
     ParameterSpec{"population.alarm_reach", "km", 0, 500, 0,
                   "road distance over which alarm falls to 1/e; 0: it stays where violence is",
                   "judgement", 'D'}},
    {&PopulationParameters::alarm_fade_days,
     ParameterSpec{"population.alarm_fade", "d", 1, 365, 30,
                   "time after the end of violence in which alarm and unease fall to 1/e",
                   "judgement", 'D'}},
    {&PopulationParameters::origin_size_exponent,
     ParameterSpec{"population.origin_size_exponent", "1", 0, 1.5, 0.26,
                   "departures of a place grow with its size to this power (prescribed mode)",
                   "calibration on three UNHCR series", 'C'}},
    {&PopulationParameters::distance_reach_km,
     ParameterSpec{"population.distance_reach", "km", 50, 10000, 860,
                   "length of the way over which a destination's weight falls to 1/e",
                   "calibration on three UNHCR series; elasticity -0.4 to -1.2 at 350 to 1,000 km",
                   'C'}},
    {&PopulationParameters::danger_detour,
     ParameterSpec{"population.danger_detour", "1", 0, 10, 0.1,
                   "how much longer a way through full danger seems", "judgement", 'D'}},
    {&PopulationParameters::closed_border_km,
     ParameterSpec{"population.closed_border", "km", 0, 10000, 0,
                   "detour that a closed border costs those who cross all the same; 0: nobody does",
                   "judgement", 'D'}},
    {&PopulationParameters::kin_pull,
     ParameterSpec{
         "population.kin_pull", "1", 0, 20, 8,
         "log-odds of a place where all kin of the same home who are away are",
         "Saldarriaga & Hua 2019: prior migrants of the same origin pull most; size by calibration",
         'C'}},
    {&PopulationParameters::kin_familiar,
     ParameterSpec{"population.kin_familiar", "1", 1, 10000, 40,
                   "people away from a home place at which kin count half",
                   "calibration on three UNHCR series", 'C'}},
    {&PopulationParameters::host_attraction,
     ParameterSpec{"population.host_attraction", "1", 0, 100, 0.1,
                   "weight of a town of 10,000 against a camp",
                   "chosen so that about one in two to four displaced people go abroad, as UNHCR "
                   "and OCHA counted in "
                   "Mali 2012, South Sudan 2014 and CAR 2014",
                   'D'}},
    {&PopulationParameters::host_size_exponent,
     ParameterSpec{"population.host_size_exponent", "1", 0, 1.5, 0.5,
                   "a host town's weight grows with its size to this power",
                   "judgement; gravity models have 0.5 to 1", 'D'}},
    {&PopulationParameters::travel_km_per_day,
     ParameterSpec{"population.travel_speed", "km/d", 10, 400, 360,
                   "distance people on the move cover in a day", "Flee: 360 motorised, 35 on foot",
                   'B'}},
    {&PopulationParameters::household,
     ParameterSpec{
         "population.household", "1", 1, 20, 5,
         "people who flee and return together (endogenous mode), to a whole number",
         "planning figure of humanitarian agencies where households have not been counted", 'C'}},
    {&PopulationParameters::calm_level,
     ParameterSpec{"population.calm_level", "1", 0.001, 1, 0.1,
                   "unease at home above which nobody returns", "judgement", 'D'}},
    {&PopulationParameters::danger_aversion,
     ParameterSpec{"population.danger_aversion", "1", 0, 50, 10,
                   "how unease at a place puts off those who look for shelter", "judgement", 'D'}},
    {&PopulationParameters::onward_rate_per_day,
     ParameterSpec{"population.onward_rate", "1/d", 0, 0.1, 0,
                   "share of people in shelter who move on per day", "judgement", 'D'}},
    {&PopulationParameters::return_rate_per_day,
     ParameterSpec{"population.return_rate", "1/d", 0, 0.1, 0.003,
                   "share of displaced people who go home per day once it is calm", "judgement",
                   'D'}},
    {&PopulationParameters::transit_death_rate_per_day,
     ParameterSpec{"population.transit_death_rate", "1/d", 0, 0.05, 0.0005,
                   "deaths on the road per day through full danger", "judgement", 'D'}},
    {&PopulationParameters::shelter_death_rate_per_day,
     ParameterSpec{
         "population.shelter_death_rate", "1/d", 0, 0.001, 0.00002,
         "excess deaths in shelter per day; emergency threshold is a crude rate of 1 per 10,000",
         "Sphere", 'D'}},
}};

}  // namespace

ParameterTable population_parameters() { return population_table; }

PopulationParameters PopulationParameters::from(const ParameterValues& v) {
    return v.of(population_table);
}

}  // namespace forestall
