// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/sizes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/facts/tail.hpp"

namespace forestall::patterns {
namespace {

constexpr int week_days = 7;

void add_week(std::vector<double>& weeks, int day, double deaths) {
    const auto week = static_cast<std::size_t>(std::max(0, day) / week_days);
    if (week >= weeks.size()) weeks.resize(week + 1);
    weeks[week] += deaths;
}

double worst_of(const std::vector<double>& weeks) {
    return weeks.empty() ? 0 : *std::max_element(weeks.begin(), weeks.end());
}

/// Whether the record lies in the central 90 % of the members.
Part central(const char* what, const std::vector<double>& members, double record) {
    const Estimate figure{quantile(members, 0.5), quantile(members, 0.05), quantile(members, 0.95)};
    Part out = within(
        what, figure, 0, 1e18, fmt::format("central 90 % of members holds {:.0f}", record),
        fmt::format("the record lies above {:.0f} % of members", 100 * rank_of(members, record)));
    if (!(figure.lo <= record && record <= figure.hi)) out.judgement = Judgement::missed;
    return out;
}

}  // namespace

Sizes sizes_of(const Course& course) {
    Sizes out;
    std::vector<double> weeks;
    for (const Act& act : course.acts) {
        if (act.deed != Deed::one_sided || act.civilians < 1) continue;
        out.events.push_back(std::llround(act.civilians));
        add_week(weeks, act.step * course.step_days, act.civilians);
    }
    out.worst_week = worst_of(weeks);
    return out;
}

Sizes sizes_of(const analysis::History& history) {
    Sizes out;
    std::vector<double> weeks;
    for (const auto& e : history.events) {
        if (e.deed != Deed::one_sided || e.deaths < 1) continue;
        out.events.push_back(e.deaths);
        add_week(weeks, e.last, static_cast<double>(e.deaths));
    }
    out.worst_week = worst_of(weeks);
    return out;
}

double median_size(const Sizes& sizes) {
    return quantile({sizes.events.begin(), sizes.events.end()}, 0.5);
}

double small_share(const Sizes& sizes) {
    if (sizes.events.empty()) return unknown;
    const auto n = std::count_if(sizes.events.begin(), sizes.events.end(),
                                 [](std::int64_t x) { return x <= 3; });
    return static_cast<double>(n) / static_cast<double>(sizes.events.size());
}

std::vector<Part> size_parts(std::span<const Sizes> members, const Sizes& record) {
    std::vector<double> medians, small, exponents, largest, weeks;
    for (const Sizes& s : members) {
        medians.push_back(median_size(s));
        small.push_back(small_share(s));
        exponents.push_back(analysis::fit_tail(s.events).exponent);
        const auto most = std::max_element(s.events.begin(), s.events.end());
        largest.push_back(most == s.events.end() ? 0 : static_cast<double>(*most));
        weeks.push_back(s.worst_week);
    }
    const double few = small_share(record);
    const auto most = std::max_element(record.events.begin(), record.events.end());
    std::vector<Part> out;
    out.push_back(within("median one-sided event, mean and 95 % of members",
                         analysis::estimate(medians), 2, 5, "2 to 5",
                         fmt::format("the record {:.0f}", median_size(record))));
    out.push_back(within("share with three dead or fewer", analysis::estimate(small), few - 0.15,
                         few + 0.15, fmt::format("{:.2f} ± 0.15", few)));
    out.push_back(
        within("exponent of the tail", analysis::estimate(exponents), 2, 3, "2 to 3",
               fmt::format("the record {:.2f}", analysis::fit_tail(record.events).exponent)));
    out.push_back(central("largest one-sided event, median and central 90 %", largest,
                          most == record.events.end() ? unknown : static_cast<double>(*most)));
    out.push_back(central("worst week, median and central 90 %", weeks, record.worst_week));
    return out;
}

}  // namespace forestall::patterns
