// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/month.hpp"

#include <gtest/gtest.h>

#include "scenario/text.hpp"

namespace forestall::testing {
namespace {

TEST(Month, CountsFromJanuary1970) {
    EXPECT_EQ(parse_month("1970-01"), 0);
    EXPECT_EQ(parse_month("1969-12"), -1);
    EXPECT_EQ(parse_month("2014-03"), 44 * 12 + 2);
}

TEST(Month, IsTheWholeTextOrNothing) {
    for (const char* text : {"", "2014", "2014-3", "2014-13", "2014-00", "2014-03-01", "2014-03 ",
                             "03-2014", "2014/03", "1799-12", "2400-01"})
        EXPECT_FALSE(parse_month(text)) << text;
}

TEST(Month, EveryDayLiesBetweenItsMonthsFirstDayAndTheNext) {
    for (std::int32_t day = *parse_date("1899-12-25"); day < *parse_date("2104-03-05"); ++day) {
        const Month m = month_of(day);
        ASSERT_LE(first_day(m), day);
        ASSERT_GT(first_day(m + 1), day);
        ASSERT_EQ(month_text(m), date_text(day).substr(0, 7));
        ASSERT_EQ(parse_month(month_text(m)), m);
    }
}

}  // namespace
}  // namespace forestall::testing
