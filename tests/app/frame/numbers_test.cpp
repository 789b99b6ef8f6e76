// SPDX-License-Identifier: Apache-2.0
#include "app/frame/numbers.hpp"

#include <gtest/gtest.h>

namespace forestall::app {
namespace {

TEST(Numbers, HaveThousandsSeparators) {
    EXPECT_EQ(thousands(std::int64_t{0}), "0");
    EXPECT_EQ(thousands(std::int64_t{999}), "999");
    EXPECT_EQ(thousands(std::int64_t{1000}), "1,000");
    EXPECT_EQ(thousands(std::int64_t{-1234567}), "-1,234,567");
    EXPECT_EQ(thousands(std::int64_t{-123}), "-123");
    EXPECT_EQ(amount(1234.5), "1,235");
    EXPECT_EQ(amount(0.012345), "0.0123");
}

TEST(Numbers, TextIsCutBetweenCharacters) {
    EXPECT_EQ(shortened("Röhl 2011", 20), "Röhl 2011");
    EXPECT_EQ(shortened("Röhl 2011", 6), "Rö…");
    EXPECT_EQ(shortened("Röhl 2011", 5), "R…");
}

TEST(Numbers, DurationsAndSizesAreInUnitsOfTheirScale) {
    EXPECT_EQ(duration_text(0.84), "0.8 s");
    EXPECT_EQ(duration_text(59.9), "59 s");
    EXPECT_EQ(duration_text(200), "3 min 20 s");
    EXPECT_EQ(duration_text(7500), "2 h 5 min");
    EXPECT_EQ(duration_text(3 * 86400 + 3600), "3 days 1 h");
    EXPECT_EQ(size_text(999), "999 bytes");
    EXPECT_EQ(size_text(1234), "1.2 kB");
    EXPECT_EQ(size_text(3.4e9), "3.4 GB");
}

TEST(Tables, AlignByLettersNotBytes) {
    Table table({Table::Align::left, Table::Align::right});
    table.row({"Séléka", "1"});
    table.row({"Seleka", "1,000"});
    EXPECT_EQ(table.text(), "Séléka      1\nSeleka  1,000\n");
}

}  // namespace
}  // namespace forestall::app
