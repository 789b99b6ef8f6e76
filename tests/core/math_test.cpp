// SPDX-License-Identifier: Apache-2.0
#include "core/math.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/hash.hpp"

namespace forestall {
namespace {

constexpr int kPoints = 20000;

/// Points spread over [low, high] without a pattern that a table could share.
double point(int i, double low, double high) {
    const double turn = i * 0.6180339887498949;
    return low + (high - low) * (turn - std::floor(turn));
}

TEST(Math, GivesTheCommittedBitsOnEveryCpuAndCompiler) {
    StateHash hash;
    for (int i = 0; i < kPoints; ++i) {
        hash.add(math::exp(point(i, -700, 700)));
        hash.add(math::expm1(point(i, -1, 1)));
        hash.add(math::log(point(i, 1e-9, 1e6)));
        hash.add(math::log1p(point(i, -0.999, 5)));
        hash.add(math::pow(point(i, 0.001, 50), point(i + 7, -9, 9)));
        hash.add(math::erfc(point(i, -5, 25)));
        hash.add(math::lgamma(point(i, 0.001, 1e5)));
    }
    EXPECT_EQ(to_hex(hash.digest()), "60f23da68bbbcaef");
}

TEST(Math, IsWithinTwoUnitsInTheLastPlace) {
    const auto close = [](double value, long double truth) {
        const double scale = std::fabs(static_cast<double>(truth));
        return std::fabs(static_cast<double>(value - truth)) <=
               2 * (std::nextafter(scale, 1e308) - scale);
    };
    for (int i = 0; i < kPoints; ++i) {
        const double x = point(i, -30, 30);
        ASSERT_TRUE(close(math::exp(x), std::exp(static_cast<long double>(x)))) << x;
        const double y = point(i, 1e-6, 1000);
        ASSERT_TRUE(close(math::log(y), std::log(static_cast<long double>(y)))) << y;
        ASSERT_TRUE(close(math::log1p(y), std::log1p(static_cast<long double>(y)))) << y;
        ASSERT_TRUE(close(math::pow(y, x / 10), std::pow(static_cast<long double>(y), x / 10.0L)))
            << y << " " << x;
    }
}

TEST(Math, AChanceIsNeverNegativeNorAboveOne) {
    EXPECT_EQ(math::chance(0, 5), 0);
    EXPECT_EQ(math::chance(1e9, 5), 1);
    EXPECT_NEAR(math::chance(1e-12, 1), 1e-12, 1e-24);
    for (double x = 1e-9; x < 0.05; x *= 1.01) {
        const double whole = -math::expm1(-x);
        ASSERT_NEAR(math::chance(x, 1), whole, 5e-16 * whole)
            << x << ": the series and the function meet";
    }
    EXPECT_NEAR(math::chance(0.7, 1),
                1 - (1 - math::chance(0.7, 0.5)) * (1 - math::chance(0.7, 0.5)), 1e-15);
}

}  // namespace
}  // namespace forestall
