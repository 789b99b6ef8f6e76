// SPDX-License-Identifier: Apache-2.0
#include "actors/temper.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Temper, BearsWhollyOnMassViolenceAndInPartOnWar) {
    SmallScene s;
    s.scene.career[army].temper = 2;
    const double whole = 2 * s.values["temper.spread"];
    for (const Action a : {mass, campaign}) EXPECT_EQ(s.says("temper", a), whole);
    for (const Action a : {attack, offensive, selective})
        EXPECT_EQ(s.says("temper", a), s.values["temper.war"] * whole);
    s.scene.career[army].temper = -1;
    EXPECT_LT(s.says("temper", mass), 0) << "some are gentler than most";
    expect_speaks_only_of("temper", {mass, campaign, attack, offensive, selective});
}

TEST(Temper, IsOfTheLawThatItClaims) {
    // Laplace of standard deviation 1: the mean is 0, the variance 1, and 1 in 34 lies beyond 2.
    const int n = 100000;
    double sum = 0, squares = 0;
    int beyond = 0;
    for (int i = 0; i < n; ++i) {
        const double x = drawn_temper((i + 0.5) / n);
        sum += x;
        squares += x * x;
        beyond += x > 2;
    }
    EXPECT_NEAR(sum / n, 0, 1e-9);
    EXPECT_NEAR(squares / n, 1, 1e-3);
    EXPECT_NEAR(static_cast<double>(beyond) / n, 0.5 * std::exp(-2 * std::sqrt(2.0)), 1e-4);
}

}  // namespace
}  // namespace forestall
