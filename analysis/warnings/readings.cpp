// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/readings.hpp"

#include <algorithm>

namespace forestall::analysis {
namespace {

constexpr int quarter_days = 91, between_days = 28;

/// Deaths reported in the quarter that ends with step t.
double quarter_to(const Watched& w, int t) {
    double sum = 0;
    for (int s = std::max(0, t - w.steps_in(quarter_days) + 1); s <= t; ++s)
        sum += static_cast<double>(w.reported[static_cast<std::size_t>(s)]);
    return sum;
}

}  // namespace

std::vector<Reading> readings_of(const Watched& w, int ahead_days) {
    const int ahead = w.steps_in(ahead_days), quarter = w.steps_in(quarter_days),
              every = std::max(1, w.steps_in(between_days));
    std::vector<Reading> out;
    for (int t = 0; t < w.end(); ++t) {
        const bool onset = w.onset > t && w.onset <= t + ahead;
        if (t + 1 < quarter || (t + 1) % every != 0 || (!onset && t + ahead >= w.steps)) continue;
        out.push_back({static_cast<double>(w.risk[static_cast<std::size_t>(t)]),
                       quarter_to(w, t - w.delay()), quarter_to(w, t), onset});
    }
    return out;
}

}  // namespace forestall::analysis
