// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/order.hpp"
#include "analysis/quantile.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

/// Members that are 0 in every contrast add nothing to any sum: how many of them are drawn is one
/// binomial draw.
std::vector<std::size_t> members_that_count(const Columns& columns,
                                            std::span<const Contrast> contrasts) {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < columns.front().size(); ++m) {
        const auto differs = [&](const Contrast& c) {
            return columns[c.plus][m] -
                       (c.minus == Contrast::nothing ? 0.0 : columns[c.minus][m]) !=
                   0;
        };
        if (std::any_of(contrasts.begin(), contrasts.end(), differs)) out.push_back(m);
    }
    return out;
}

Columns of_members(const Columns& columns, const std::vector<std::size_t>& members) {
    Columns out;
    for (const auto& column : columns) {
        out.emplace_back().reserve(members.size());
        for (const std::size_t m : members) out.back().push_back(column[m]);
    }
    return out;
}

}  // namespace

std::vector<Contrast> plain(const Columns& columns) {
    std::vector<Contrast> out(columns.size());
    for (std::size_t c = 0; c < out.size(); ++c) out[c].plus = c;
    return out;
}

std::vector<double> values_of(const Columns& columns, const Contrast& contrast) {
    std::vector<double> out = columns[contrast.plus];
    if (contrast.minus != Contrast::nothing)
        for (std::size_t m = 0; m < out.size(); ++m) out[m] -= columns[contrast.minus][m];
    return out;
}

Resampler::Resampler(const Columns& columns, std::span<const Contrast> contrasts, const Plan& plan)
    : contrasts_(contrasts), plan_(plan), members_(columns.empty() ? 0 : columns.front().size()) {
    if (contrasts.empty() || members_ == 0) throw std::invalid_argument("nothing to resample");
    for (const auto& c : columns)
        if (c.size() != members_) throw std::invalid_argument("columns differ in length");
    const std::vector<std::size_t> members = members_that_count(columns, contrasts);
    dense_ = of_members(columns, members);
    nothing_.assign(members.size(), 0.0);
}

/// How often each of the members that count is drawn when as many are drawn as there are, of all.
void Resampler::draw_times(std::size_t replicate, std::vector<double>& times) const {
    Stream luck(plan_.seed, kResample, static_cast<std::uint32_t>(replicate));
    std::fill(times.begin(), times.end(), 0.0);
    const std::size_t size = times.size();
    if (size == 0) return;
    auto draws = static_cast<Persons>(members_);
    if (size < members_)
        draws = sample::binomial(luck, draws,
                                 static_cast<double>(size) / static_cast<double>(members_));
    for (Persons i = 0; i < draws; ++i) times[luck.below(size)] += 1;
}

Resampler::Moments Resampler::moments(std::size_t contrast,
                                      const std::vector<double>& times) const {
    const Contrast& c = contrasts_[contrast];
    const double* const plus = dense_[c.plus].data();
    const double* const minus =
        c.minus == Contrast::nothing ? nothing_.data() : dense_[c.minus].data();
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double value = plus[i] - minus[i];
        sum += times[i] * value;
        squares += times[i] * (value * value);
    }
    const double mean = sum / static_cast<double>(members_);
    const double mean_square = squares / static_cast<double>(members_);
    const double variance = mean_square - mean * mean;
    return {mean, variance > 1e-12 * mean_square ? variance : 0};
}

Resamples resample(const Columns& columns, const Plan& plan) {
    const std::vector<Contrast> each = plain(columns);
    const Resampler resampler(columns, each, plan);
    Resamples out{Columns(columns.size(), std::vector<double>(plan.replicates)),
                  Columns(columns.size(), std::vector<double>(plan.replicates))};
    resampler.run([&](std::size_t r, std::size_t c, double mean, double variance) {
        out.mean[c][r] = mean;
        out.variance[c][r] = variance;
    });
    return out;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
    if (values.size() < 2) return 0;
    const double mean = mean_of(values);
    double sum = 0;
    for (const double v : values) sum += (v - mean) * (v - mean);
    return sum / static_cast<double>(values.size() - 1);
}

double quantile_of(std::vector<double> values, double q) {
    if (values.empty() || !analysis::all_numbers(values)) return not_defined;
    std::sort(values.begin(), values.end());
    return analysis::quantile_of_sorted(values, q);
}

}  // namespace forestall::comparison
