// SPDX-License-Identifier: Apache-2.0
// The end of a step as observers see it: what happened becomes evidence, late and with error for
// the desk; evidence becomes risk, stage and attention (escalation/monitoring.hpp).
#include <algorithm>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "engine/state.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {
constexpr auto kObserve = process("monitoring.observe");

/// What the desk makes of the indicators: each multiplied by an error of its own.
Evidence blurred(Evidence e, double error, const Luck& luck, std::uint32_t step) {
    Stream draw = luck.stream(kObserve, 0, step);
    for (double* x :
         {&e.battle_deaths, &e.incitement, &e.mobilised_share, &e.orders, &e.upheaval}) {
        const double u = draw.uniform();
        if (error > 0 && *x > 0) *x *= math::exp(error * sample::normal(u));
    }
    return e;
}

}  // namespace

Evidence State::evidence(const PopulationTotals& totals) const {
    Evidence e;
    for (const auto& h : world_->populations()) e.population += real(h.persons);
    e.displaced_share = real(totals.displaced()) / std::max(1.0, e.population);
    e.civilian_deaths = real(sums_.civilian_deaths);
    if (!endogenous()) return e;
    e.leading = real(onset_.most());
    e.battle_deaths = real(sums_.battle_deaths);
    e.mobilised_share = real(totals.mobilised) / std::max(1.0, e.population);
    for (const double x : scene_.incitement) e.incitement = std::max(e.incitement, x);
    for (const Memory& order : scene_.campaign)
        if (order.value > 0) e.orders = 1;
    for (const Memory& shock : scene_.shock) e.upheaval = std::max(e.upheaval, shock.value);
    for (const ActorId a : ids<ActorId>(scene_.actors))
        if (scene_.ruler != none<ActorId>() && scene_.offensive(a, scene_.ruler).value > 0)
            e.upheaval = 1;
    return e;
}

void State::watch(const PopulationTotals& totals, MemberOutcome& out) {
    const auto& m = monitoring_parameters_;
    const double step_days = world_->settings().step_days;
    const Evidence truth = evidence(totals);
    const Stage before = true_stage_.stage(), seen_before = seen_stage_.stage();
    true_stage_.update(truth, m);
    Evidence reported = truth;
    reported.civilian_deaths = real(sums_.reported);
    if (endogenous()) reported.leading = real(reports_.most());
    history_.push_back(reported);
    const double delay = m.delay_days * scene_.levers[lever<"monitoring_delay">];
    const auto lag = static_cast<std::size_t>(std::floor(delay / step_days + 0.5));
    Evidence seen = history_.size() > lag ? history_[history_.size() - 1 - lag] : Evidence{};
    seen.displaced_share = truth.displaced_share;  // UNHCR and OCHA count as it happens
    seen.population = truth.population;
    if (endogenous())
        seen = blurred(seen, m.indicator_error, luck_, static_cast<std::uint32_t>(step_));
    seen_stage_.update(seen, m, endogenous() ? m.assumed : 1);
    double news = seen.civilian_deaths;
    if (endogenous())
        news +=
            real(std::max<Persons>(0, totals.refugees - refugees_before_)) / m.refugees_per_death;
    refugees_before_ = totals.refugees;
    attention_ = attention_after(attention_, news, step_days, m);
    if (endogenous())
        attention_ = std::min(
            1.0, attention_ + scene_.levers[lever<"attention">] * step_days / 7 * (1 - attention_));

    seen_.stage = seen_stage_.stage();
    seen_.risk = seen_stage_.risk();
    seen_.attention = attention_;
    seen_.reported_deaths = seen_stage_.quarter_deaths();
    seen_.displaced = seen.displaced_share;

    auto& warned = out[Scalar::first_warning_step];
    if (step_ == 0) warned = -1;
    if (warned < 0 && seen_stage_.stage() >= Stage::mitigation) warned = static_cast<double>(step_);
    if (!endogenous()) return;
    const auto tell = [&](const char* manner, Stage from, Stage to) {
        if (from == to) return;
        Event event;
        event.step = static_cast<std::int32_t>(step_);
        event.number = next_event_++;
        event.kind = EventKind::stage;
        event.manner = std::string(manner) + ": " + stage_words.string(to);
        event.day = day_ - 1;
        events_.push_back(std::move(event));
    };
    tell("true", before, true_stage_.stage());
    tell("observed", seen_before, seen_stage_.stage());
}

}  // namespace forestall
