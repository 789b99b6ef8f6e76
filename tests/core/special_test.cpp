// SPDX-License-Identifier: Apache-2.0
#include "core/special.hpp"

#include <gtest/gtest.h>

#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace forestall {
namespace {

TEST(Log1pMinus, KeepsItsRelativeAccuracyNearZero) {
    for (double v = -0.95; v < 3; v += 0.00137) {
        const auto truth = std::log1p(static_cast<long double>(v)) - static_cast<long double>(v);
        const double tolerance =
            std::fabs(v) < 1e-3 ? 1e-12 : 1e-14;  // the reference itself cancels near 0
        EXPECT_NEAR(static_cast<double>(math::log1p_minus(v) / truth), 1, tolerance) << v;
    }
    EXPECT_DOUBLE_EQ(math::log1p_minus(1e-10), -0.5e-20 * (1 - 2e-10 / 3));
    EXPECT_EQ(math::log1p_minus(0), 0);
}

TEST(StirlingError, CompletesTheFactorial) {
    long double log_factorial = 0;
    for (int m = 1; m < 400; ++m) {
        const auto x = static_cast<long double>(m);
        log_factorial += std::log(x);
        const long double truth =
            log_factorial - ((x + 0.5L) * std::log(x) - x + 0.918938533204672741780329736406L);
        EXPECT_NEAR(math::stirling_error(m), static_cast<double>(truth), 1e-15) << m;
    }
}

TEST(ExactProduct, HasNoRoundingError) {
    for (const double n : {3.0, 999999937.0, 123456789012345.0})
        for (const double p : {0.1, 1.0 / 3, 1e-9 / 7, 0.499999999}) {
            const auto product = math::exact_product(n, p);
            EXPECT_EQ(product.high, n * p);
            EXPECT_EQ(product.low, std::fma(n, p, -product.high));
        }
}

TEST(IncompleteBeta, MatchesBoostOverAGrid) {
    using Policy = boost::math::policies::policy<boost::math::policies::promote_double<true>>;
    for (const double a : {0.001, 0.1, 0.5, 1.0, 2.5, 9.0, 17.0, 300.0, 5000.0, 1e6})
        for (const double b : {0.001, 0.3, 1.0, 4.0, 15.9, 80.0, 5000.0, 1e6})
            for (const double z : {-6.0, -3.0, -1.0, -0.1, 0.0, 0.4, 2.0, 5.0}) {
                const double mean = a / (a + b);
                const double sd = std::sqrt(mean * (1 - mean) / (a + b + 1));
                const double x = std::fmin(0.999999, std::fmax(1e-7, mean + z * sd));
                const double error = a + b <= 1000 ? 1e-13 : 1e-12;
                EXPECT_NEAR(math::incomplete_beta(a, b, x), boost::math::ibeta(a, b, x, Policy()),
                            error)
                    << a << " " << b << " " << x;
            }
}

TEST(IncompleteBeta, EndsAtZeroAndOne) {
    EXPECT_EQ(math::incomplete_beta(2, 3, 0), 0);
    EXPECT_EQ(math::incomplete_beta(2, 3, 1), 1);
    EXPECT_NEAR(math::incomplete_beta(1, 1, 0.3), 0.3, 1e-16);
}

}  // namespace
}  // namespace forestall
