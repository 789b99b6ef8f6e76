// SPDX-License-Identifier: Apache-2.0
// The bundled reference scenarios as worlds, and what is measured on their runs.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "checkout.hpp"
#include "engine/engine.hpp"
#include "population/lattice.hpp"
#include "scenario/loader.hpp"

namespace forestall::test {

/// Tables of scenarios/reference/NAME; throws what is wrong with it.
inline WorldTables reference_tables(const std::string& name) {
    Loaded loaded = load_scenario(in_checkout("scenarios/reference") / name, parameter_tables());
    if (loaded.tables) return *loaded.tables;
    std::string all;
    for (const auto& d : loaded.diagnostics.all()) all += to_string(d) + "\n";
    throw std::runtime_error(all);
}

inline LatticeSettings lattice_of(const std::string& name) {
    return std::get<LatticeSettings>(reference_tables(name).settings.reference);
}

struct Moments {
    std::size_t n = 0;
    double mean = 0;
    double sd = 0;
};

inline Moments moments(const std::vector<double>& x) {
    Moments m{.n = x.size()};
    if (x.empty()) return m;
    for (const double v : x) m.mean += v / static_cast<double>(x.size());
    for (const double v : x) m.sd += (v - m.mean) * (v - m.mean);
    m.sd = x.size() < 2 ? 0 : std::sqrt(m.sd / static_cast<double>(x.size() - 1));
    return m;
}

/// Spells of more than 50 active people, as the paper counts them.
struct Outbursts {
    std::vector<double> waits;  ///< cycles between the end of one and the start of the next
    std::vector<double> sizes;  ///< active people summed over an outburst's cycles
    double quiet = 0;           ///< share of cycles with fewer than 10 active
};

inline Outbursts outbursts(const std::vector<double>& active) {
    Outbursts out;
    double size = 0;
    double last = -1;
    for (std::size_t t = 0; t < active.size(); ++t) {
        out.quiet += active[t] < 10 ? 1.0 / static_cast<double>(active.size()) : 0;
        if (active[t] > 50) {
            if (size == 0 && last >= 0) out.waits.push_back(static_cast<double>(t) - last);
            size += active[t];
        } else if (size > 0) {
            out.sizes.push_back(size);
            last = static_cast<double>(t);
            size = 0;
        }
    }
    return out;
}

inline std::vector<double> active_people(const LatticeSettings& settings, int cycles,
                                         const Luck& luck) {
    Lattice lattice(settings, 1, luck);
    std::vector<double> out;
    for (int t = 0; t < cycles; ++t) {
        lattice.cycle();
        out.push_back(static_cast<double>(lattice.active()));
    }
    return out;
}

/// Cycles until one of two groups is extinct; `censored`: neither was at the cap.
struct Extinction {
    double cycles = 0;
    bool censored = false;
    std::size_t victor = 0;
};

inline Extinction extinction(const LatticeSettings& settings, int cap, const Luck& luck) {
    Lattice lattice(settings, 2, luck);
    for (int t = 1; t <= cap; ++t) {
        lattice.cycle();
        if (lattice.persons(0) == 0 || lattice.persons(1) == 0)
            return {static_cast<double>(t), false, lattice.persons(0) == 0 ? 1U : 0U};
    }
    return {static_cast<double>(cap), true, 0};
}

/// Times restricted to the cap: with one cap for all, the mean of min(T, cap) is the Kaplan-Meier
/// restricted mean, and likewise its spread. Where runs are censored both are lower bounds of the
/// unrestricted ones. `rate`: maximum likelihood for an exponential law under censoring,
/// extinctions over cycles lived through; its mean is 1 / rate.
struct Survival {
    std::vector<double> times;
    std::size_t censored = 0;
    double fastest = 0;
    double longest = 0;

    Moments restricted() const { return moments(times); }
    double exponential_mean() const {
        return std::accumulate(times.begin(), times.end(), 0.0) /
               static_cast<double>(times.size() - censored);
    }
};

inline Survival survival(LatticeSettings settings, double cops, int runs, int cap,
                         std::uint64_t seed) {
    settings.cop_density = cops;
    Survival out;
    out.fastest = cap;
    for (int m = 0; m < runs; ++m) {
        const Extinction e = extinction(settings, cap, Luck(seed, static_cast<std::uint64_t>(m)));
        out.times.push_back(e.cycles);
        out.censored += e.censored ? 1 : 0;
        out.fastest = std::min(out.fastest, e.cycles);
        out.longest = std::max(out.longest, e.cycles);
    }
    return out;
}

/// Standard normal test statistic that the mean of b exceeds that of a (Welch).
inline double z_of_means(const std::vector<double>& a, const std::vector<double>& b) {
    const Moments x = moments(a);
    const Moments y = moments(b);
    return (y.mean - x.mean) / std::sqrt(x.sd * x.sd / static_cast<double>(x.n) +
                                         y.sd * y.sd / static_cast<double>(y.n));
}

/// The same of their spreads, by distances from the median (Brown and Forsythe 1974).
inline double z_of_spreads(std::vector<double> a, std::vector<double> b) {
    for (auto* x : {&a, &b}) {
        std::vector<double> sorted = *x;
        std::sort(sorted.begin(), sorted.end());
        const double median = sorted[sorted.size() / 2];
        for (double& v : *x) v = std::abs(v - median);
    }
    return z_of_means(a, b);
}

}  // namespace forestall::test
