// SPDX-License-Identifier: Apache-2.0
#include "scenario/text.hpp"

#include <gtest/gtest.h>

namespace forestall::testing {
namespace {

double in_unit(const char* quantity, const char* unit) {
    const auto q = parse_quantity(quantity);
    const auto u = parse_unit(unit);
    if (!q || !u || !q->unit.same_kind(*u)) return -1;
    return q->value * q->unit.scale / u->scale;
}

TEST(Quantity, ConvertsBetweenUnitsOfOneKind) {
    EXPECT_DOUBLE_EQ(in_unit("2 weeks", "d"), 14);
    EXPECT_DOUBLE_EQ(in_unit("14d", "week"), 2);
    EXPECT_DOUBLE_EQ(in_unit("1 year", "month"), 12);
    EXPECT_DOUBLE_EQ(in_unit("210 km/week", "km/d"), 30);
    EXPECT_DOUBLE_EQ(in_unit("7 k USD/week", "USD/d"), 1000);
    EXPECT_DOUBLE_EQ(in_unit("5 %", "1"), 0.05);
    EXPECT_DOUBLE_EQ(in_unit("0.7 /week", "1/d"), 0.1);
    EXPECT_DOUBLE_EQ(in_unit("3 d-1", "1/d"), 3);
}

TEST(Quantity, RefusesOtherKindsAndNonsense) {
    EXPECT_EQ(in_unit("2 d", "km"), -1);
    EXPECT_FALSE(parse_quantity("d"));
    EXPECT_FALSE(parse_quantity("5 parsecs"));
    EXPECT_FALSE(parse_quantity("5 km/"));
    EXPECT_FALSE(parse_quantity("nan d"));
    EXPECT_FALSE(parse_quantity(""));
}

TEST(Dates, AreStrict) {
    EXPECT_EQ(parse_date("1970-01-02"), 1);
    EXPECT_EQ(parse_date("2000-02-29"), 11016);
    EXPECT_FALSE(parse_date("2001-02-29"));
    EXPECT_FALSE(parse_date("2001-2-9"));
    EXPECT_FALSE(parse_date("20010-02-9"));
    EXPECT_FALSE(parse_date(""));
    EXPECT_EQ(date_text(11016), "2000-02-29");
}

TEST(Numbers, AreTheWholeText) {
    EXPECT_EQ(parse_number("1.5"), 1.5);
    EXPECT_FALSE(parse_number("1,5"));
    EXPECT_FALSE(parse_number("inf"));
    EXPECT_FALSE(parse_integer("12.0"));
    EXPECT_FALSE(parse_integer("99999999999999999999"));
}

}  // namespace
}  // namespace forestall::testing
