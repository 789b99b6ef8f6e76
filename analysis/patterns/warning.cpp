// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/warning.hpp"

#include <fmt/format.h>

#include "analysis/warnings/alarms.hpp"
#include "analysis/warnings/readings.hpp"
#include "analysis/warnings/roc.hpp"

namespace forestall::patterns {

using analysis::Alarms;
using analysis::Ranking;

analysis::Watched watched_of(const Course& c, int delay_days) {
    analysis::Watched out;
    out.steps = c.steps;
    out.step_days = c.step_days;
    out.delay_days = delay_days;
    out.onset = c.onset;
    out.risk = c.risk;
    out.reported = c.reported;
    out.seen = c.seen;
    return out;
}

std::vector<Part> warning_parts(const std::string& scenario, std::span<const Course> courses,
                                int delay_days) {
    Ranking risk(courses.size()), late(courses.size()), at_once(courses.size());
    std::vector<Alarms> alarms;
    for (std::size_t i = 0; i < courses.size(); ++i) {
        const analysis::Watched watched = watched_of(courses[i], delay_days);
        for (const analysis::Reading& r : analysis::readings_of(watched)) {
            risk.add(i, r.risk, r.onset);
            late.add(i, r.quarter, r.onset);
            at_once.add(i, r.at_once, r.onset);
        }
        alarms.push_back(analysis::alarms_of(watched));
    }
    const auto over = [&](const auto& statistic) {
        return analysis::bootstrap(courses.size(), resamples / 4, 1, statistic);
    };
    const auto sum_of = [&](std::span<const std::size_t> items) {
        Alarms out;
        for (const std::size_t i : items) out += alarms[i];
        return out;
    };
    std::vector<Part> out;
    out.push_back(within(scenario + ": AUC of the desk's risk, 26 weeks ahead",
                         over([&](std::span<const std::size_t> items) { return risk.area(items); }),
                         0.75, 1, "at least 0.75"));
    const auto gain = [&](Ranking& other) {
        return over([&](std::span<const std::size_t> items) {
            return risk.area(items) - other.area(items);
        });
    };
    out.push_back(above(scenario + ": AUC above that of last quarter's deaths, read as late",
                        gain(late), 0, "interval above 0"));
    out.push_back(note(scenario + ": AUC above that of last quarter's deaths, read at once",
                       gain(at_once),
                       "the row until this version: a desk that hears all reports on their "
                       "day"));
    out.push_back(within(scenario + ": onsets with an alarm in the half-year before",
                         over([&](std::span<const std::size_t> items) {
                             const Alarms a = sum_of(items);
                             return a.onsets > 0 ? a.preceded / a.onsets : unknown;
                         }),
                         0.6, 1, "at least 0.6"));
    out.push_back(within(scenario + ": false alarms per ten country-years",
                         over([&](std::span<const std::size_t> items) {
                             const Alarms a = sum_of(items);
                             return a.years > 0 ? 10 * a.false_alarms / a.years : unknown;
                         }),
                         0, 1, "at most 1"));
    return out;
}

}  // namespace forestall::patterns
