// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/prim.hpp"

#include <gtest/gtest.h>

#include "analysis/discover/planted.hpp"

namespace forestall::discover {
namespace {

TEST(Prim, FindsThePlantedBox) {
    const Sample sample = test::planted(1000, 4, 0);
    const Box box = best_box(sample, {});
    EXPECT_NEAR(box.ranges[0].low, 0.6, 0.03);
    EXPECT_NEAR(box.ranges[1].high, 0.4, 0.03);
    EXPECT_EQ(box.ranges[0].high, boundless);
    EXPECT_EQ(box.ranges[1].low, -boundless);
    EXPECT_EQ(box.inputs_bound(), 2U);
    EXPECT_GT(held(box, sample).merit(), 0.95);
}

TEST(Prim, FindsItInNoise) {
    const Sample sample = test::planted(1000, 4, 0.1);
    const Box box = best_box(sample, {});
    EXPECT_NEAR(box.ranges[0].low, 0.6, 0.08);
    EXPECT_NEAR(box.ranges[1].high, 0.4, 0.08);
    EXPECT_GT(held(box, sample).density(), 0.8);
}

TEST(Prim, BoxesOnTheWayShrinkDownToTheLeastMass) {
    const Sample sample = test::planted(500, 3, 0.05);
    const auto boxes = peeled(sample, {});
    ASSERT_GT(boxes.size(), 5U);
    for (std::size_t b = 1; b < boxes.size(); ++b)
        EXPECT_LT(held(boxes[b], sample).inside, held(boxes[b - 1], sample).inside);
    EXPECT_GT(held(boxes.back(), sample).density(), 0.9);
    EXPECT_GE(held(boxes.back(), sample).mass(), Peeling{}.least_mass);
}

TEST(Prim, TakesInputsWithFewLevels) {
    Sample sample;
    for (int i = 0; i < 90; ++i) {
        sample.rows.push_back({static_cast<double>(i % 3), static_cast<double>(i % 2)});
        sample.hits.push_back(i % 3 == 2);
    }
    Box expected = whole(2);
    expected.ranges[0].low = 2;
    EXPECT_EQ(best_box(sample, {}), expected);
}

TEST(Prim, PastesBackWhatWasPeeledTooFar) {
    const Sample sample = test::planted(1000, 2, 0);
    Box small = whole(2);
    small.ranges[0].low = 0.8;
    small.ranges[1].high = 0.2;
    const Box larger = pasted(small, sample, {});
    EXPECT_GT(held(larger, sample).inside, held(small, sample).inside);
    EXPECT_EQ(held(larger, sample).density(), 1);
}

// A bound beyond which no point lies says nothing, and neither does an input that only repeats
// another.
TEST(Prim, BoundsThatCostNothingAreGone) {
    const Sample sample = test::planted(400, 3, 0.05);
    Box box = whole(3);
    box.ranges[0].low = 0.6;
    box.ranges[1] = {-1, 0.4};
    box.ranges[2].high = 2;
    const Box open = pasted(box, sample, {});
    EXPECT_EQ(open.ranges[1].low, -boundless);
    EXPECT_EQ(open.ranges[2].high, boundless);
    Sample doubled;
    for (int i = 0; i < 100; ++i) {
        doubled.rows.push_back({static_cast<double>(i), static_cast<double>(i)});
        doubled.hits.push_back(i >= 80);
    }
    EXPECT_EQ(best_box(doubled, {}).inputs_bound(), 1U);
}

// Every slice at an end loses density: one point of the first input 0.005, the outer levels of the
// second, of 30 points each, 0.029. Divided by points the second would look better.
TEST(Prim, TheLeastLossIsTakenWhereAllLose) {
    Sample sample;
    int seen[3] = {};
    for (int i = 0; i < 100; ++i) {
        const int level = i % 10 < 3 ? 0 : 1 + i % 10 / 7;
        ++seen[level];
        sample.rows.push_back({static_cast<double>(i), static_cast<double>(level)});
        sample.hits.push_back(level == 2 ? seen[2] > 13 : seen[level] <= 17 - level);
    }
    ASSERT_TRUE(sample.hits.front() && sample.hits.back());
    const Box first = peeled(sample, {.share = 0.01, .least_mass = 0.05})[1];
    EXPECT_TRUE(first.ranges[0].bound());
    EXPECT_FALSE(first.ranges[1].bound());
}

TEST(Prim, WithoutHitsOrPointsThereIsEverything) {
    Sample none = test::planted(50, 2, 0);
    none.hits.assign(50, false);
    EXPECT_EQ(best_box(none, {}), whole(2));
    none.hits.assign(50, true);
    EXPECT_EQ(best_box(none, {}), whole(2));
    EXPECT_EQ(best_box({}, {}), whole(0));
}

}  // namespace
}  // namespace forestall::discover
