// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

constexpr auto kResample = process("comparison.resample");

/// Members that are 0 in every column add nothing to any sum: how many of them are drawn is one binomial draw.
std::vector<std::size_t> members_that_count(const Columns& columns) {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < columns.front().size(); ++m)
        if (std::any_of(columns.begin(), columns.end(), [m](const auto& c) { return c[m] != 0; })) out.push_back(m);
    return out;
}

/// The columns of the members that count: [column][position], and their squares.
struct Dense {
    Columns value;
    Columns square;
};

Dense dense_of(const Columns& columns, const std::vector<std::size_t>& members) {
    Dense out;
    for (const auto& column : columns) {
        out.value.emplace_back();
        out.square.emplace_back();
        for (const std::size_t m : members) {
            out.value.back().push_back(column[m]);
            out.square.back().push_back(column[m] * column[m]);
        }
    }
    return out;
}

/// How often each of `size` members is drawn when `n` are drawn of `n` that include them.
void draw_times(Stream& luck, std::size_t size, std::size_t n, std::vector<double>& times) {
    std::fill(times.begin(), times.end(), 0.0);
    if (size == 0) return;
    auto draws = static_cast<Persons>(n);
    if (size < n) draws = sample::binomial(luck, draws, static_cast<double>(size) / static_cast<double>(n));
    for (Persons i = 0; i < draws; ++i) times[luck.below(size)] += 1;
}

}  // namespace

Resamples resample(const Columns& columns, const Plan& plan) {
    if (columns.empty() || columns.front().empty()) throw std::invalid_argument("nothing to resample");
    const std::size_t n = columns.front().size();
    for (const auto& c : columns)
        if (c.size() != n) throw std::invalid_argument("columns differ in length");
    const std::vector<std::size_t> members = members_that_count(columns);
    const Dense dense = dense_of(columns, members);
    Resamples out{Columns(columns.size(), std::vector<double>(plan.replicates)),
                  Columns(columns.size(), std::vector<double>(plan.replicates))};
    const auto run = [&](std::size_t begin, std::size_t end) {
        std::vector<double> times(members.size());
        for (std::size_t r = begin; r < end; ++r) {
            Stream luck(plan.seed, kResample, static_cast<std::uint32_t>(r));
            draw_times(luck, members.size(), n, times);
            for (std::size_t c = 0; c < columns.size(); ++c) {
                double sum = 0, squares = 0;
                for (std::size_t i = 0; i < times.size(); ++i) {
                    sum += times[i] * dense.value[c][i];
                    squares += times[i] * dense.square[c][i];
                }
                const double mean = sum / static_cast<double>(n);
                const double mean_square = squares / static_cast<double>(n);
                const double variance = mean_square - mean * mean;
                out.mean[c][r] = mean;
                out.variance[c][r] = variance > 1e-12 * mean_square ? variance : 0;
            }
        }
    };
    static const Parallel serial;
    (plan.parallel == nullptr ? serial : *plan.parallel).for_chunks(plan.replicates, 64, run);
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
    if (values.empty()) return not_defined;
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (at - static_cast<double>(low)) * (values[high] - values[low]);
}

}  // namespace forestall::comparison
