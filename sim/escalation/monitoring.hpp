// SPDX-License-Identifier: Apache-2.0
// Rule: the desk sees reports, late; from them it makes indicators, one risk index, and the stage,
// which rises at once and falls only after calm has lasted. The same rules on what happened,
// without delay, give the true stage. Attention rises with reported deaths and fades. Reads deaths,
// reports, displacement; writes risk, attention, stages. Source: docs/mechanisms/monitoring.md
// (Early Warning Project definition of a mass killing; 1,000 civilians in 12 months).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/hash.hpp"
#include "core/parameter.hpp"
#include "core/units.hpp"
#include "world/intervention.hpp"
#include "world/parameters.hpp"

namespace forestall {

ParameterTable monitoring_parameters();

struct MonitoringParameters {
    double delay_days;
    double reporting;  ///< share of civilian deaths that observers report where access is full
    double structural_risk;     ///< index in [0,1] before any violence
    double deaths_scale;        ///< civilian deaths in 13 weeks that count as one unit
    double displacement_scale;  ///< displaced share that does
    double prevention_level;    ///< risk from which the stage is at least prevention
    double mitigation_level;    ///< risk from which it is mitigation when violence escalates
    double
        escalating_deaths;   ///< civilian deaths in 28 days below which nothing is said to escalate
    double response_deaths;  ///< civilian deaths in 13 weeks from which it is response
    double calm_days;        ///< how long a lower stage must hold before the stage falls
    double attention_memory_days;
    double attended_level;      ///< attention from which mitigation is marked as attended
    double refugees_per_death;  ///< arrivals abroad that draw as much attention as a reported death
    double indicator_error;     ///< SD of the log of an indicator as the desk sees it
    double battle_scale;        ///< fighters killed in 13 weeks that count as one unit
    // Risk, in log-odds, by what is seen.
    double quarter, month, battles, displaced, unrest;  ///< per log unit
    double incitement, orders, upheaval;                ///< of each in [0,1]
    double leading;          ///< per log unit of the worst that one actor does to one group
    double imminent;         ///< risk from which the stage is response though few have been killed
    double per_head;         ///< civilian deaths per 100,000 in 13 weeks from which it is response
    double assumed;          ///< share of civilian deaths that the desk takes to be reported
    double attention_scale;  ///< reported deaths in a week at which attention closes 1 - 1/e of its
                             ///< gap to 1
    static MonitoringParameters from(const ParameterValues& values);
};

/// What there is to see in a step. All but deaths and displacement are 0 where violence is
/// scheduled.
struct Evidence {
    double civilian_deaths = 0;
    double displaced_share = 0;
    double population = 0;
    double battle_deaths = 0;
    double incitement = 0;       ///< of the loudest actor, [0,1]
    double mobilised_share = 0;  ///< of the population
    double orders = 0;           ///< whether leaders have ordered violence against a group, [0,1]
    double leading = 0;   ///< civilians of one group killed by one actor in 12 months, the most
    double upheaval = 0;  ///< a march on the capital, or the shock of a sudden turn, [0,1]
};

/// One line of evidence over time, as someone sees it.
class StageWatch {
public:
    explicit StageWatch(std::size_t step_days) : step_days_(step_days) {}
    /// Adds a step; returns the stage after it. `counted`: the share of deaths that evidence holds.
    Stage update(const Evidence& evidence, const MonitoringParameters& p, double counted = 1);
    Stage stage() const { return stage_; }
    double risk() const { return risk_; }
    /// Civilian deaths of the last 13 weeks, as counted.
    double quarter_deaths() const;
    void hash(StateHash& h) const;

private:
    double deaths_within(double days) const;
    Stage candidate(const Evidence& evidence, const MonitoringParameters& p, double counted) const;

    std::size_t step_days_;
    std::vector<double> deaths_;  ///< per step
    double risk_ = 0;
    Stage stage_ = Stage::none;
    double lower_for_days_ = 0;
    double battles_ = 0;  ///< fighters killed, fading over a quarter
};

/// Attention in [0,1] after `days` with the given reported deaths.
double attention_after(double attention, double reported_deaths, double days,
                       const MonitoringParameters& p);

}  // namespace forestall
