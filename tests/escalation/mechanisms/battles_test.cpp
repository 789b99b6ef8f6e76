// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

/// The Army attacks the Front in Ford, where the Front has as many fighters as given and the Army
/// 300.
void battle(SmallWar& w, Persons there) {
    w.scene.units(front, ford) = {there};
    w.scene.recount();
    w.order({.action = Action::attack, .actor = army, .place = ford, .other = front});
    w.act("battles");
}

TEST(Battles, TheLosersControlPassesToTheWinner) {
    SmallWar w(small_country({{"battles.join", 1}}));
    w.scene.control(ford, front) = 0.1;
    battle(w, 1);
    EXPECT_NEAR(w.scene.control(ford, army), 0.7 + 0.04, 1e-12);
    EXPECT_NEAR(w.scene.control(ford, front), 0.06, 1e-12);
    EXPECT_GT(w.scene.losing[front].value, 0);
    EXPECT_EQ(w.scene.losing[front].event, 0);
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::fighting);
}

TEST(Battles, FightersAreNeverNegativeAndOnlyTheDeadAreMissing) {
    for (std::uint64_t member = 0; member < 200; ++member) {
        SmallWar w(small_country({{"battles.losses", 1}}), member);
        battle(w, 1 + static_cast<Persons>(member));
        if (testing::Test::HasFatalFailure()) return;
        ASSERT_EQ(w.events.size(), 1u);
        EXPECT_EQ(w.sums.battle_deaths + w.scene.force(army) + w.scene.force(front),
                  300 + 200 + 1 + static_cast<Persons>(member));
    }
}

TEST(Battles, TheStrongerWinsMoreOften) {
    // The Army commits 300 to 1 and so nearly always wins; the twin, one fighter against 2,000,
    // nearly never. Of 100 battles fewer than 80 (more than 20) won have a chance below 1e-9 at
    // 0.98 (0.02).
    const auto won = [](Persons mine, Persons theirs) {
        int n = 0;
        for (std::uint64_t member = 0; member < 100; ++member) {
            SmallWar w(small_country({{"battles.join", 1}, {"battles.defend", 1}}), member);
            w.scene.units(army, ford) = {mine};
            w.scene.control(ford, front) = 0.1;
            battle(w, theirs);
            n += w.scene.control(ford, front) < 0.1;
        }
        return n;
    };
    EXPECT_GT(won(300, 1), 80);
    EXPECT_LT(won(1, 2000), 20);
}

TEST(Battles, OneThatIsCutOutLeavesNothingBehind) {
    SmallWar w;
    w.cut = Cut{.motive = {}, .step = -1, .actor = {}, .place = {}, .event = 0};
    StateHash before, after;
    w.scene.units(front, ford) = {50};
    w.scene.recount();
    w.scene.hash(before);
    battle(w, 50);
    w.scene.hash(after);
    EXPECT_EQ(after.digest(), before.digest());
    EXPECT_EQ(w.next_event, 1) << "numbers stay";
    EXPECT_TRUE(w.events.empty());
}

}  // namespace
}  // namespace forestall
