// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/prices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/pairs.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::assumptions {
namespace {

/// Outcomes that a planner might judge by instead.
constexpr std::array others = {"civilian_deaths", "battle_deaths", "displaced",
                               "displaced:peak",  "refugees",      "indirect_deaths",
                               "mass_killing"};

/// 1 / worth at which option o overtakes the advice; NaN: the lines are parallel or cross below 0.
double crossing(double harm_advice, double cost_advice, double harm, double cost) {
    const double at = (harm - harm_advice) / (cost_advice - cost);
    return std::isfinite(at) && at >= 0 ? at : comparison::not_defined;
}

WorthFlip with_interval(const Study& study, std::size_t to, double at,
                        const comparison::Resamples& resamples, const Plan& plan) {
    const std::size_t options = study.options.size();
    std::vector<double> simulated;
    for (std::size_t r = 0; r < plan.replicates; ++r) {
        const double x =
            crossing(resamples.mean[study.best][r], resamples.mean[options + study.best][r],
                     resamples.mean[to][r], resamples.mean[options + to][r]);
        if (x > 0) simulated.push_back(1 / x);
    }
    const double tail = (1 - plan.level) / 2;
    return {{1 / at, comparison::quantile_of(simulated, tail),
             comparison::quantile_of(simulated, 1 - tail),
             std::sqrt(comparison::variance_of(simulated))},
            to,
            static_cast<double>(simulated.size()) / static_cast<double>(plan.replicates)};
}

Elsewhere judged(std::string name, std::string text, const Columns& harm, std::size_t baseline,
                 const Plan& plan) {
    const auto pairs = comparison::all_pairs(harm, baseline, plan);
    return {std::move(name), std::move(text), pairs.best, pairs.not_told};
}

}  // namespace

WorthFlips worth_flips(const Study& study, const Plan& plan) {
    const double now = study.worth ? 1 / *study.worth : 0;
    const double harm = comparison::mean_of(study.turned[study.best]),
                 cost = comparison::mean_of(study.cost[study.best]);
    double lower = comparison::not_defined, higher = lower;  // of 1 / worth
    std::size_t to_lower = 0, to_higher = 0;
    for (std::size_t o = 0; o < study.options.size(); ++o) {
        if (o == study.best) continue;
        const double at = crossing(harm, cost, comparison::mean_of(study.turned[o]),
                                   comparison::mean_of(study.cost[o]));
        if (at > now && !(at >= higher)) higher = at, to_higher = o;
        if (at > 0 && at < now && !(at <= lower)) lower = at, to_lower = o;
    }
    Columns columns = study.turned;
    columns.insert(columns.end(), study.cost.begin(), study.cost.end());
    const comparison::Resamples resamples = comparison::resample(columns, plan);
    WorthFlips out;
    if (!std::isnan(higher))
        out.below.push_back(with_interval(study, to_higher, higher, resamples, plan));
    if (!std::isnan(lower))
        out.above.push_back(with_interval(study, to_lower, lower, resamples, plan));
    return out;
}

std::vector<Elsewhere> by_discount(const Results& results, const StudyWish& wish,
                                   const std::vector<std::size_t>& members, const Plan& plan) {
    std::vector<Elsewhere> out;
    if (!wish.worth) return out;
    for (int percent = 0; percent <= 10; ++percent) {
        StudyWish other = wish;
        other.prices.discount = percent / 100.0;
        const Study study = study_of(results, other, {}, members);
        out.push_back(judged(fmt::format("{:.2f}", other.prices.discount),
                             fmt::format("discounted at {} %", percent), study.harm, study.baseline,
                             plan));
    }
    return out;
}

std::vector<Elsewhere> by_outcome(const Results& results, const Study& study,
                                  const std::vector<std::size_t>& members, const Plan& plan) {
    std::vector<Elsewhere> out;
    for (const char* name : others) {
        if (name == study.outcome && !study.worth) continue;
        try {
            const comparison::Outcome outcome = comparison::outcome_of(results, name, members);
            out.push_back(judged(outcome.name, outcome.text, outcome.values, study.baseline, plan));
        } catch (const std::invalid_argument&) {
            continue;  // the file is older than the variable
        }
    }
    return out;
}

}  // namespace forestall::assumptions
