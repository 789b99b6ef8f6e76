// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/dose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace forestall::patterns {
namespace {

double ratio_of(const std::vector<double>& a, const std::vector<double>& b,
                std::span<const std::size_t> items, double unit) {
    double with = 0, without = 0;
    for (const std::size_t i : items) {
        with += a[i];
        without += b[i];
    }
    return without > 0 ? std::pow(with / without, 1 / unit) : unknown;
}

std::vector<double> together(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> out = a;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[i];
    return out;
}

}  // namespace

Estimate ratio_per_dose(const std::vector<double>& with, const std::vector<double>& without,
                        double unit) {
    return analysis::bootstrap(
        std::min(with.size(), without.size()), resamples, 1,
        [&](std::span<const std::size_t> items) { return ratio_of(with, without, items, unit); });
}

std::vector<Part> dose_parts(const std::string& what, const Doses& d, double lo, double hi) {
    std::vector<Part> out;
    out.push_back(within("ratio of one-sided deaths per " + what,
                         ratio_per_dose(together(d.with_by_rebels, d.with_by_state),
                                        together(d.without_by_rebels, d.without_by_state), d.unit),
                         lo, hi, fmt::format("{} to {}", lo, hi)));
    const Estimate rebels = ratio_per_dose(d.with_by_rebels, d.without_by_rebels, d.unit),
                   state = ratio_per_dose(d.with_by_state, d.without_by_state, d.unit);
    Part weaker =
        within(fmt::format("the same of a government's killing, per {}", what), state, rebels.value,
               1e9, fmt::format("nearer 1 than that of others, {:.2f}", rebels.value));
    if (std::isnan(rebels.value) || std::isnan(state.value)) weaker.judgement = Judgement::missed;
    out.push_back(std::move(weaker));
    return out;
}

std::vector<Part> road_parts(const std::vector<double>& catalogue,
                             const std::vector<double>& scripted) {
    return {within("deaths under catalogue troops over those under a scripted mission of the same",
                   ratio_per_dose(catalogue, scripted, 1), 0.95, 1.05, "0.95 to 1.05")};
}

}  // namespace forestall::patterns
