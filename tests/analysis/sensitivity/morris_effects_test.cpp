// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/morris_effects.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/sensitivity/functions.hpp"

namespace forestall::sensitivity {
namespace {

std::vector<MorrisEffect> effects(std::size_t trajectories, std::size_t inputs,
                                  const test::Function& f) {
    const design::Rows rows = design::morris(trajectories, inputs, 4, 5);
    return morris_effects(design::morris_moves(rows), inputs, test::values(rows, f), {499, 3});
}

// On a grid of four an input goes three quarters of its range from its least to its greatest value.
constexpr double way = 0.75;

TEST(MorrisEffects, OfAStraightLineAreItsSlopes) {
    const auto e = effects(10, 3, [](const auto& u) { return 2 * u[0] - 3 * u[1] + 7; });
    const double slopes[] = {2, -3, 0};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(e[i].mean.value, way * slopes[i], 1e-12);
        EXPECT_NEAR(e[i].size.value, way * std::fabs(slopes[i]), 1e-12);
        EXPECT_NEAR(e[i].spread.value, 0, 1e-12);
        EXPECT_NEAR(e[i].size.lo, e[i].size.hi, 1e-12);
    }
}

TEST(MorrisEffects, OfAProductSpreadWithTheOtherInput) {
    const auto e = effects(400, 2, [](const auto& u) { return (u[0] - 0.5) * (u[1] - 0.5); });
    // Effects of the first are u2 - 1/2 for its whole range, with u2 at 1/8, 3/8, 5/8, 7/8: mean 0,
    // size 1/4.
    EXPECT_LE(e[0].mean.lo, 0);
    EXPECT_GE(e[0].mean.hi, 0);
    EXPECT_NEAR(e[0].size.value, way * 0.25, 0.03);
    EXPECT_NEAR(e[0].spread.value, way * std::sqrt(5.0 / 64), 0.03);
}

// Morris's own function: inputs 8 to 10 add up (size 40 for the whole range, no spread), 1 to 7 are
// large with spread, 11 to 20 do nothing.
TEST(MorrisEffects, OfMorrisFunctionFallIntoItsGroups) {
    const auto e = effects(200, 20, test::morris);
    for (std::size_t i = 7; i < 10; ++i) {
        EXPECT_NEAR(e[i].mean.value, way * 40, 1e-9);
        EXPECT_NEAR(e[i].spread.value, 0, 1e-9);
    }
    for (std::size_t i = 10; i < 20; ++i) EXPECT_NEAR(e[i].size.value, 0, 1e-9);
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_GT(e[i].size.lo, way * 12) << i;
        EXPECT_GT(e[i].spread.lo, way * 10) << i;
    }
    EXPECT_GT(e[6].size.lo, way * 5);
}

// An input with two levels, one with four and one with a law, each of which changes the outcome by
// 9 from end to end, have the same effect.
TEST(MorrisEffects, OfLevelsAreOfTheScaleOfLaws) {
    const std::vector<design::Input> inputs{{"two", {}, {0, 9}, {}},
                                            {"four", {}, {0, 3, 6, 9}, {}},
                                            {"law", {Shape::uniform, {-1.5, 10.5, 0}, ""}, {}, {}}};
    const design::Rows rows = design::values_at(inputs, design::morris(20, 3, 4, 5));
    const auto e = morris_effects(
        design::morris_moves(rows), 3,
        test::values(rows, [](const auto& x) { return x[0] + x[1] + x[2]; }), {9, 3});
    for (const MorrisEffect& one : e) EXPECT_NEAR(one.mean.value, 9, 1e-9);
}

TEST(MorrisEffects, RefusesAnotherNumberOfOutcomes) {
    const std::vector<design::Move> moves{{0, true}};
    const std::vector<double> few{1};
    EXPECT_THROW(morris_effects(moves, 1, few, {}), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::sensitivity
