// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/cart.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/discover/planted.hpp"

namespace forestall::discover {
namespace {

// Worked out by hand. Eight points, four hits; impurity 2 · 4 · 4 / 8 = 4.
//   a:    1  2  3  4  5  6  7  8
//   b:    1  0  1  0  1  0  1  0
//   hit:  .  .  .  .  x  x  x  .    … and the point a = 3 is a hit, too
// Questions on a, impurity left: <= 1.5: 2·4·3/7 = 3.43; <= 2.5: 2·4·2/6 = 2.67; <= 3.5:
// 2·1·2/3 + 2·3·2/5 = 3.73; <= 4.5: 2·1·3/4 + 2·3·1/4 = 3; <= 5.5: 2·2·3/5 + 2·2·1/3 = 3.73;
// <= 6.5: 2·3·3/6 + 2·1·1/2 = 4; <= 7.5: 2·4·3/7 = 3.43. On b <= 0.5: 0s are hit 1 of 4 (1.5), 1s
// 3 of 4 (1.5): 3. So a <= 2.5 first. Of the six above, 2·4·2/6 = 2.67: b <= 0.5 leaves 2·1·2/3
// = 1.33 (1 of 3) and 0 (3 of 3); a <= 7.5 leaves 2·4·1/5 = 1.6. So b <= 0.5. Of the three with b =
// 0 (a = 4, 6, 8; hit: 6): a <= 5 leaves 1, a <= 7 leaves 1; the first is taken.
const Sample eight{{{1, 1}, {2, 0}, {3, 1}, {4, 0}, {5, 1}, {6, 0}, {7, 1}, {8, 0}},
                   {false, false, true, false, true, true, true, false}};

TEST(Cart, IsTheTreeThatWasWorkedOutByHand) {
    const auto tree = grown(eight, {3, 1});
    ASSERT_EQ(tree.size(), 7U);
    EXPECT_EQ(tree[0].input, 0U);
    EXPECT_EQ(tree[0].at_most, 2.5);
    EXPECT_TRUE(tree[tree[0].below].leaf());
    EXPECT_EQ(tree[tree[0].below].hits, 0U);
    const Node& above = tree[tree[0].above];
    EXPECT_EQ(above.input, 1U);
    EXPECT_EQ(above.at_most, 0.5);
    EXPECT_EQ(tree[above.above].hits, 3U);
    EXPECT_EQ(tree[above.above].points, 3U);
    EXPECT_TRUE(tree[above.above].leaf());
    const Node& last = tree[above.below];
    EXPECT_EQ(last.input, 0U);
    EXPECT_EQ(last.at_most, 5);
}

TEST(Cart, StopsWhereItIsToldTo) {
    EXPECT_EQ(grown(eight, {0, 1}).size(), 1U);
    EXPECT_EQ(grown(eight, {1, 1}).size(), 3U);
    const auto tree = grown(eight, {5, 4});
    ASSERT_EQ(tree.size(), 3U);
    EXPECT_EQ(tree[0].at_most, 4.5) << "the only question on a with four points on each side";
}

TEST(Cart, LeavesHoldEveryPointOnce) {
    const Sample sample = test::planted(300, 3, 0.1);
    const auto tree = grown(sample, {4, 5});
    const auto boxes = leaves(tree, 3);
    for (const auto& row : sample.rows) {
        int holds = 0;
        for (const Box& box : boxes) holds += box.holds(row) ? 1 : 0;
        EXPECT_EQ(holds, 1);
    }
}

TEST(Cart, FindsThePlantedBox) {
    const Box box = best_leaf(test::planted(1000, 4, 0), {});
    EXPECT_NEAR(box.ranges[0].low, 0.6, 0.01);
    EXPECT_NEAR(box.ranges[1].high, 0.4, 0.01);
    EXPECT_EQ(box.inputs_bound(), 2U);
}

TEST(Cart, NeighboursThatTouchAreDivided) {
    const double next = std::nextafter(1.0, 2.0);
    const auto tree = grown({{{1.0}, {next}}, {false, true}}, {1, 1});
    ASSERT_EQ(tree.size(), 3U);
    EXPECT_EQ(tree[0].at_most, 1.0);
}

TEST(Cart, OfNothingIsOneLeaf) {
    EXPECT_EQ(grown({}, {}).size(), 1U);
    EXPECT_EQ(best_leaf({}, {}), whole(0));
}

}  // namespace
}  // namespace forestall::discover
