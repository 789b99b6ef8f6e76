// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/warning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace forestall::patterns {
namespace {

constexpr int ahead_days = 182, quarter_days = 91, between_days = 28;
constexpr std::int8_t response = 3;

using Readings = std::vector<std::vector<Reading>>;

double area_of(const Readings& all, std::span<const std::size_t> items, double Reading::*what) {
    std::vector<std::pair<double, bool>> pooled;
    for (const std::size_t i : items)
        for (const Reading& r : all[i]) pooled.emplace_back(r.*what, r.onset);
    return area_under_curve(std::move(pooled));
}

Alarms sum_of(const std::vector<Alarms>& all, std::span<const std::size_t> items) {
    Alarms out;
    for (const std::size_t i : items) {
        out.onsets += all[i].onsets;
        out.preceded += all[i].preceded;
        out.false_alarms += all[i].false_alarms;
        out.years += all[i].years;
    }
    return out;
}

}  // namespace

std::vector<Reading> readings_of(const Course& c, int delay_days) {
    const int ahead = ahead_days / c.step_days, quarter = quarter_days / c.step_days,
              every = std::max(1, between_days / c.step_days);
    const int delay = (delay_days + c.step_days / 2) / c.step_days;
    /// Deaths reported in the 13 weeks to step t.
    const auto quarter_to = [&](int t) {
        double sum = 0;
        for (int s = std::max(0, t - quarter + 1); s <= t; ++s)
            sum += static_cast<double>(c.reported[static_cast<std::size_t>(s)]);
        return sum;
    };
    std::vector<Reading> out;
    for (int t = 0; t < c.steps && (c.onset < 0 || t < c.onset); ++t) {
        const bool onset = c.onset > t && c.onset <= t + ahead;
        if (t + 1 < quarter || (t + 1) % every != 0 || (!onset && t + ahead >= c.steps)) continue;
        out.push_back({static_cast<double>(c.risk[static_cast<std::size_t>(t)]),
                       quarter_to(t - delay), quarter_to(t), onset});
    }
    return out;
}

double area_under_curve(std::vector<std::pair<double, bool>> readings) {
    std::sort(readings.begin(), readings.end(),
              [](const auto& x, const auto& y) { return x.first < y.first; });
    double ones = 0, zeros = 0, wins = 0;
    for (std::size_t i = 0; i < readings.size();) {
        std::size_t j = i;
        double here_ones = 0, here_zeros = 0;
        for (; j < readings.size() && readings[j].first == readings[i].first; ++j)
            (readings[j].second ? here_ones : here_zeros) += 1;
        wins += here_ones * (zeros + here_zeros / 2);
        ones += here_ones;
        zeros += here_zeros;
        i = j;
    }
    return ones > 0 && zeros > 0 ? wins / (ones * zeros) : unknown;
}

Alarms alarms_of(const Course& c) {
    Alarms out;
    const int end = c.onset >= 0 ? c.onset : c.steps;
    out.years = end * c.step_days / 365.25;
    out.onsets = c.onset >= 0 ? 1 : 0;
    const auto alarm = std::find(c.seen.begin(), c.seen.end(), response);
    const auto step = static_cast<int>(alarm - c.seen.begin());
    if (alarm == c.seen.end() || step >= end) return out;
    const bool right = c.onset >= 0 && c.onset <= step + ahead_days / c.step_days;
    out.preceded = right ? 1 : 0;
    out.false_alarms = right ? 0 : 1;
    return out;
}

std::vector<Part> warning_parts(const std::string& scenario, std::span<const Course> courses,
                                int delay_days) {
    Readings all;
    std::vector<Alarms> alarms;
    for (const Course& c : courses) {
        all.push_back(readings_of(c, delay_days));
        alarms.push_back(alarms_of(c));
    }
    const auto over = [&](const auto& statistic) {
        return analysis::bootstrap(courses.size(), resamples / 4, 1, statistic);
    };
    std::vector<Part> out;
    out.push_back(within(scenario + ": AUC of the desk's risk, 26 weeks ahead",
                         over([&](std::span<const std::size_t> items) {
                             return area_of(all, items, &Reading::risk);
                         }),
                         0.75, 1, "at least 0.75"));
    const auto gain = [&](double Reading::*other) {
        return over([&, other](std::span<const std::size_t> items) {
            return area_of(all, items, &Reading::risk) - area_of(all, items, other);
        });
    };
    out.push_back(above(scenario + ": AUC above that of last quarter's deaths, read as late",
                        gain(&Reading::quarter), 0, "interval above 0"));
    out.push_back(note(scenario + ": AUC above that of last quarter's deaths, read at once",
                       gain(&Reading::at_once),
                       "the row until this version: a desk that hears all reports on their day"));
    out.push_back(within(scenario + ": onsets with an alarm in the half-year before",
                         over([&](std::span<const std::size_t> items) {
                             const Alarms a = sum_of(alarms, items);
                             return a.onsets > 0 ? a.preceded / a.onsets : unknown;
                         }),
                         0.6, 1, "at least 0.6"));
    out.push_back(within(scenario + ": false alarms per ten country-years",
                         over([&](std::span<const std::size_t> items) {
                             const Alarms a = sum_of(alarms, items);
                             return a.years > 0 ? 10 * a.false_alarms / a.years : unknown;
                         }),
                         0, 1, "at most 1"));
    return out;
}

}  // namespace forestall::patterns
