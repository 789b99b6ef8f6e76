// SPDX-License-Identifier: Apache-2.0
#include "core/parameter.hpp"

#include <gtest/gtest.h>

namespace forestall {
namespace {

struct Walk {
    double speed;
    double rest;
};

constexpr ParameterSpec speed{"walk.speed", "km/d", 0, 400, 35, "speed", "judgement", 'D'};
constexpr ParameterSpec rest{"walk.rest", "d", 0, 30, 1, "rest", "judgement", 'D'};

// The struct's order is not the table's.
constexpr Parameters<Walk> parameters{{{&Walk::rest, rest}, {&Walk::speed, speed}}};

TEST(Parameters, AreATableInTheOrderOfTheirRows) {
    const ParameterTable table = parameters;
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table[0].name, "walk.rest");
    EXPECT_EQ(table[1].name, "walk.speed");
}

TEST(Parameters, FillEachMemberFromItsOwnRow) {
    constexpr std::array values{2.0, 30.0};
    constexpr Walk walk = parameters.from(values);
    EXPECT_EQ(walk.rest, 2.0);
    EXPECT_EQ(walk.speed, 30.0);
}

TEST(Parameters, TakeAValueForEachRowAndNoMore) {
    constexpr std::array few{2.0};
    constexpr std::array many{2.0, 30.0, 4.0};
    EXPECT_THROW(parameters.from(few), std::invalid_argument);
    EXPECT_THROW(parameters.from(many), std::invalid_argument);
    EXPECT_THROW(parameters.from({}), std::invalid_argument);
}

// What `complete` refuses stops the making of a table, so at compile time.
static_assert(Parameters<Walk>::complete({{&Walk::rest, rest}, {&Walk::speed, speed}}));
static_assert(!Parameters<Walk>::complete({{&Walk::rest, rest}}), "a member without a row");
static_assert(!Parameters<Walk>::complete({{&Walk::rest, rest}, {&Walk::rest, speed}}),
              "a member with two rows");

TEST(Parameters, AreNotMadeFromAnIncompleteTable) {
    EXPECT_THROW((Parameters<Walk>{{{&Walk::rest, rest}}}), std::logic_error);
    EXPECT_THROW((Parameters<Walk>{{{&Walk::rest, rest}, {&Walk::rest, speed}}}), std::logic_error);
}

}  // namespace
}  // namespace forestall
