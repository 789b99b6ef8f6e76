// SPDX-License-Identifier: Apache-2.0
// Two samples of many numbers each: do means, variances and tails agree? For every number four
// statistics: Welch's for the mean; Welch's for squared distances from the own mean (a variance
// test that needs no normal law; Brown & Forsythe 1974 in spirit); and, for each tail, the
// difference of shares beyond the 10 % and 90 % quantile of both samples together, given which it
// is hypergeometric. Samples are equal in size and in the thousands, where the odd terms of the
// errors of the normal approximation cancel; alpha is shared out over all comparisons (Bonferroni).
#pragma once
#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <string>
#include <vector>

namespace forestall::test {

/// sample[member][number]
using Sample = std::vector<std::vector<double>>;

enum class Statistic { mean, variance, lower_tail, upper_tail };

struct Difference {
    std::size_t number;
    Statistic statistic;
    double z;
};

inline double critical_z(double alpha, std::size_t comparisons) {
    return quantile(
        complement(boost::math::normal(), alpha / 2 / static_cast<double>(comparisons)));
}

/// Members per sample at which a difference of means of `effect` standard deviations is found with
/// chance 1 - miss.
inline std::size_t members_needed(double effect, double alpha, std::size_t comparisons,
                                  double miss) {
    const double sum =
        critical_z(alpha, comparisons) + quantile(complement(boost::math::normal(), miss));
    return static_cast<std::size_t>(std::ceil(2 * sum * sum / effect / effect));
}

struct Moments {
    double mean = 0;
    double variance = 0;
};

inline Moments moments(const std::vector<double>& x) {
    Moments m;
    for (const double v : x) m.mean += v;
    m.mean /= static_cast<double>(x.size());
    for (const double v : x) m.variance += (v - m.mean) * (v - m.mean);
    m.variance /= static_cast<double>(x.size() - 1);
    return m;
}

/// 0 for two samples that do not vary and are equal.
inline double welch(const std::vector<double>& x, const std::vector<double>& y) {
    const Moments a = moments(x);
    const Moments b = moments(y);
    const double error = std::sqrt(a.variance / static_cast<double>(x.size()) +
                                   b.variance / static_cast<double>(y.size()));
    if (a.mean == b.mean) return 0;
    return (a.mean - b.mean) / std::max(error, 1e-300);
}

inline std::vector<double> squared_distances(std::vector<double> x) {
    const double mean = moments(x).mean;
    for (double& v : x) v = (v - mean) * (v - mean);
    return x;
}

inline double shares(double a, double b, double n) {
    const double p = (a + b) / (2 * n);
    return a == b ? 0 : (a - b) / std::sqrt(2 * n * p * (1 - p));
}

inline std::vector<Difference> compare(const Sample& one, const Sample& other) {
    std::vector<Difference> out;
    for (std::size_t k = 0; k < one.front().size(); ++k) {
        std::vector<double> x, y;
        for (const auto& m : one) x.push_back(m[k]);
        for (const auto& m : other) y.push_back(m[k]);
        std::vector<double> both = x;
        both.insert(both.end(), y.begin(), y.end());
        std::sort(both.begin(), both.end());
        const double low = both[both.size() / 10];
        const double high = both[both.size() - 1 - both.size() / 10];
        const auto below = [&](const auto& v) {
            return static_cast<double>(
                std::count_if(v.begin(), v.end(), [&](double u) { return u < low; }));
        };
        const auto above = [&](const auto& v) {
            return static_cast<double>(
                std::count_if(v.begin(), v.end(), [&](double u) { return u > high; }));
        };
        const auto n = static_cast<double>(x.size());
        out.push_back({k, Statistic::mean, welch(x, y)});
        out.push_back({k, Statistic::variance, welch(squared_distances(x), squared_distances(y))});
        out.push_back({k, Statistic::lower_tail, shares(below(x), below(y), n)});
        out.push_back({k, Statistic::upper_tail, shares(above(x), above(y), n)});
    }
    return out;
}

}  // namespace forestall::test
