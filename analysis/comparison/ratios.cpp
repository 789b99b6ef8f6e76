// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/ratios.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

/// What sums over drawn members say of a ratio.
struct Sums {
    double clusters = 0, value = 0, weight = 0, values = 0, weights = 0, cross = 0;

    void add(double times, double v, double w) {
        if (w == 0) return;
        clusters += times;
        value += times * v;
        weight += times * w;
        values += times * v * v;
        weights += times * w * w;
        cross += times * v * w;
    }
    double ratio() const { return value / weight; }
    /// Variance of the ratio, members being clusters.
    double variance() const {
        if (clusters < 2) return 0;
        const double r = ratio();
        const double squares = values - 2 * r * cross + r * r * weights;
        const double least = 1e-12 * (values + r * r * weights);
        return squares > least ? clusters / (clusters - 1) * squares / (weight * weight) : 0;
    }
};

/// Members with a weight in any ratio: the others are in no sum.
std::vector<std::size_t> members_that_count(const std::vector<Ratio>& ratios) {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < ratios.front().weight.size(); ++m)
        if (std::any_of(ratios.begin(), ratios.end(),
                        [&](const Ratio& r) { return r.weight[m] > 0; }))
            out.push_back(m);
    return out;
}

/// How often each is drawn when as many are drawn as there are, of all.
void draw_times(const Plan& plan, std::size_t replicate, std::size_t members,
                std::vector<double>& times) {
    Stream luck(plan.seed, kResample, static_cast<std::uint32_t>(replicate));
    std::fill(times.begin(), times.end(), 0.0);
    const std::size_t size = times.size();
    auto draws = static_cast<Persons>(members);
    if (size < members)
        draws =
            sample::binomial(luck, draws, static_cast<double>(size) / static_cast<double>(members));
    for (Persons i = 0; i < draws; ++i) times[luck.below(size)] += 1;
}

Sums sums_of(const Ratio& ratio, const std::vector<std::size_t>& members,
             const std::vector<double>& times) {
    Sums out;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (times[i] > 0) out.add(times[i], ratio.value[members[i]], ratio.weight[members[i]]);
    return out;
}

/// |t*| of a resample; one that happens to hold no variation gets the least that could be seen.
double absolute_t(const Sums& all, const Sums& drawn) {
    const double whole = all.variance();
    if (whole <= 0 || drawn.weight <= 0) return 0;
    const double least = whole / all.clusters;
    return std::fabs(drawn.ratio() - all.ratio()) / std::sqrt(std::max(drawn.variance(), least));
}

bool has_interval(const Sums& s) { return s.clusters >= static_cast<double>(least_clusters); }

Figure figure_of(const Sums& s, double critical) {
    if (s.weight <= 0) return {};
    if (!has_interval(s)) return {s.ratio(), not_defined, not_defined, not_defined};
    const double error = std::sqrt(s.variance());
    return {s.ratio(), s.ratio() - critical * error, s.ratio() + critical * error, error};
}

void check(const std::vector<Ratio>& ratios) {
    for (const Ratio& r : ratios)
        if (r.value.size() != r.weight.size() || r.value.size() != ratios.front().value.size())
            throw std::invalid_argument("columns differ in length");
}

}  // namespace

Means simultaneous_ratios(const std::vector<Ratio>& ratios, const Plan& plan) {
    Means out;
    if (ratios.empty()) return out;
    check(ratios);
    const std::vector<std::size_t> members = members_that_count(ratios);
    const std::vector<double> once(members.size(), 1.0);
    std::vector<Sums> all;
    for (const Ratio& r : ratios) all.push_back(sums_of(r, members, once));
    std::vector<double> largest(plan.replicates, 0.0);
    static const Parallel serial;
    const auto chunk = [&](std::size_t begin, std::size_t end) {
        std::vector<double> times(members.size());
        for (std::size_t r = begin; r < end; ++r) {
            draw_times(plan, r, ratios.front().value.size(), times);
            for (std::size_t c = 0; c < ratios.size(); ++c)
                if (has_interval(all[c]))
                    largest[r] = std::max(largest[r],
                                          absolute_t(all[c], sums_of(ratios[c], members, times)));
        }
    };
    if (!members.empty())
        (plan.parallel == nullptr ? serial : *plan.parallel).for_chunks(plan.replicates, 64, chunk);
    const double critical = critical_value(std::move(largest), plan.level);
    for (std::size_t c = 0; c < ratios.size(); ++c) {
        out.figures.push_back(figure_of(all[c], critical));
        out.critical.push_back(critical);
        out.nonzero.push_back(static_cast<std::size_t>(std::count_if(
            ratios[c].value.begin(), ratios[c].value.end(), [](double v) { return v != 0; })));
    }
    return out;
}

double errors_together(const std::vector<Ratio>& ratios) {
    Columns residuals;
    std::vector<double> squares;
    for (const Ratio& r : ratios) {
        const double value = std::accumulate(r.value.begin(), r.value.end(), 0.0);
        const double weight = std::accumulate(r.weight.begin(), r.weight.end(), 0.0);
        residuals.push_back(r.value);
        for (std::size_t m = 0; m < r.value.size() && weight > 0; ++m)
            residuals.back()[m] -= value / weight * r.weight[m];
        squares.push_back(std::inner_product(residuals.back().begin(), residuals.back().end(),
                                             residuals.back().begin(), 0.0));
    }
    double sum = 0, pairs = 0;
    for (std::size_t i = 0; i < ratios.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (squares[i] <= 0 || squares[j] <= 0 || ratios[i].weight != ratios[j].weight)
                continue;
            sum += std::inner_product(residuals[i].begin(), residuals[i].end(),
                                      residuals[j].begin(), 0.0) /
                   std::sqrt(squares[i] * squares[j]);
            pairs += 1;
        }
    return pairs > 0 ? sum / pairs : 0;
}

double reliability(const std::vector<Figure>& figures) {
    std::vector<double> values;
    double squares = 0;
    for (const Figure& f : figures) {
        if (!std::isfinite(f.value) || !std::isfinite(f.error)) continue;
        values.push_back(f.value);
        squares += f.error * f.error;
    }
    const double spread = variance_of(values);
    if (values.size() < 2 || spread <= 0) return not_defined;
    return 1 - squares / static_cast<double>(values.size()) / spread;
}

}  // namespace forestall::comparison
