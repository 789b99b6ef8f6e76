// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/math/distributions/hypergeometric.hpp>

#include "core/quantile_checks.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

using testing::exact_hypergeometric;

Persons part(Persons all, double share) {
    return static_cast<Persons>(static_cast<double>(all) * share);
}

TEST(Hypergeometric, MatchesExactQuantilesOverAGrid) {
    for (const Persons all : {2, 5, 17, 30, 64, 200, 1000, 50000})
        for (const double a : {0.01, 0.05, 0.2, 0.44, 0.5, 0.7, 0.97})
            for (const double b : {0.002, 0.1, 0.3, 0.5, 0.66, 0.99}) {
                const Persons marked = part(all, a);
                const Persons drawn = part(all, b);
                SCOPED_TRACE(::testing::Message()
                             << all << " people, " << marked << " marked, " << drawn << " drawn");
                testing::expect_exact_quantiles(
                    exact_hypergeometric(marked, all - marked, drawn),
                    [=](double u) {
                        return sample::hypergeometric(u, marked, all - marked, drawn);
                    },
                    100);
            }
}

TEST(Hypergeometric, MatchesExactQuantilesForAThousandMillion) {
    const Persons all = 1'000'000'000;
    for (const auto& [a, b] : {std::pair{1e-8, 0.4},
                               {1e-6, 1e-3},
                               {1e-5, 0.3},
                               {0.01, 0.02},
                               {0.5, 0.5},
                               {0.9, 0.3},
                               {0.2, 0.999},
                               {0.999999, 0.99}}) {
        const Persons marked = part(all, a);
        const Persons drawn = part(all, b);
        SCOPED_TRACE(::testing::Message() << marked << " marked, " << drawn << " drawn");
        testing::expect_exact_quantiles(
            exact_hypergeometric(marked, all - marked, drawn),
            [=](double u) { return sample::hypergeometric(u, marked, all - marked, drawn); }, 500);
    }
}

TEST(Hypergeometric, EveryJumpIsWithinTwoTenMillionMillionths) {
    for (const Persons all : {20, 60, 500, 20000, 1000000})
        for (const double a : {0.02, 0.3, 0.5, 0.8})
            for (const double b : {0.04, 0.25, 0.5, 0.9}) {
                const Persons marked = part(all, a);
                const Persons drawn = part(all, b);
                SCOPED_TRACE(::testing::Message()
                             << all << " people, " << marked << " marked, " << drawn << " drawn");
                testing::expect_jumps_within(
                    exact_hypergeometric(marked, all - marked, drawn),
                    [=](double u) {
                        return sample::hypergeometric(u, marked, all - marked, drawn);
                    },
                    2e-13, 1);
            }
}

TEST(Hypergeometric, AgreesWithBoost) {
    const boost::math::hypergeometric_distribution<double> law(400, 150, 1000);
    for (const double u : {1e-7, 0.01, 0.3, 0.5, 0.9, 0.9999}) {
        const auto k = static_cast<unsigned>(sample::hypergeometric(u, 400, 600, 150));
        EXPECT_GE(cdf(law, k), u - 1e-11);
        EXPECT_LT(cdf(law, k - 1), u + 1e-11);
    }
}

TEST(Hypergeometric, IsMonotoneInTheUniformAndInTheNumbers) {
    Stream s(5, 6, 9);
    for (int draw = 0; draw < 100; ++draw) {
        const double u = s.uniform();
        Persons before = 0;
        for (Persons drawn = 0; drawn <= 300; ++drawn) {
            const Persons k = sample::hypergeometric(u, 120, 180, drawn);
            ASSERT_GE(k, before) << "u = " << u << " drawn = " << drawn;
            before = k;
        }
        EXPECT_EQ(before, 120);
        before = 0;
        for (Persons marked = 0; marked <= 300; ++marked) {
            const Persons k = sample::hypergeometric(u, marked, 300 - marked, 77);
            ASSERT_GE(k, before) << "u = " << u << " marked = " << marked;
            before = k;
        }
        EXPECT_EQ(before, 77);
    }
}

TEST(Hypergeometric, EmptyAndFullDrawsAreCertain) {
    EXPECT_EQ(sample::hypergeometric(0.3, 5, 7, 0), 0);
    EXPECT_EQ(sample::hypergeometric(0.3, 5, 7, 12), 5);
    EXPECT_EQ(sample::hypergeometric(0.3, 0, 7, 3), 0);
    EXPECT_EQ(sample::hypergeometric(0.3, 5, 0, 3), 3);
}

}  // namespace
}  // namespace forestall
