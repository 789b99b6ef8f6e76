// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/influence.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "analysis/order.hpp"

namespace forestall::report {

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return analysis::ascending(values[a], values[b]);
    });
    std::vector<double> out(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i + 1;
        while (j < order.size() && analysis::tied(values[order[j]], values[order[i]])) ++j;
        for (std::size_t k = i; k < j; ++k) out[order[k]] = (static_cast<double>(i + j) + 1) / 2;
        i = j;
    }
    return out;
}

namespace {

double correlation_of_ranks(const std::vector<double>& x, const std::vector<double>& y) {
    const double middle = (static_cast<double>(x.size()) + 1) / 2;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - middle) * (y[i] - middle);
        xx += (x[i] - middle) * (x[i] - middle);
        yy += (y[i] - middle) * (y[i] - middle);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

}  // namespace

double rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    return correlation_of_ranks(ranks(x), ranks(y));
}

std::vector<Influence> influences(const std::vector<double>& drawn, std::size_t parameters,
                                  const std::vector<double>& difference) {
    const std::size_t n = difference.size();
    const std::vector<double> wanted = ranks(difference);
    std::vector<Influence> out;
    std::vector<double> column(n);
    for (std::size_t p = 0; p < parameters && n > 0; ++p) {
        for (std::size_t m = 0; m < n; ++m) column[m] = drawn[m * parameters + p];
        const double correlation = correlation_of_ranks(ranks(column), wanted);
        std::sort(column.begin(), column.end(), analysis::ascending);
        const auto at = [&](double level) {
            return column[static_cast<std::size_t>(
                std::floor(level * static_cast<double>(n - 1) + 0.5))];
        };
        out.push_back({p, at(0.05), at(0.5), at(0.95), correlation});
    }
    std::stable_sort(out.begin(), out.end(), [](const Influence& a, const Influence& b) {
        const bool varies = a.low < a.high, other = b.low < b.high;
        if (varies != other) return varies;
        return std::fabs(a.correlation) > std::fabs(b.correlation);
    });
    return out;
}

double chance_correlation(std::size_t members, std::size_t tests) {
    if (members < 4) return 1;
    const double each =
        1 - std::pow(0.95, 1 / static_cast<double>(std::max<std::size_t>(tests, 1)));
    const double z =
        boost::math::quantile(boost::math::complement(boost::math::normal(), each / 2));
    return std::tanh(z * std::sqrt(1.06 / static_cast<double>(members - 3)));
}

}  // namespace forestall::report
