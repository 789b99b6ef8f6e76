// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/hazard.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace forestall::patterns {
namespace {

constexpr int start_up_years = 2;  ///< the years that the shipped weights were set by

int year_of(int step, int step_days) { return step * step_days / 365; }

double pooled(const Hazard& h, int first, int last) {
    double onsets = 0, risk = 0;
    for (int y = first; y <= last; ++y) {
        onsets += h.onsets[static_cast<std::size_t>(y)];
        risk += h.at_risk[static_cast<std::size_t>(y)];
    }
    return risk > 0 ? onsets / risk : unknown;
}

Onsets drawn(const Onsets& all, std::span<const std::size_t> items) {
    Onsets out{{}, all.step_days, all.years};
    for (const std::size_t i : items) out.steps.push_back(all.steps[i]);
    return out;
}

std::string by_year(const Hazard& h) {
    std::string out = "per cent by year:";
    for (std::size_t y = 0; y < h.onsets.size(); ++y)
        out += h.at_risk[y] > 0 ? fmt::format(" {:.1f}", 100 * h.onsets[y] / h.at_risk[y]) : " -";
    return out;
}

}  // namespace

Hazard hazard_of(const Onsets& onsets) {
    const auto years = static_cast<std::size_t>(std::max(0, onsets.years));
    Hazard out{std::vector<double>(years), std::vector<double>(years)};
    for (const int step : onsets.steps) {
        const int year = step < 0 ? onsets.years : year_of(step, onsets.step_days);
        for (int y = 0; y < onsets.years && y <= year; ++y)
            out.at_risk[static_cast<std::size_t>(y)] += 1;
        if (year < onsets.years) out.onsets[static_cast<std::size_t>(year)] += 1;
    }
    return out;
}

Estimate yearly_hazard(const Onsets& onsets, int first, int last, std::uint64_t seed) {
    return analysis::bootstrap(onsets.steps.size(), resamples, seed,
                               [&](std::span<const std::size_t> items) {
                                   return pooled(hazard_of(drawn(onsets, items)), first, last);
                               });
}

std::vector<Part> hazard_parts(const Onsets& high_risk, const Onsets& median_country,
                               const Onsets& quiet) {
    const int last = high_risk.years - 1;
    const Estimate ratio = analysis::bootstrap(
        high_risk.steps.size(), resamples, 1, [&](std::span<const std::size_t> items) {
            const Hazard h = hazard_of(drawn(high_risk, items));
            const double early = pooled(h, 0, start_up_years - 1);
            return early > 0 ? pooled(h, start_up_years, last) / early : unknown;
        });
    const Estimate high = yearly_hazard(high_risk, 0, last),
                   middle = yearly_hazard(median_country, 0, last),
                   low = yearly_hazard(quiet, 0, last);
    std::vector<Part> out;
    out.push_back(within("hazard of years 3-10 over that of years 1-2", ratio, 1 / 1.5, 1.5,
                         "1/1.5 to 1.5", by_year(hazard_of(high_risk))));
    out.push_back(within("hazard a year, high-risk country", high, 0.01, 0.04, "0.01 to 0.04"));
    out.push_back(within("hazard a year, median country", middle, 0.002, 0.008,
                         "0.002 to 0.008, above 0", by_year(hazard_of(median_country))));
    Part calm = within("hazard a year, quiet country", low, 0, middle.value, "below the median's",
                       by_year(hazard_of(quiet)));
    if (!(low.value < middle.value)) calm.judgement = Judgement::missed;
    out.push_back(std::move(calm));
    return out;
}

}  // namespace forestall::patterns
