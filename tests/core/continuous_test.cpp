// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/samplers.hpp"

namespace forestall {
namespace {

TEST(Normal, MatchesBoostToFifteenDigits) {
    const boost::math::normal_distribution<long double> law;
    for (int i = 1; i < 5000; ++i)
        for (const double u : {i / 5000.0, std::exp(-0.007 * i)}) {
            const auto truth = static_cast<double>(quantile(law, static_cast<long double>(u)));
            ASSERT_NEAR(sample::normal(u), truth, 2e-15 * std::fabs(truth) + 1e-17) << u;
        }
    EXPECT_EQ(sample::normal(0.5), 0);
}

TEST(Exponential, InvertsItsDistributionFunction) {
    for (const double u : {1e-12, 0.1, 0.5, 0.999})
        EXPECT_NEAR(1 - std::exp(-3 * sample::exponential(u, 3)), u, 1e-15);
}

TEST(Pareto, InvertsItsDistributionFunction) {
    const double exponent = 2.3, low = 2, high = 5000;
    for (const double u : {1e-9, 0.1, 0.5, 0.99, 1 - 1e-12}) {
        const double x = sample::pareto(u, exponent, low, high);
        const double cdf =
            (1 - std::pow(x / low, 1 - exponent)) / (1 - std::pow(high / low, 1 - exponent));
        EXPECT_NEAR(cdf, u, 1e-13);
        EXPECT_GE(x, low);
        EXPECT_LE(x, high);
    }
}

TEST(DiscretePareto, RoundsTheContinuousOne) {
    const double exponent = 1.8;
    for (Persons k = 1; k < 30; ++k) {
        const auto survival = [&](double x) { return std::pow(x / 0.5, 1 - exponent); };
        const double cdf = (1 - survival(static_cast<double>(k) + 0.5)) / (1 - survival(1000.5));
        EXPECT_EQ(sample::discrete_pareto(cdf - 1e-12, exponent, 1, 1000), k);
        EXPECT_EQ(sample::discrete_pareto(cdf + 1e-12, exponent, 1, 1000), k + 1);
    }
    EXPECT_EQ(sample::discrete_pareto(1 - 0x1p-53, exponent, 1, 1000), 1000);
    EXPECT_EQ(sample::discrete_pareto(0.7, exponent, 4, 4), 4);
}

TEST(Geometric, MatchesItsDistributionFunctionAndSkipsMoreForSmallerChances) {
    for (const double p : {0.9, 0.2, 1e-3})
        for (Persons k = 0; k < 20; ++k) {
            const double cdf = -std::expm1(static_cast<double>(k + 1) * std::log1p(-p));
            if (cdf > 1 - 1e-9) break;
            EXPECT_EQ(sample::geometric(cdf - 1e-12, p), k);
            EXPECT_EQ(sample::geometric(cdf + 1e-12, p), k + 1);
        }
    EXPECT_EQ(sample::geometric(0.5, 1), 0);
    EXPECT_EQ(sample::geometric(0.5, 0), Persons{1} << 62);
    EXPECT_EQ(sample::geometric(0.999, 1e-300), Persons{1} << 62);
}

TEST(Categorical, SkipsWhatHasNoWeight) {
    const double weights[] = {0, 1, 0, 3, 0};
    EXPECT_EQ(sample::categorical(1e-9, weights), 1U);
    EXPECT_EQ(sample::categorical(0.25, weights), 1U);
    EXPECT_EQ(sample::categorical(0.2500001, weights), 3U);
    EXPECT_EQ(sample::categorical(1 - 0x1p-53, weights), 3U);
}

}  // namespace
}  // namespace forestall
