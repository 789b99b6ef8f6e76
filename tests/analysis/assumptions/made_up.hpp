// SPDX-License-Identifier: Apache-2.0
// Studies of assumptions whose truth is known: what is drawn is normal, harms are functions of it
// and of luck.
#pragma once
#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

#include "analysis/assumptions/study.hpp"
#include "core/random.hpp"

namespace forestall::testing {

struct Truth {
    std::size_t members = 400;
    std::size_t assumptions = 5;
    std::size_t options = 2;
    /// Net harm of an option from what was drawn (normal scores) and the member's luck.
    std::function<double(std::size_t option, const std::vector<double>& drawn, Stream& luck)> harm;
};

inline double normal(Stream& luck) { return assumptions::normal_score(luck.uniform()); }

/// 0 in most members, now and then a toll with a Pareto tail (density exponent 2.5) up to
/// `largest`; its mean is near 1.
inline double outbreak(Stream& luck, double largest) {
    if (luck.uniform() < 0.7) return 0;
    const double u = luck.uniform(), a = std::pow(largest, -1.5);
    return 1.1 * std::pow(u + (1 - u) * a, -1 / 1.5);
}

inline assumptions::Study made_up(const Truth& truth, std::uint64_t seed) {
    assumptions::Study s;
    s.text = "civilian deaths";
    s.outcome = "civilian_deaths";
    for (std::size_t o = 0; o < truth.options; ++o)
        s.options.push_back(o == 0 ? "none" : "option " + std::to_string(o));
    s.turned.assign(truth.options, std::vector<double>(truth.members));
    s.cost = s.turned;
    s.assumptions.resize(truth.assumptions);
    std::vector<double> drawn(truth.assumptions);
    for (std::size_t m = 0; m < truth.members; ++m) {
        Stream luck(seed, process("test.assumptions"), static_cast<std::uint32_t>(m));
        for (double& z : drawn) z = normal(luck);
        for (std::size_t a = 0; a < drawn.size(); ++a) s.assumptions[a].drawn.push_back(drawn[a]);
        for (std::size_t o = 0; o < truth.options; ++o) {
            Stream same = luck;  // the same luck under every option
            s.turned[o][m] = truth.harm(o, drawn, same);
        }
    }
    for (std::size_t a = 0; a < truth.assumptions; ++a) {
        assumptions::Assumption& one = s.assumptions[a];
        one.name = "number." + std::to_string(a);
        one.law = assumptions::Law{{Shape::normal, {0, 1, 0}, ""}, -1e9, 1e9};
        one.score = assumptions::normal_scores(one.drawn);
    }
    s.harm = assumptions::net_harm(s.turned, s.cost, s.worth);
    s.best = assumptions::best_of(s.harm, 0);
    return s;
}

/// Expected value of knowing D ~ normal(mean, sd), the difference between two options.
inline double value_of_knowing(double mean, double sd) {
    const double t = std::fabs(mean) / sd;
    return sd * std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi) -
           std::fabs(mean) * assumptions::normal_share(-t);
}

}  // namespace forestall::testing
