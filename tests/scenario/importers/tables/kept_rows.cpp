// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/kept_rows.hpp"

#include <gtest/gtest.h>

namespace forestall::testing {
namespace {

TEST(KeptRows, AreThoseOfThePlaceAndTheGroup) {
    const KeptRows rows("location;group;persons;source\nFord;A;5;census\nFord;B;7;\"a, b\"\n");
    EXPECT_EQ(rows.find("Ford", "A"), "5,,,,census");
    EXPECT_EQ(rows.find("Ford", "B"), "7,,,,\"a, b\"");
    EXPECT_EQ(rows.find("Ford", "C"), "");
    EXPECT_EQ(KeptRows("").find("Ford", "A"), "");
}

}  // namespace
}  // namespace forestall::testing
