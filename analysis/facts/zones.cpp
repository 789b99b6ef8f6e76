// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/zones.hpp"

#include <cmath>

namespace forestall::analysis {
namespace {
constexpr std::size_t zones = 5;
constexpr double per = 1000;
constexpr ByZone weights{0, -1.0 / 3, 0.5, -1.0 / 3, 0.5, -1.0 / 3};
}  // namespace

ZoneCounts selective_by_zone(const History& history) {
    ZoneCounts out;
    out.exposure = history.exposure;
    for (const Occurrence& e : history.events)
        if (e.deed == Deed::one_sided && e.selective && e.zone >= 1 &&
            e.zone <= static_cast<int>(zones))
            out.events[static_cast<std::size_t>(e.zone)] += 1;
    return out;
}

ZoneCounts operator+(const ZoneCounts& a, const ZoneCounts& b) {
    ZoneCounts out = a;
    for (std::size_t z = 1; z <= zones; ++z) {
        out.events[z] += b.events[z];
        out.exposure[z] += b.exposure[z];
    }
    return out;
}

ByZone rates(const ZoneCounts& counts) {
    ByZone out{};
    for (std::size_t z = 1; z <= zones; ++z)
        out[z] = counts.exposure[z] > 0 ? per * counts.events[z] / counts.exposure[z] : unknown;
    return out;
}

double m_contrast(const ZoneCounts& counts) {
    const ByZone rate = rates(counts);
    double sum = 0;
    for (std::size_t z = 1; z <= zones; ++z) sum += weights[z] * rate[z];
    return sum;
}

bool m_shaped(const ZoneCounts& counts) {
    const ByZone r = rates(counts);
    return r[2] > r[1] && r[2] > r[3] && r[4] > r[3] && r[4] > r[5];
}

Estimate m_contrast(std::span<const ZoneCounts> histories, int resamples, std::uint64_t seed) {
    if (histories.size() != 1) {
        return bootstrap(histories.size(), resamples, seed,
                         [&](std::span<const std::size_t> items) {
                             ZoneCounts sum;
                             for (const std::size_t i : items) sum = sum + histories[i];
                             return m_contrast(sum);
                         });
    }
    const double value = m_contrast(histories[0]);
    double variance = 0;
    for (std::size_t z = 1; z <= zones; ++z)
        variance += weights[z] * weights[z] * histories[0].events[z] * per * per /
                    (histories[0].exposure[z] * histories[0].exposure[z]);
    const double half = 1.959963985 * std::sqrt(variance);
    return {value, value - half, value + half};
}

}  // namespace forestall::analysis
