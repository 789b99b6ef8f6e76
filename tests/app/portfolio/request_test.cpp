// SPDX-License-Identifier: Apache-2.0
#include "app/portfolio/request.hpp"

#include <gtest/gtest.h>

#include "app/frame/errors.hpp"

namespace forestall::app {
namespace {

TEST(Budget, IsAnAmountOfMoneyAboveNothing) {
    EXPECT_EQ(parse_budget("5 M USD"), 5e6);
    EXPECT_EQ(parse_budget("250 k USD"), 250e3);
    for (const char* bad : {"5", "5 M", "-1 M USD", "0 USD", "5 M USD/week", "much"})
        EXPECT_THROW(parse_budget(bad), UsageError) << bad;
}

}  // namespace
}  // namespace forestall::app
