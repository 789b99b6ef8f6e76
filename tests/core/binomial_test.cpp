// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>

#include "core/quantile_checks.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

using testing::exact_binomial;

TEST(Binomial, MatchesExactQuantilesOverAGrid) {
    for (const Persons n : {1, 2, 3, 7, 8, 9, 20, 50, 100, 1000, 30000, 1000000})
        for (const double p :
             {1e-7, 1e-4, 0.004, 0.03, 0.1, 0.25, 0.4999, 0.5, 0.5001, 0.7, 0.93, 0.999}) {
            SCOPED_TRACE(::testing::Message() << "n = " << n << ", p = " << p);
            testing::expect_exact_quantiles(
                exact_binomial(n, p), [=](double u) { return sample::binomial(u, n, p); }, 300);
        }
}

TEST(Binomial, MatchesExactQuantilesForAThousandMillion) {
    const Persons n = 1'000'000'000;
    for (const double p : {1e-10, 3e-9, 4.1e-9, 5e-8, 1e-5, 1e-3, 0.1, 0.5, 0.8}) {
        SCOPED_TRACE(::testing::Message() << "p = " << p);
        testing::expect_exact_quantiles(
            exact_binomial(n, p), [=](double u) { return sample::binomial(u, n, p); }, 1000);
    }
}

TEST(Binomial, EveryJumpIsWithinOneTenMillionMillionth) {
    for (const Persons n : {5, 12, 40, 300, 5000, 200000})
        for (const double p : {1e-4, 0.02, 0.2, 0.45, 0.5, 0.6, 0.95}) {
            SCOPED_TRACE(::testing::Message() << "n = " << n << ", p = " << p);
            testing::expect_jumps_within(
                exact_binomial(n, p), [=](double u) { return sample::binomial(u, n, p); }, 1e-13,
                1 + n / 20000);
        }
    testing::expect_jumps_within(
        exact_binomial(1'000'000'000, 0.37),
        [](double u) { return sample::binomial(u, 1'000'000'000, 0.37); }, 1e-13, 97);
}

TEST(Binomial, AgreesWithBoost) {
    for (const double n : {30.0, 1e4, 1e9})
        for (const double p : {1e-6, 0.01, 0.4}) {
            const boost::math::binomial_distribution<double> law(n, p);
            for (const double u : {1e-9, 0.001, 0.2, 0.6, 0.999}) {
                const auto k = static_cast<double>(sample::binomial(u, static_cast<Persons>(n), p));
                EXPECT_GE(cdf(law, k), u - 1e-11);
                if (k > 0) {
                    EXPECT_LT(cdf(law, k - 1), u + 1e-11);
                }
            }
        }
}

TEST(Binomial, IsMonotoneInTheUniform) {
    for (const Persons n : {10, 1000, 1'000'000'000})
        for (const double p : {0.003, 0.4, 0.5, 0.77}) {
            Persons before = 0;
            for (int i = 1; i < 20000; ++i) {
                const Persons k = sample::binomial(i / 20000.0, n, p);
                ASSERT_GE(k, before);
                before = k;
            }
        }
}

TEST(Binomial, IsMonotoneInTheChanceAndInTheNumber) {
    Stream s(5, 6, 7);
    for (int draw = 0; draw < 200; ++draw) {
        const double u = s.uniform();
        for (const Persons n : {1, 6, 17, 400, 1'000'000'000}) {
            Persons before = 0;
            for (int i = 0; i <= 400; ++i) {
                const Persons k = sample::binomial(u, n, i / 400.0);
                ASSERT_GE(k, before) << "u = " << u << " n = " << n << " p = " << i / 400.0;
                ASSERT_LE(k, n);
                before = k;
            }
            ASSERT_EQ(before, n);
        }
        Persons before = 0;
        for (Persons n = 0; n < 400; ++n) {
            const Persons k = sample::binomial(u, n, 0.57);
            ASSERT_GE(k, before);
            before = k;
        }
    }
}

TEST(Binomial, ClampsWhatIsNoChance) {
    EXPECT_EQ(sample::binomial(0.5, 10, -0.1), 0);
    EXPECT_EQ(sample::binomial(0.5, 10, 1.5), 10);
    EXPECT_EQ(sample::binomial(0.5, 0, 0.5), 0);
    EXPECT_EQ(sample::binomial(0.5, -3, 0.5), 0);
}

TEST(Binomial, SitsOnTheRightSideOfAnExactJump) {
    EXPECT_EQ(sample::binomial(0.25, 1, 0.75), 0);
    EXPECT_EQ(sample::binomial(0.75, 1, 0.25), 0);
    EXPECT_EQ(sample::binomial(0.25, 2, 0.5), 0);
}

}  // namespace
}  // namespace forestall
