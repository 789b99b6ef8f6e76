// SPDX-License-Identifier: Apache-2.0
#include "population/crowd.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "population/rules/cascade.hpp"

namespace forestall {
namespace {

TEST(Crowd, FollowsTheLawOfItsThresholds) {
    Crowd crowd({.persons = 100, .threshold_mean = 25, .threshold_sd = 12}, Luck(1, 0));
    double share = 0;
    for (int t = 0; t < 20; ++t) {
        crowd.cycle();
        share = rules::joined_share(share, 0.25, 0.12);
        EXPECT_NEAR(crowd.share(), share, 1e-14);
    }
}

TEST(Crowd, DrawnPeopleJoinInTheSharesOfTheLaw) {
    // One cycle from nobody: Binomial(n, F(0)). At n = 100,000 the bound of 4.9 standard errors
    // (alpha 1e-6) is 0.0022; the biased twin, a mean threshold off by 5 %, is 0.0055 away: a power
    // above 1 - 1e-6.
    constexpr int n = 100'000;
    const auto instigators = [](double mean) {
        Crowd crowd(
            {.persons = n, .threshold_mean = mean * n, .threshold_sd = 0.122 * n, .drawn = true},
            Luck(7, 0));
        crowd.cycle();
        return crowd.share();
    };
    const double expected = rules::joined_share(0, 0.25, 0.122);
    const double bound = 4.9 * std::sqrt(expected * (1 - expected) / n);
    EXPECT_NEAR(instigators(0.25), expected, bound);
    EXPECT_GT(std::abs(instigators(0.2375) - expected), bound);
}

TEST(Crowd, NobodyWhoJoinedLeaves) {
    for (std::uint64_t member = 0; member < 20; ++member) {
        Crowd crowd({.persons = 100, .threshold_mean = 25, .threshold_sd = 12.2, .drawn = true},
                    Luck(1, member));
        double before = 0;
        for (int t = 0; t < 50; ++t) {
            crowd.cycle();
            EXPECT_GE(crowd.share(), before);
            before = crowd.share();
        }
    }
}

TEST(Crowd, DigestsTellMembersApart) {
    const CascadeSettings s{.drawn = true};
    EXPECT_EQ(Crowd(s, Luck(1, 0)).digest(), Crowd(s, Luck(1, 0)).digest());
    EXPECT_NE(Crowd(s, Luck(1, 0)).digest(), Crowd(s, Luck(1, 1)).digest());
}

}  // namespace
}  // namespace forestall
