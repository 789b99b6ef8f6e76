// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/warning.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

/// Risk rises half a year before an onset in week 300; an alarm is given in week `alarm`.
Course erupts(int alarm, bool foreseen = true) {
    Course c = calm_course();
    c.onset = 300;
    for (std::size_t t = 270; t < 300 && foreseen; ++t) c.risk[t] = 0.6F;
    if (alarm >= 0) c.seen[static_cast<std::size_t>(alarm)] = 3;
    return c;
}

TEST(WatchedOf, KeepsWhatTheDeskSaw) {
    const analysis::Watched w = watched_of(erupts(280), 14);
    EXPECT_EQ(w.delay(), 2);
    EXPECT_EQ(w.end(), 300);
    EXPECT_EQ(w.risk, erupts(280).risk);
    EXPECT_EQ(w.seen[280], 3);
}

TEST(WarningParts, ADeskThatForeseesIsMetAndOneThatCountsTheDeadIsNot) {
    std::vector<Course> good, bad;
    for (int i = 0; i < 10; ++i) {
        good.push_back(i < 5 ? erupts(280) : calm_course());
        bad.push_back(i < 5 ? erupts(305, false) : calm_course());
        bad.back().seen[20] = i >= 5 ? 3 : 1;
    }
    for (const Part& p : warning_parts("c", good)) {
        if (p.judgement == Judgement::note) continue;
        EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    }
    const auto parts = warning_parts("c", bad);
    EXPECT_EQ(part_named(parts, "AUC of").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "AUC above").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "half-year before").judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
