// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/spoken_numbers.hpp"

#include <gtest/gtest.h>

namespace forestall::history {
namespace {

TEST(SpokenNumbers, SmallOnesAreWordsAndLargeOnesRounded) {
    EXPECT_EQ(plain(0), "no");
    EXPECT_EQ(plain_or_none(0), "none");
    EXPECT_EQ(plain_or_none(3), "three");
    EXPECT_EQ(plain(12), "twelve");
    EXPECT_EQ(plain(13), "13");
    EXPECT_EQ(plain(99), "99");
    EXPECT_EQ(plain(124), "120");
    EXPECT_EQ(plain(1352), "1,400");
    EXPECT_EQ(plain(10925), "10,900");
    EXPECT_EQ(plain(612863), "610,000");
    EXPECT_EQ(plain(1086964), "1.09 million");
    EXPECT_EQ(plain(2000000), "2 million");
}

TEST(SpokenNumbers, RoundingIsSaidByItsDirection) {
    EXPECT_EQ(about(47), "47");
    EXPECT_EQ(about(1400), "1,400");
    EXPECT_EQ(about(1405), "about 1,400");
    EXPECT_EQ(about(1352), "nearly 1,400");
    EXPECT_EQ(about(1449), "more than 1,400");
}

TEST(SpokenNumbers, WhatWouldRoundToNoneIsNot) {
    EXPECT_EQ(per_cent(0.414), "41%");
    EXPECT_EQ(per_cent(0.004), "less than 1%");
    EXPECT_EQ(per_cent(0), "0%");
}

TEST(SpokenNumbers, ListsAndSentences) {
    EXPECT_EQ(list_of({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(list_of({"a"}), "a");
    EXPECT_EQ(list_of({}), "");
    EXPECT_EQ(as_sentence("the war began"), "The war began.");
    EXPECT_EQ(as_sentence("Äthiopien fought"), "Äthiopien fought.");
}

}  // namespace
}  // namespace forestall::history
