// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/offensive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace forestall::patterns {
namespace {

constexpr int within_weeks = 40;

double count(std::span<const Course> courses, bool (*is)(const Course&, int, int), int from,
             int to) {
    return static_cast<double>(std::count_if(courses.begin(), courses.end(),
                                             [&](const Course& c) { return is(c, from, to); }));
}

bool onset_in(const Course& c, int from, int to) { return c.onset >= from && c.onset < to; }

Estimate share_of_dead(std::span<const Course> courses, int before) {
    return analysis::bootstrap(courses.size(), resamples, 1,
                               [&](std::span<const std::size_t> items) {
                                   double early = 0, all = 0;
                                   for (const std::size_t i : items)
                                       for (const Act& act : courses[i].acts) {
                                           all += act.dead();
                                           early += act.step < before ? act.dead() : 0;
                                       }
                                   return all > 0 ? early / all : unknown;
                               });
}

}  // namespace

bool capital_falls(const Course& course, int from, int to) {
    for (int t = std::max(0, from); t < to && t < static_cast<int>(course.capital.size()); ++t)
        if (course.capital[static_cast<std::size_t>(t)] > 0.5F) return true;
    return false;
}

double dead_before(const Course& course, int step) {
    double early = 0, all = 0;
    for (const Act& act : course.acts) {
        all += act.dead();
        early += act.step < step ? act.dead() : 0;
    }
    return all > 0 ? early / all : 0;
}

std::vector<Part> offensive_parts(std::span<const Course> with, std::span<const Course> without,
                                  int begins) {
    const int step_days = with.empty() ? 7 : with.front().step_days;
    const int limit = begins + within_weeks * 7 / step_days;
    const auto n = static_cast<double>(with.size()), m = static_cast<double>(without.size());
    const double lit = count(with, onset_in, 0, 1 << 20),
                 unlit = count(without, onset_in, 0, 1 << 20);
    std::vector<Part> out;
    out.push_back(within("the capital falls within 40 weeks, with the offensive",
                         share(count(with, capital_falls, begins, limit), n), 0.3, 0.9,
                         "0.3 to 0.9"));
    out.push_back(within("the same without it",
                         share(count(without, capital_falls, begins, limit), m), 0, 0.05,
                         "below 0.05"));
    const Estimate ratio = analysis::bootstrap(std::min(with.size(), without.size()), resamples, 1,
                                               [&](std::span<const std::size_t> items) {
                                                   double k = 0, l = 0;
                                                   for (const std::size_t i : items) {
                                                       k += with[i].onset >= 0 ? 1 : 0;
                                                       l += without[i].onset >= 0 ? 1 : 0;
                                                   }
                                                   return k > 0 ? l / k : unknown;
                                               });
    out.push_back(within(
        "onset without it over onset with it", ratio, 0, 0.5, "at most 0.5",
        fmt::format("{:.2f} without, {:.2f} with", m > 0 ? unlit / m : 0, n > 0 ? lit / n : 0)));
    std::vector<double> each;
    for (const Course& c : with) each.push_back(dead_before(c, begins));
    out.push_back(within("share of the period's dead before it, all members together",
                         share_of_dead(with, begins), 0, 0.08, "below 0.08",
                         fmt::format("median of members {:.2f}", quantile(each, 0.5))));
    return out;
}

}  // namespace forestall::patterns
