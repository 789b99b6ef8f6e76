// SPDX-License-Identifier: Apache-2.0
// The parts of pattern 6 that look at time and at sides.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/patterns/whereabouts.hpp"

namespace forestall::patterns {
namespace {

constexpr int week_days = 7;
constexpr int densest = 5;
constexpr double edge =
    0.2;  ///< a record below this share of members, or above 1 less it, is near it

std::vector<double> weeks_of(const Course& course) {
    std::vector<double> out(
        static_cast<std::size_t>(course.steps * course.step_days / week_days + 1));
    for (const Act& act : course.acts)
        if (act.deed == Deed::one_sided && act.step < course.steps)
            out[static_cast<std::size_t>(act.step * course.step_days / week_days)] += act.civilians;
    return out;
}

std::size_t half_year_of(int day, const Case& c) {
    std::size_t h = 0;
    while (h < c.half_years.size() && day >= c.half_years[h]) ++h;
    return h;  // past the last: outside
}

std::vector<double> reported_by_half_year(const Course& course, const Case& c) {
    std::vector<double> out(c.half_years.size());
    for (const Act& act : course.acts)
        if (const auto h = half_year_of(act.step * course.step_days, c); h < out.size())
            out[h] += act.fighters + act.reported;
    return out;
}

std::vector<Part> half_year_parts(std::span<const Course> courses, std::span<const Recorded> record,
                                  const Case& c) {
    std::vector<double> seen(c.half_years.size());
    for (const Recorded& r : record)
        if (const auto h = half_year_of(r.day, c); h < seen.size()) seen[h] += r.deaths;
    std::vector<std::vector<double>> model(c.half_years.size());
    for (const Course& course : courses) {
        const std::vector<double> one = reported_by_half_year(course, c);
        for (std::size_t h = 0; h < one.size(); ++h) model[h].push_back(one[h]);
    }
    std::vector<Part> out;
    bool always_low = true, always_high = true;
    for (std::size_t h = 0; h < seen.size(); ++h) {
        const double rank = rank_of(model[h], seen[h]);
        always_low = always_low && rank < edge;
        always_high = always_high && rank > 1 - edge;
        const Estimate figure{quantile(model[h], 0.5), quantile(model[h], 0.1),
                              quantile(model[h], 0.9)};
        Part part =
            within(fmt::format("reported deaths of half-year {}, median and central 80 %", h + 1),
                   figure, 0, 1e18, fmt::format("central 80 % of members holds {:.0f}", seen[h]),
                   fmt::format("the record lies above {:.0f} % of members", 100 * rank));
        if (!(figure.lo <= seen[h] && seen[h] <= figure.hi)) part.judgement = Judgement::missed;
        out.push_back(std::move(part));
    }
    Part edges = within("the record near the same edge in every half-year (1: yes)",
                        exactly(always_low || always_high ? 1 : 0), 0, 0, "0");
    out.push_back(std::move(edges));
    return out;
}

}  // namespace

double densest_five_weeks(const std::vector<double>& by_week) {
    double all = 0, most = 0;
    for (const double v : by_week) all += v;
    if (!(all > 0)) return unknown;
    for (std::size_t i = 0; i < by_week.size(); ++i) {
        double here = 0;
        for (std::size_t j = i; j < std::min(by_week.size(), i + densest); ++j) here += by_week[j];
        most = std::max(most, here);
    }
    return most / all;
}

std::vector<Part> when_parts(std::span<const Course> courses, std::span<const Recorded> record,
                             const Case& c) {
    double bursts = 0;
    for (const Course& course : courses) bursts += densest_five_weeks(weeks_of(course)) >= 0.2;
    std::vector<double> weeks;
    for (const Recorded& r : record) {
        if (!r.one_sided || r.day < 0) continue;
        const auto week = static_cast<std::size_t>(r.day / week_days);
        if (week >= weeks.size()) weeks.resize(week + 1);
        weeks[week] += r.deaths;
    }
    std::vector<Part> out;
    out.push_back(within("members whose densest five weeks hold a fifth of the deaths",
                         share(bursts, static_cast<double>(courses.size())), 0.5, 1, "at least 0.5",
                         fmt::format("the record's hold {:.2f}", densest_five_weeks(weeks))));
    for (Part& part : half_year_parts(courses, record, c)) out.push_back(std::move(part));
    return out;
}

std::vector<Part> who_parts(std::span<const Course> courses, std::span<const Recorded> record,
                            const Case& c) {
    std::vector<Part> out;
    double all = 0;
    std::vector<double> seen(c.sides.size());
    for (const Recorded& r : record) {
        if (!r.one_sided) continue;
        all += r.deaths;
        if (r.side >= 0) seen[static_cast<std::size_t>(r.side)] += r.deaths;
    }
    for (std::size_t s = 0; s < c.sides.size(); ++s) {
        const double recorded = all > 0 ? seen[s] / all : unknown;
        const Estimate figure = analysis::bootstrap(
            courses.size(), resamples, 1, [&](std::span<const std::size_t> items) {
                double mine = 0, sum = 0;
                for (const std::size_t i : items)
                    for (const Act& act : courses[i].acts) {
                        if (act.deed != Deed::one_sided || act.actor < 0) continue;
                        sum += act.civilians;
                        if (c.side_of[static_cast<std::size_t>(act.actor)] == static_cast<int>(s))
                            mine += act.civilians;
                    }
                return sum > 0 ? mine / sum : unknown;
            });
        out.push_back(within("share of one-sided deaths by " + c.sides[s], figure, recorded - 0.2,
                             recorded + 0.2, fmt::format("{:.2f} ± 0.20", recorded)));
    }
    return out;
}

}  // namespace forestall::patterns
