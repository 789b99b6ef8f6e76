// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/deaths_table.hpp"

#include <gtest/gtest.h>

namespace forestall::testing {
namespace {

TEST(DeathsTable, AddsUpAndHasARowOfNoneWhereItWasWatched) {
    DeathsTable table;
    table.add(3, ViolenceKind::one_sided, {.location = "Ford"}, {1, 2, 3});
    table.add(3, ViolenceKind::one_sided, {.location = "Ford"}, {1, 5, 9});
    table.watch(3);
    DeathsWish wish;
    wish.coverage[ViolenceKind::one_sided] = 0.5;
    const auto rows = table.rows(wish);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].kind, ViolenceKind::battle);
    EXPECT_EQ(rows[0].deaths, 0);
    EXPECT_EQ(rows[1].low, 2);
    EXPECT_EQ(rows[1].deaths, 7);
    EXPECT_EQ(rows[1].high, 12);
    EXPECT_EQ(rows[1].coverage, 0.5);
    EXPECT_FALSE(rows[2].coverage);
}

}  // namespace
}  // namespace forestall::testing
