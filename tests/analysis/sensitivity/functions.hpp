// SPDX-License-Identifier: Apache-2.0
// Functions whose indices are known in closed form, and their values at the points of a design.
#pragma once
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>
#include <vector>

#include "design/input.hpp"

namespace forestall::sensitivity::test {

using Function = std::function<double(const std::vector<double>&)>;

inline std::vector<double> values(const design::Rows& rows, const Function& f) {
    std::vector<double> out;
    for (const auto& row : rows) out.push_back(f(row));
    return out;
}

/// Ishigami & Homma 1990, of coordinates in (0, 1), with a = 7 and b = 0.1.
inline double ishigami(const std::vector<double>& u) {
    const auto angle = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    const double s = std::sin(angle(1));
    return std::sin(angle(0)) + 7 * s * s + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

/// Sobol' 1993: the product of (|4 u - 2| + a) / (1 + a).
inline Function sobol_g(std::vector<double> a) {
    return [a = std::move(a)](const std::vector<double>& u) {
        double product = 1;
        for (std::size_t i = 0; i < a.size(); ++i)
            product *= (std::fabs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
        return product;
    };
}

/// Variance of one factor of Sobol's function.
inline double g_part(double a) { return 1 / (3 * (1 + a) * (1 + a)); }

/// Morris 1991, of twenty coordinates, without its random small coefficients.
inline double morris(const std::vector<double>& u) {
    std::vector<double> w;
    for (std::size_t i = 0; i < 20; ++i) {
        const bool curved = i == 2 || i == 4 || i == 6;
        w.push_back(2 * ((curved ? 1.1 * u[i] / (u[i] + 0.1) : u[i]) - 0.5));
    }
    double sum = 0;
    for (std::size_t i = 0; i < 10; ++i) sum += 20 * w[i];
    for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t j = i + 1; j < 6; ++j) {
            sum -= 15 * w[i] * w[j];
            for (std::size_t k = j + 1; k < 5 && i < 5 && j < 5; ++k)
                sum -= 10 * w[i] * w[j] * w[k];
        }
    return sum + 5 * w[0] * w[1] * w[2] * w[3];
}

}  // namespace forestall::sensitivity::test
