// SPDX-License-Identifier: Apache-2.0
#include "escalation/monitoring.hpp"

#include <algorithm>
#include <cmath>

#include "core/math.hpp"

namespace forestall {
namespace {

constexpr double quarter_days = 91;
constexpr double month_days = 28;

constexpr Parameters<MonitoringParameters> monitoring_table{{
    {&MonitoringParameters::delay_days,
     ParameterSpec{"monitoring.delay", "d", 0, 365, 14,
                   "from a death's being reported to its being seen by the desk", "judgement",
                   'D'}},
    {&MonitoringParameters::reporting,
     ParameterSpec{"monitoring.reporting", "1", 0, 1, 0.6,
                   "share of civilian deaths that observers report where access is full",
                   "judgement; UCDP and field estimates differ by factors of 1.5 to 3", 'D'}},
    {&MonitoringParameters::structural_risk,
     ParameterSpec{"monitoring.structural_risk", "1", 0, 1, 0.2,
                   "risk index before any violence is seen",
                   "judgement; country rankings of the Early Warning Project order it", 'D'}},
    {&MonitoringParameters::deaths_scale,
     ParameterSpec{
         "monitoring.deaths_scale", "1", 0.1, 1000, 10,
         "civilian deaths per 100,000 people in 13 weeks at which the lethality indicator is 0.63",
         "judgement", 'D'}},
    {&MonitoringParameters::displacement_scale,
     ParameterSpec{"monitoring.displacement_scale", "1", 0.001, 1, 0.1,
                   "displaced share of the population at which the displacement indicator is 0.63",
                   "judgement", 'D'}},
    {&MonitoringParameters::prevention_level,
     ParameterSpec{"monitoring.prevention_level", "1", 0, 1, 0.15,
                   "risk from which the stage is at least prevention", "judgement", 'D'}},
    {&MonitoringParameters::mitigation_level,
     ParameterSpec{"monitoring.mitigation_level", "1", 0, 1, 0.35,
                   "risk from which the stage is mitigation when violence escalates", "judgement",
                   'D'}},
    {&MonitoringParameters::escalating_deaths,
     ParameterSpec{"monitoring.escalating_deaths", "1", 0, 10000, 20,
                   "civilian deaths in 28 days below which violence is not said to escalate",
                   "judgement; a quarter of the pace of a mass killing", 'D'}},
    {&MonitoringParameters::response_deaths,
     ParameterSpec{"monitoring.response_deaths", "1", 1, 10000, 250,
                   "civilian deaths in 13 weeks from which the stage is response",
                   "Early Warning Project: more than 1,000 in 12 months, as a pace", 'B'}},
    {&MonitoringParameters::calm_days,
     ParameterSpec{"monitoring.calm", "d", 0, 730, 84,
                   "how long a lower stage must hold before the stage falls", "judgement", 'D'}},
    {&MonitoringParameters::attention_memory_days,
     ParameterSpec{"monitoring.attention_memory", "d", 1, 1000, 45,
                   "time in which attention falls to 1/e",
                   "judgement: attention rises late and falls fast", 'D'}},
    {&MonitoringParameters::attended_level,
     ParameterSpec{"monitoring.attended_level", "1", 0, 1, 0.3,
                   "attention from which a case in mitigation is marked as attended", "judgement",
                   'D'}},
    {&MonitoringParameters::refugees_per_death,
     ParameterSpec{
         "monitoring.refugees_per_death", "1", 1, 100000, 200,
         "people who arrive abroad in a step and draw as much attention as one reported death",
         "judgement", 'D'}},
    {&MonitoringParameters::indicator_error,
     ParameterSpec{"monitoring.indicator_error", "1", 0, 3, 0.3,
                   "standard deviation of the log of an indicator as the desk sees it", "judgement",
                   'D'}},
    {&MonitoringParameters::battle_scale,
     ParameterSpec{"monitoring.battle_scale", "1", 0.1, 1000, 15,
                   "fighters killed per 100,000 people in 13 weeks at which the indicator of armed "
                   "conflict is 0.63",
                   "judgement", 'D'}},
    {&MonitoringParameters::attention_scale,
     ParameterSpec{"monitoring.attention_scale", "1", 1, 100000, 300,
                   "reported deaths in a week that close 0.63 of attention's gap to 1", "judgement",
                   'D'}},
}};

}  // namespace

ParameterTable monitoring_parameters() { return monitoring_table; }

MonitoringParameters MonitoringParameters::from(const ParameterValues& v) {
    return v.of(monitoring_table);
}

double StageWatch::deaths_within(double days) const {
    const auto steps =
        static_cast<std::size_t>(std::floor(days / static_cast<double>(step_days_) + 0.5));
    double sum = 0;
    for (std::size_t i = 0; i < std::min(std::max<std::size_t>(1, steps), deaths_.size()); ++i)
        sum += deaths_[deaths_.size() - 1 - i];
    return sum;
}

double StageWatch::quarter_deaths() const {
    return deaths_.empty() ? 0 : deaths_within(quarter_days);
}

Stage StageWatch::candidate(const MonitoringParameters& p) const {
    const double quarter = deaths_within(quarter_days);
    if (quarter >= p.response_deaths) return Stage::response;
    const double month = deaths_within(month_days);
    const bool escalating =
        month >= p.escalating_deaths && month / month_days > quarter / quarter_days;
    if (risk_ >= p.mitigation_level && (escalating || stage_ >= Stage::mitigation))
        return Stage::mitigation;
    return risk_ >= p.prevention_level ? Stage::prevention : Stage::none;
}

Stage StageWatch::update(const Evidence& e, const MonitoringParameters& p) {
    deaths_.push_back(e.civilian_deaths);
    const double people = std::max(1.0, e.population);
    const double per_100000 = deaths_within(quarter_days) / people * 1e5;
    const double lethality = -math::expm1(-per_100000 / p.deaths_scale);
    const double displacement = -math::expm1(-e.displaced_share / p.displacement_scale);
    const double quarter = math::exp(-static_cast<double>(step_days_) / quarter_days);
    battles_ = battles_ * quarter + e.battle_deaths;
    const double conflict = -math::expm1(-battles_ / people * 1e5 / p.battle_scale);
    const double preparation = std::min(1.0, e.incitement);
    const double unrest = -math::expm1(-20 * e.mobilised_share);
    // Independent ways to be at risk: the chance that not all of them are absent. The last three
    // weigh a quarter.
    risk_ = 1 - (1 - p.structural_risk) * (1 - 0.5 * lethality) * (1 - 0.5 * displacement) *
                    (1 - 0.25 * conflict) * (1 - 0.25 * preparation) * (1 - 0.25 * unrest);
    const Stage now = candidate(p);
    if (now >= stage_) {
        stage_ = now;
        lower_for_days_ = 0;
    } else {
        lower_for_days_ += static_cast<double>(step_days_);
        if (lower_for_days_ >= p.calm_days) {
            stage_ = now;
            lower_for_days_ = 0;
        }
    }
    return stage_;
}

void StageWatch::hash(StateHash& h) const {
    h.add(risk_);
    h.add(stage_);
    h.add(lower_for_days_);
    if (battles_ != 0) h.add(battles_);
}

double attention_after(double attention, double reported_deaths, double days,
                       const MonitoringParameters& p) {
    const double kept = attention * math::exp(-days / p.attention_memory_days);
    return kept + (1 - kept) * -math::expm1(-reported_deaths / days * 7 / p.attention_scale);
}

}  // namespace forestall
