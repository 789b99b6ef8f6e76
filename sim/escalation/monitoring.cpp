// SPDX-License-Identifier: Apache-2.0
#include "escalation/monitoring.hpp"

#include <algorithm>
#include <cmath>

#include "core/math.hpp"

namespace forestall {
namespace {

constexpr double quarter_days = 91;
constexpr double month_days = 28;
constexpr double unrest_scale = 0.005;  ///< mobilised share that counts as one unit

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
     ParameterSpec{"monitoring.deaths_scale", "1", 0.1, 1000, 10,
                   "civilian deaths in 13 weeks, as the desk reckons them, that count as one unit; "
                   "half as many in 28 days",
                   "judgement", 'D'}},
    {&MonitoringParameters::displacement_scale,
     ParameterSpec{"monitoring.displacement_scale", "1", 0.00001, 1, 0.001,
                   "displaced share of the population that counts as one unit", "judgement", 'D'}},
    {&MonitoringParameters::prevention_level,
     ParameterSpec{"monitoring.prevention_level", "1", 0, 1, 0.3,
                   "risk from which the stage is at least prevention", "judgement", 'D'}},
    {&MonitoringParameters::mitigation_level,
     ParameterSpec{"monitoring.mitigation_level", "1", 0, 1, 0.45,
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
     ParameterSpec{"monitoring.battle_scale", "1", 0.1, 1000, 20,
                   "fighters killed in 13 weeks that count as one unit", "judgement", 'D'}},
    {&MonitoringParameters::quarter,
     ParameterSpec{"monitoring.quarter", "1", 0, 5, 0.2,
                   "risk, in log-odds, per log unit of civilian deaths in 13 weeks",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::month,
     ParameterSpec{"monitoring.month", "1", 0, 5, 0.35, "the same, of civilian deaths in 28 days",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::battles,
     ParameterSpec{
         "monitoring.battles", "1", 0, 5, 0.25, "the same, of fighters killed in 13 weeks",
         "fit to the model's own runs, half a year before an onset; not to history", 'D'}},
    {&MonitoringParameters::displaced,
     ParameterSpec{"monitoring.displaced", "1", 0, 5, 0.1, "the same, of people displaced",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::unrest,
     ParameterSpec{"monitoring.unrest", "1", 0, 5, 0.1, "the same, of people mobilised",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::incitement,
     ParameterSpec{"monitoring.incitement", "1", 0, 5, 0.3, "risk, in log-odds, at full incitement",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::orders,
     ParameterSpec{"monitoring.orders", "1", 0, 5, 0.4,
                   "risk, in log-odds, while leaders have ordered violence against a group",
                   "fit to the model's own runs, half a year before an onset; not to history",
                   'D'}},
    {&MonitoringParameters::upheaval,
     ParameterSpec{
         "monitoring.upheaval", "1", 0, 5, 0.3, "risk, in log-odds, while power is fought for",
         "Harff 2003: mass killings follow upheavals; weight fit to the model's own runs", 'D'}},
    {&MonitoringParameters::leading,
     ParameterSpec{"monitoring.leading", "1", 0, 5, 0.4,
                   "the same as of civilian deaths in 13 weeks, of the most civilians of one group "
                   "whom one actor has killed in 12 months",
                   "Early Warning Project's definition; weight fit to the model's own runs", 'D'}},
    {&MonitoringParameters::imminent,
     ParameterSpec{"monitoring.imminent", "1", 0, 1, 0.95,
                   "risk from which a threat is imminent, so that the stage is response",
                   "trial against pattern 13", 'D'}},
    {&MonitoringParameters::per_head,
     ParameterSpec{
         "monitoring.per_head", "1", 0.1, 10000, 25,
         "civilian deaths per 100,000 people in 13 weeks from which the stage is response",
         "judgement: 1 in 1,000 a year", 'D'}},
    {&MonitoringParameters::assumed,
     ParameterSpec{"monitoring.assumed", "1", 0.05, 1, 0.65,
                   "share of civilian deaths that the desk takes to be reported", "judgement",
                   'D'}},
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

Stage StageWatch::candidate(const Evidence& e, const MonitoringParameters& p,
                            double counted) const {
    const double quarter = deaths_within(quarter_days) / counted;
    if (quarter >= p.response_deaths || risk_ >= p.imminent) return Stage::response;
    if (quarter >= 1 && quarter / std::max(1.0, e.population) * 1e5 >= p.per_head)
        return Stage::response;
    const double month = deaths_within(month_days) / counted;
    const bool escalating =
        month >= p.escalating_deaths && month / month_days > quarter / quarter_days;
    if (risk_ >= p.mitigation_level && (escalating || stage_ >= Stage::mitigation))
        return Stage::mitigation;
    return risk_ >= p.prevention_level ? Stage::prevention : Stage::none;
}

Stage StageWatch::update(const Evidence& e, const MonitoringParameters& p, double counted) {
    deaths_.push_back(e.civilian_deaths);
    const double lethality =
        p.quarter * math::log1p(deaths_within(quarter_days) / counted / p.deaths_scale) +
        p.month * math::log1p(2 * deaths_within(month_days) / counted / p.deaths_scale);
    const double kept = math::exp(-static_cast<double>(step_days_) / quarter_days);
    battles_ = battles_ * kept + e.battle_deaths;
    const double conflict = p.battles * math::log1p(battles_ / p.battle_scale);
    const double displacement = p.displaced * math::log1p(e.displaced_share / p.displacement_scale);
    const double unrest = p.unrest * math::log1p(e.mobilised_share / unrest_scale);
    const double structural = std::clamp(p.structural_risk, 1e-6, 1 - 1e-6);
    const double log_odds = math::log(structural / (1 - structural)) + lethality + conflict +
                            displacement + unrest + p.incitement * std::min(1.0, e.incitement) +
                            p.orders * std::min(1.0, e.orders) +
                            p.upheaval * std::min(1.0, e.upheaval) +
                            p.leading * math::log1p(e.leading / counted / p.deaths_scale);
    risk_ = 1 / (1 + math::exp(-log_odds));
    const Stage now = candidate(e, p, counted);
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
