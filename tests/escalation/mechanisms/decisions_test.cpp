// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(DecisionsOfTheStep, AreThoseOfLeadersThenOfCommanders) {
    SmallWar w(small_country(
        {{"inertia.recruit", -0.5}, {"inertia.move", -0.5}, {"inertia.selective", -0.5}}));
    int seen = 0;
    for (int week = 0; week < 20; ++week) {
        const auto leaders = decide_leaders(w.scene, w.minds, w.world, w.luck, w.step, {}, false);
        const auto commanders =
            decide_commanders(w.scene, w.minds, w.world, w.luck, w.step, {}, false);
        w.act("decisions");
        ASSERT_EQ(w.orders.size(), leaders.size() + commanders.size()) << "old orders are gone";
        for (std::size_t i = 0; i < leaders.size(); ++i) {
            ++seen;
            EXPECT_EQ(w.orders[i].choice.action, leaders[i].choice.action);
            EXPECT_FALSE(w.orders[i].reasons.empty()) << "causes were wanted";
        }
    }
    EXPECT_GT(seen, 10);
}

}  // namespace
}  // namespace forestall
