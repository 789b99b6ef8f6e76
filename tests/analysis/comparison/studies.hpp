// SPDX-License-Identifier: Apache-2.0
// Synthetic studies with known truth, shaped like the simulator's members: most never escalate and
// have no deaths at all; the rest have a Poisson number of events of an intensity that varies from
// member to member (lognormal), each with a toll of density exponent 2.5 up to the people exposed.
// Options thin the events, prevent some onsets, start others, add events, or give part of the
// members other luck; one does nothing.
#pragma once
#include <array>
#include <cmath>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::test {

struct Outbreaks {
    double escalates = 0.3;  ///< share of members
    double events = 20;      ///< median number in a member that escalates
    double spread = 1;       ///< of the logarithm of that number
    double exposed = 20000;  ///< largest toll of one event
};

inline constexpr double least_toll = 5;
inline constexpr double toll_exponent = 2.5;
inline constexpr std::size_t study_options = 9;  ///< the baseline apart

/// Mean toll of an event: Pareto truncated at `exposed`.
inline double mean_toll(const Outbreaks& w) {
    const double a = toll_exponent - 1, r = least_toll / w.exposed;
    return least_toll * a / (a - 1) * (1 - std::pow(r, a - 1)) / (1 - std::pow(r, a));
}

inline double baseline_mean(const Outbreaks& w) {
    return w.escalates * w.events * std::exp(w.spread * w.spread / 2) * mean_toll(w);
}

/// Expected difference of each option to the baseline.
inline std::array<double, study_options> true_differences(const Outbreaks& w) {
    const double base = baseline_mean(w), started = 0.03 * (1 - w.escalates) / w.escalates;
    return {0,           -0.3 * base,
            -0.2 * base, -0.25 * base,
            -0.1 * base, (started - 0.05) * base,
            0.2 * base,  (0.9 * 0.8 - 1) * base,
            -0.06 * base};
}

inline double toll(Stream& s, const Outbreaks& w) {
    return sample::pareto(s.uniform(), toll_exponent, least_toll, w.exposed);
}
inline Persons event_count(Stream& s, const Outbreaks& w, double factor) {
    const double intensity = w.events * std::exp(w.spread * sample::normal(s.uniform()));
    return sample::poisson(s.uniform(), factor * intensity);
}

/// Differences of one member to its baseline.
inline std::array<double, study_options> differences(Stream& s, const Outbreaks& w) {
    std::array<double, study_options> out{};
    const bool escalates = s.uniform() < w.escalates;
    std::array<double, 6> luck{};
    for (double& u : luck) u = s.uniform();
    const bool started = !escalates && luck[2] < 0.03;
    if (!escalates && !started) return out;
    const std::array<double, study_options> kept = {1,
                                                    0.7,
                                                    luck[0] < 0.2 ? 0.0 : 1.0,
                                                    luck[1] < 0.5 ? 0.5 : 1.0,
                                                    0.9,
                                                    luck[3] < 0.05 ? 0.0 : 1.0,
                                                    1,
                                                    luck[4] < 0.1 ? 0.0 : 0.8,
                                                    1};
    double base = 0;
    const double intensity = w.events * std::exp(w.spread * sample::normal(s.uniform()));
    const Persons n = sample::poisson(s.uniform(), intensity);
    for (Persons i = 0; i < n; ++i) {
        const double u = s.uniform(), x = toll(s, w);
        base += x;
        for (std::size_t o = 0; o < study_options; ++o)
            if (u >= kept[o]) out[o] -= x;
    }
    if (started) {
        out.fill(0);
        out[5] = base;
        return out;
    }
    const Persons more = sample::poisson(s.uniform(), 0.2 * intensity);
    for (Persons i = 0; i < more; ++i) out[6] += toll(s, w);
    if (luck[5] < 0.3) {
        out[8] = -base;
        const Persons other = event_count(s, w, 0.8);
        for (Persons i = 0; i < other; ++i) out[8] += toll(s, w);
    }
    return out;
}

/// [option][member]
inline comparison::Columns study(std::uint64_t number, std::size_t members, const Outbreaks& w) {
    comparison::Columns out(study_options, std::vector<double>(members));
    for (std::size_t m = 0; m < members; ++m) {
        Stream s(mix(0xC0FFEE, number), process("test.study"), static_cast<std::uint32_t>(m));
        const auto d = differences(s, w);
        for (std::size_t o = 0; o < study_options; ++o) out[o][m] = d[o];
    }
    return out;
}

}  // namespace forestall::test
