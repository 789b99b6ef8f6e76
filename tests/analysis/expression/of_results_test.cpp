// SPDX-License-Identifier: Apache-2.0
#include "analysis/expression/of_results.hpp"

#include <gtest/gtest.h>

namespace forestall::expression {
namespace {

TEST(OfResults, KnowsTheVariablesOfAFile) {
    EXPECT_EQ(variable_dimensions("civilian_deaths"), 2);
    EXPECT_EQ(variable_dimensions("peak_stage"), 1);
    EXPECT_FALSE(variable_dimensions("deaths_by_location")) << "a number for each place";
    EXPECT_FALSE(variable_dimensions("nothing"));
}

TEST(OfResults, CompilesWhatLeavesANumberAMember) {
    EXPECT_EQ(compile("quantile(civilian_deaths, 0.9)").dimensions, 1);
    EXPECT_EQ(compile("mean(first(stage_true >= 2))").dimensions, 0);
    EXPECT_EQ(compile("quantile(civilian_deaths, 0.9)").problem.text, "");
}

TEST(OfResults, SaysWhatIsWrong) {
    EXPECT_EQ(compile("civilian_deaths").problem.text, "a number for each step is left");
    EXPECT_EQ(compile("sum(civilian_death)").problem.hint, "did you mean 'civilian_deaths'?");
    EXPECT_EQ(compile("sum(").problem.at, 4U);
}

}  // namespace
}  // namespace forestall::expression
