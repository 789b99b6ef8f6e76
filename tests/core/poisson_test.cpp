// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/math/distributions/poisson.hpp>

#include "core/quantile_checks.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

using testing::exact_poisson;

TEST(Poisson, MatchesExactQuantilesOverAGrid) {
    for (const double mean :
         {1e-9, 1e-3, 0.3, 1.0, 2.5, 3.99, 4.01, 5.5, 9.0, 15.5, 40.0, 333.3, 1e4, 1e6, 1e9}) {
        SCOPED_TRACE(::testing::Message() << "mean = " << mean);
        testing::expect_exact_quantiles(
            exact_poisson(mean), [=](double u) { return sample::poisson(u, mean); }, 1000);
    }
}

TEST(Poisson, EveryJumpIsWithinOneTenMillionMillionth) {
    for (const double mean : {0.7, 3.9, 4.1, 12.0, 77.7, 900.0, 40000.0, 3e6}) {
        SCOPED_TRACE(::testing::Message() << "mean = " << mean);
        testing::expect_jumps_within(
            exact_poisson(mean), [=](double u) { return sample::poisson(u, mean); }, 1e-13, 1);
    }
}

TEST(Poisson, AgreesWithBoost) {
    for (const double mean : {0.2, 30.0, 1e6}) {
        const boost::math::poisson_distribution<double> law(mean);
        for (const double u : {1e-12, 1e-5, 0.1, 0.5, 0.8, 0.99999}) {
            const auto k = static_cast<double>(sample::poisson(u, mean));
            EXPECT_GE(cdf(law, k), u - 1e-11);
            if (k > 0) {
                EXPECT_LT(cdf(law, k - 1), u + 1e-11);
            }
        }
    }
}

TEST(Poisson, FollowsTheNormalExpansionAtHugeMeans) {
    for (const double mean : {1e12, 1e15})
        for (const double u : {1e-9, 0.01, 0.5, 0.8, 0.99999}) {
            const double w = sample::normal(u);
            const double expected = std::sqrt(mean) * w + w * w / 6 + 1.0 / 3 - 0.5;
            EXPECT_NEAR(static_cast<double>(sample::poisson(u, mean) - static_cast<Persons>(mean)),
                        expected, 0.51);
        }
}

TEST(Poisson, IsMonotoneInTheMeanAndTheUniform) {
    Stream s(5, 6, 8);
    for (int draw = 0; draw < 300; ++draw) {
        const double u = s.uniform();
        Persons before = 0;
        for (double mean = 0.01; mean < 1e7; mean *= 1.03) {
            const Persons k = sample::poisson(u, mean);
            ASSERT_GE(k, before) << "u = " << u << " mean = " << mean;
            before = k;
        }
    }
    for (const double mean : {3.0, 44.0, 1e8}) {
        Persons before = 0;
        for (int i = 1; i < 20000; ++i) {
            const Persons k = sample::poisson(i / 20000.0, mean);
            ASSERT_GE(k, before);
            before = k;
        }
    }
}

TEST(Poisson, OfNothingIsNothing) {
    EXPECT_EQ(sample::poisson(0.999, 0), 0);
    EXPECT_EQ(sample::poisson(0.999, -1), 0);
}

}  // namespace
}  // namespace forestall
