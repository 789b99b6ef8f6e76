// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/density_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "analysis/quantile.hpp"
#include "core/random.hpp"

namespace forestall::sensitivity {
namespace {

using Classes = std::vector<std::size_t>;

std::size_t classes_of(std::size_t points) {
    std::size_t c = 2;
    while ((c + 1) * (c + 1) * (c + 1) <= points && c < 24) ++c;
    return c;
}

/// Class of each value by rank; equal values have one class, that of their middle.
Classes ranked(const std::vector<double>& values, std::size_t classes) {
    const std::size_t n = values.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    Classes out(n);
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = begin + 1;
        while (end < n && values[order[end]] == values[order[begin]]) ++end;
        const std::size_t of = (begin + end - 1) / 2 * classes / n;
        for (; begin < end; ++begin) out[order[begin]] = of;
    }
    return out;
}

/// Of one input, of chosen points.
double index_of(const Classes& input, const Classes& outcome, std::size_t classes,
                std::span<const std::size_t> chosen) {
    std::vector<double> joint(classes * classes, 0);
    std::vector<double> of_input(classes, 0);
    std::vector<double> of_outcome(classes, 0);
    const double each = 1 / static_cast<double>(chosen.size());
    for (const std::size_t p : chosen) {
        joint[input[p] * classes + outcome[p]] += each;
        of_input[input[p]] += each;
        of_outcome[outcome[p]] += each;
    }
    double sum = 0;
    for (std::size_t x = 0; x < classes; ++x)
        for (std::size_t y = 0; y < classes; ++y)
            sum += std::fabs(joint[x * classes + y] - of_input[x] * of_outcome[y]);
    return sum / 2;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Indices where the input says nothing, sorted, and what resampling adds to them in the mean.
struct Shuffled {
    std::vector<double> values;
    double added = 0;
};

Shuffled shuffled(const Classes& input, Classes outcome, std::size_t classes,
                  const Resampling& how) {
    constexpr auto drawn = process("sensitivity.shuffle");
    constexpr int least = 99;
    std::vector<std::size_t> all(input.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    Shuffled out;
    std::vector<double> added;
    for (int r = 0; r < std::max(how.resamples, least); ++r) {
        Stream stream(how.seed, drawn, static_cast<std::uint32_t>(r));
        for (std::size_t left = outcome.size(); left > 1; --left)
            std::swap(outcome[left - 1], outcome[static_cast<std::size_t>(stream.below(left))]);
        out.values.push_back(index_of(input, outcome, classes, all));
        std::vector<std::size_t> chosen(all.size());
        for (auto& p : chosen) p = static_cast<std::size_t>(stream.below(all.size()));
        added.push_back(index_of(input, outcome, classes, chosen) - out.values.back());
    }
    out.added = mean_of(added);
    std::sort(out.values.begin(), out.values.end());
    return out;
}

/// `raw`: the index as it is counted; `resampled`: the same of resampled points.
DensityIndex without_noise(double raw, std::vector<double> resampled, const Shuffled& none) {
    const double noise = mean_of(none.values);
    const double ratio = raw > noise ? noise / raw : 1;
    const double part = ratio * ratio;  // of the index that may be noise: they add up as squares
    const double added = resampled.empty() ? none.added * part : mean_of(resampled) - raw;
    const double off = added + part * (noise - none.added);
    const auto within = [](double x) { return std::clamp(x, 0.0, 1.0); };
    DensityIndex out{{within(raw - off), analysis::unknown, analysis::unknown}, 0};
    out.by_chance = within(analysis::quantile_of_sorted(none.values, 0.95) - off);
    if (resampled.empty()) return out;
    const double centre = mean_of(resampled);
    std::sort(resampled.begin(), resampled.end());
    out.value.lo = within(raw - off + centre - analysis::quantile_of_sorted(resampled, 0.975));
    out.value.hi = within(raw - off + centre - analysis::quantile_of_sorted(resampled, 0.025));
    return out;
}

}  // namespace

std::vector<DensityIndex> density_indices(const design::Rows& rows, std::span<const double> outcome,
                                          const Resampling& how) {
    if (rows.size() != outcome.size())
        throw std::invalid_argument("an outcome is needed for each point");
    const std::size_t inputs = rows.empty() ? 0 : rows.front().size();
    constexpr Estimate none{analysis::unknown, analysis::unknown, analysis::unknown};
    if (rows.size() < 8) return std::vector<DensityIndex>(inputs, {none, analysis::unknown});
    const std::size_t classes = classes_of(rows.size());
    const Classes y = ranked({outcome.begin(), outcome.end()}, classes);
    std::vector<Classes> x;
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> column;
        for (const auto& row : rows) column.push_back(row[i]);
        x.push_back(ranked(column, classes));
    }
    const Figures figures = [&](std::span<const std::size_t> chosen) {
        std::vector<double> out;
        for (const Classes& of : x) out.push_back(index_of(of, y, classes, chosen));
        return out;
    };
    std::vector<std::size_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::vector<double> value = figures(all);
    const auto resampled = resampled_figures(rows.size(), how, figures);
    std::vector<DensityIndex> out;
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> of_one;
        for (const auto& figure : resampled) of_one.push_back(figure[i]);
        out.push_back(without_noise(value[i], std::move(of_one), shuffled(x[i], y, classes, how)));
    }
    return out;
}

}  // namespace forestall::sensitivity
