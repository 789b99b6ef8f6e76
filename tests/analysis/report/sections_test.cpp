// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections.hpp"

#include <gtest/gtest.h>

#include <set>

namespace forestall::report {
namespace {

TEST(Sections, HaveAPlaceOfTheirOwnOnThePage) {
    std::set<int> places;
    for (const Section* s : sections()) EXPECT_TRUE(places.insert(s->order).second) << s->order;
    EXPECT_GT(places.size(), 10U);
}

TEST(Sections, OfOptionsAreEmptyWhereNothingIsCompared) {
    for (const Section* s : sections()) {
        if (s->order >= 70) continue;
        EXPECT_EQ(s->html({}, {}), "") << "nothing is compared in it";
    }
}

}  // namespace
}  // namespace forestall::report
