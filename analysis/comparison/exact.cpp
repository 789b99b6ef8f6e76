// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/exact.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "analysis/order.hpp"

namespace forestall::comparison {
namespace {

using boost::math::binomial_distribution;

double binomial_error(double share, double n) { return std::sqrt(share * (1 - share) / n); }

/// Score statistic of the difference d of paired shares. `q`: the share of `only_second`, at its
/// most likely under d.
double score(double only_first, double only_second, double n, double d) {
    const double b = -only_first - only_second + (2 * n - only_first + only_second) * d;
    const double c = -only_second * d * (1 - d);
    const double q = (std::sqrt(std::max(0.0, b * b - 8 * n * c)) - b) / (4 * n);
    const double off = only_first - only_second - n * d, variance = n * (2 * q + d * (1 - d));
    if (variance > 1e-12) return off / std::sqrt(variance);
    return off == 0 ? 0 : std::copysign(1e9, off);
}

/// Where the falling score statistic passes `level`, between two differences.
double crossing(double only_first, double only_second, double n, double level, double from,
                double to) {
    for (int i = 0; i < 60; ++i) {
        const double middle = (from + to) / 2;
        (score(only_first, only_second, n, middle) > level ? from : to) = middle;
    }
    return (from + to) / 2;
}

}  // namespace

double exact_lower(std::size_t k, std::size_t n, double alpha) {
    return binomial_distribution<>::find_lower_bound_on_p(static_cast<double>(n),
                                                          static_cast<double>(k), alpha);
}

double exact_upper(std::size_t k, std::size_t n, double alpha) {
    return binomial_distribution<>::find_upper_bound_on_p(static_cast<double>(n),
                                                          static_cast<double>(k), alpha);
}

Figure exact_share(std::size_t k, std::size_t n, double alpha) {
    if (n == 0) return {};
    const double share = static_cast<double>(k) / static_cast<double>(n);
    return {share, exact_lower(k, n, alpha / 2), exact_upper(k, n, alpha / 2),
            binomial_error(share, static_cast<double>(n))};
}

Figure exact_quantile(std::vector<double> values, double q, double alpha) {
    if (values.empty() || !analysis::all_numbers(values)) return {};
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    const binomial_distribution<> below(static_cast<double>(n), q);
    // The r-th value from below is above the quantile exactly if fewer than r values are below it.
    std::size_t low = 0, high = n + 1;
    while (low < n && cdf(below, static_cast<double>(low)) <= alpha / 2) ++low;
    while (high > 1 && cdf(complement(below, static_cast<double>(high) - 2)) <= alpha / 2) --high;
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(n)));
    Figure out;
    out.value = values[std::max<std::size_t>(rank, 1) - 1];
    if (low > 0) out.lo = values[low - 1];
    if (high <= n) out.hi = values[high - 1];
    return out;
}

Figure paired_shares(std::size_t only_first, std::size_t only_second, std::size_t n, double alpha) {
    if (n == 0) return {};
    const auto b = static_cast<double>(only_first), c = static_cast<double>(only_second),
               all = static_cast<double>(n);
    const double z = quantile(complement(boost::math::normal(), alpha / 2));
    const double value = (b - c) / all;
    Figure out{value, crossing(b, c, all, z, -1, value), crossing(b, c, all, -z, value, 1), 0};
    out.error = std::sqrt(std::max(0.0, (b + c) / all - value * value) / all);
    return out;
}

}  // namespace forestall::comparison
