// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/event_months.hpp"

#include <gtest/gtest.h>

#include "scenario/text.hpp"

namespace forestall::testing {
namespace {

TEST(EventMonths, HaveTheDaysOfTheEventAndNoOther) {
    const DeathsWish wish{.first = *parse_date("2030-01-10"),
                          .last = *parse_date("2030-12-31"),
                          .until = *parse_date("2030-03-15")};
    UcdpEvent e;
    e.first = *parse_date("2030-01-08");
    e.last = *parse_date("2030-03-02");
    const EventMonths months(e, wish);
    EXPECT_EQ(month_text(months.first), "2030-01");
    EXPECT_EQ(months.days, (std::vector<double>{2, 2, 22, 28, 0}));
    e.first = e.last = *parse_date("2029-01-01");
    EXPECT_EQ(EventMonths(e, wish).days, (std::vector<double>{1, 0}));
}

TEST(EventMonths, AreCoveredIfTheirDaysOfThePeriodAre) {
    const DeathsWish wish{.first = *parse_date("2030-01-10"),
                          .last = *parse_date("2030-12-31"),
                          .since = *parse_date("2030-01-10"),
                          .until = *parse_date("2030-03-15")};
    EXPECT_TRUE(is_covered(*parse_month("2030-01"), wish));
    EXPECT_TRUE(is_covered(*parse_month("2030-02"), wish));
    EXPECT_FALSE(is_covered(*parse_month("2030-03"), wish));
}

}  // namespace
}  // namespace forestall::testing
