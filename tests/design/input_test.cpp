// SPDX-License-Identifier: Apache-2.0
#include "design/input.hpp"

#include <gtest/gtest.h>

namespace forestall::design {
namespace {

Input levels(std::vector<double> values, std::vector<double> weights = {}) {
    return {"x", {}, std::move(values), std::move(weights)};
}

TEST(Input, LevelsWithoutWeightsShareTheCoordinateEqually) {
    const Input three = levels({1, 5, 9});
    EXPECT_EQ(value_at(three, 0.3333), 1);
    EXPECT_EQ(value_at(three, 0.3334), 5);
    EXPECT_EQ(value_at(three, 0.6667), 9);
    EXPECT_EQ(value_at(three, 1 - 0x1p-53), 9);
}

TEST(Input, WeightsDivideTheCoordinate) {
    const Input three = levels({1, 5, 9}, {1, 0, 3});
    EXPECT_EQ(value_at(three, 0.2499), 1);
    EXPECT_EQ(value_at(three, 0.2501), 9);
    EXPECT_EQ(value_at(levels({1, 5}, {3, 0}), 1 - 0x1p-53), 1) << "a level without weight";
}

TEST(Input, ALawIsTakenByItsQuantile) {
    const Input range{"x", {Shape::uniform, {2, 4, 0}, ""}, {}, {}};
    EXPECT_EQ(value_at(range, 0.25), 2.5);
    EXPECT_EQ(values_at({range, levels({1, 5})}, {{0.5, 0.6}}), (Rows{{3, 5}}));
}

TEST(Input, SaysWhatIsWrong) {
    EXPECT_EQ(input_problem(levels({1, 1})), "levels must ascend");
    EXPECT_EQ(input_problem(levels({1, 2}, {1})), "there must be one weight a level");
    EXPECT_EQ(input_problem(levels({1, 2}, {0, 0})), "one weight must be greater than 0");
    EXPECT_EQ(input_problem(levels({1, 2}, {1e308, 1e308})), "weights must have a finite sum");
    EXPECT_EQ(input_problem({"x", Distribution::constant(3), {}, {}}),
              "a constant cannot be varied");
    EXPECT_EQ(input_problem(levels({1, 2}, {1, 2})), "");
}

}  // namespace
}  // namespace forestall::design
