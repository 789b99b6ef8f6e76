// SPDX-License-Identifier: Apache-2.0
// A simulator whose posterior is known: two weights with normal priors, two values that are linear
// in them with normal luck, and a tally of eight.
#pragma once
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "analysis/search/calibration.hpp"
#include "core/random.hpp"

namespace forestall::calibration {

inline constexpr double steep = 2;  ///< of the first value in the first weight; luck has SD 1

inline std::vector<Prior> two_priors() {
    return {{"inertia.a", {Shape::normal, {0, 1}, ""}, -9, 9, 'D'},
            {"b.weight", {Shape::lognormal, {3, 0.2}, ""}, 0, 99, 'D'}};
}

inline double normal(Stream& s) {
    return Distribution{Shape::normal, {0, 1}, {}}.quantile(s.uniform());
}

/// `shift` is added to the first value: a simulator that is wrong.
inline Row linear_row(const std::vector<Prior>& priors, std::uint64_t row, double shift = 0) {
    Row out;
    out.weights = prior_row(priors, 5, row);
    const double a = priors[0].score(out.weights[0]), b = priors[1].score(out.weights[1]);
    Stream s(99, row, 0);
    const double luck = normal(s);
    out.values = {steep * a + luck + shift, a - b + 0.5 * luck + normal(s)};
    const double p = 1 / (1 + std::exp(1 - a));
    double k = 0;
    for (int i = 0; i < 8; ++i) k += s.uniform() < p ? 1 : 0;
    out.shares = {{k, 8}};
    return out;
}

inline std::vector<Row> linear_rows(std::size_t n) {
    const std::vector<Prior> priors = two_priors();
    std::vector<Row> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(linear_row(priors, i));
    return out;
}

inline std::vector<std::size_t> every(std::size_t n) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

}  // namespace forestall::calibration
