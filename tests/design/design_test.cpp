// SPDX-License-Identifier: Apache-2.0
#include "design/design.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "design/morris.hpp"
#include "design/saltelli.hpp"
#include "design/slices.hpp"

namespace forestall::design {
namespace {

Design two_inputs(Method method, std::size_t points = 8) {
    Design d;
    d.method = method;
    d.points = points;
    d.inputs = {{"a", {Shape::uniform, {0, 1, 0}, ""}, {}, {}},
                {"b", {Shape::uniform, {0, 1, 0}, ""}, {}, {}}};
    d.steps = {3, 2};
    d.listed = {{0.1, 0.2}, {0.3, 0.4}};
    return d;
}

TEST(Design, EveryMethodHasAsManyPointsAsItSays) {
    for (const auto& word : method_words) {
        const Design d = two_inputs(word.value);
        EXPECT_EQ(design_problem(d), "") << word.text;
        EXPECT_EQ(points_of(d, 1000).size(), design_size(d, 1000)) << word.text;
        EXPECT_EQ(points_of(d, 1000), points_of(d, 1000)) << word.text;
    }
}

TEST(Design, MethodsKeepTheirShape) {
    EXPECT_TRUE(saltelli_shape(points_of(two_inputs(Method::saltelli), 100)));
    EXPECT_EQ(morris_moves(points_of(two_inputs(Method::morris), 100)).size(), 16U);
    EXPECT_TRUE(test::fills_evenly(points_of(two_inputs(Method::sobol), 100), 1, 8));
}

TEST(Design, AListIsTakenAsItIs) {
    EXPECT_EQ(points_of(two_inputs(Method::list), 100), (Rows{{0.1, 0.2}, {0.3, 0.4}}));
}

TEST(Design, StrataHaveTheirOwnPoints) {
    Design d = two_inputs(Method::latin);
    d.strata = {{"low", 2, {{0, 0, 0.5}}}, {"high", 5, {{0, 0.5, 1}}}};
    const Rows rows = points_of(d, 100);
    ASSERT_EQ(rows.size(), 7U);
    for (std::size_t r = 0; r < 7; ++r) EXPECT_EQ(rows[r][0] < 0.5, r < 2);
}

TEST(Design, JoinedLatinPointsStillFillEverySlice) {
    for (const Method method : {Method::latin, Method::maximin, Method::random}) {
        Design d = two_inputs(method, 64);
        d.joined = {{0, 1, 0.8}};
        const Rows rows = points_of(d, 100);
        const bool fills = test::fills_evenly(rows, 0, 64) && test::fills_evenly(rows, 1, 64);
        EXPECT_EQ(fills, method != Method::random) << "the twin: random points do not";
        double together = 0;
        for (const auto& row : rows) together += (row[0] - 0.5) * (row[1] - 0.5) / 64;
        EXPECT_GT(together * 12, 0.5) << "0.79 of uniform numbers whose scores have 0.8";
    }
}

TEST(Design, ExchangesHaveAnEnd) {
    const Rows rows = points_of(two_inputs(Method::maximin, 5000), 10'000);
    EXPECT_EQ(rows.size(), 5000U) << "200 exchanges a point would take minutes";
}

TEST(Design, SaysWhatDoesNotGoTogether) {
    Design d = two_inputs(Method::saltelli);
    d.joined = {{0, 1, 0.5}};
    EXPECT_EQ(design_problem(d), "saltelli takes independent inputs");
    d = two_inputs(Method::morris);
    d.strata = {{"low", 2, {}}};
    EXPECT_EQ(design_problem(d), "morris takes no strata");
    d = two_inputs(Method::latin);
    d.inputs[1].name = "a";
    EXPECT_EQ(design_problem(d), "a is varied twice");
    d = two_inputs(Method::latin, 0);
    EXPECT_EQ(design_problem(d), "a design has at least one point");
    d = two_inputs(Method::grid);
    d.steps = {3};
    EXPECT_EQ(design_problem(d), "b needs steps in a grid");
    EXPECT_THROW(points_of(d, 100), std::invalid_argument);
    EXPECT_THROW(points_of(two_inputs(Method::latin, 101), 100), std::invalid_argument);
    d = two_inputs(Method::morris);
    d.inputs[0] = {"a", {}, {1, 2}, {1, 9}};
    EXPECT_EQ(design_problem(d), "a: morris takes two or more levels, all alike");
    d.inputs[0] = {"a", {}, {1, 2, 3}, {}};
    EXPECT_EQ(design_problem(d), "a: grid_levels must be a multiple of its 3 levels");
    d.levels = 6;
    EXPECT_EQ(design_problem(d), "");
    d.inputs[0] = {"a", {}, {1, 2, 3, 4, 5}, {}};
    EXPECT_EQ(design_problem(d), "a: morris takes three levels, or an even number of them");
    d.inputs.erase(d.inputs.begin());
    EXPECT_EQ(design_problem(d), "morris takes two or more inputs; of one, take a grid");
    EXPECT_EQ(design_problem(two_inputs(Method::saltelli, 1)),
              "saltelli takes two or more base rows");
}

TEST(Design, HugeCountsDoNotOverflow) {
    const auto most = static_cast<std::size_t>(-1) / 2;
    for (const auto& word : method_words) {
        Design d = two_inputs(word.value, most);
        d.steps = {most, most};
        if (word.value != Method::list) {
            EXPECT_EQ(design_size(d, 10000), 10001U) << word.text;
        }
    }
}

}  // namespace
}  // namespace forestall::design
