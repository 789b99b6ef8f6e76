// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

/// In how many of 400 members a dyad in a state is in another one after half a year.
int became(
    DyadState to, DyadState from, std::initializer_list<std::pair<const char*, double>> values,
    const std::function<void(Scene&)>& edit = [](Scene&) {}) {
    int n = 0;
    for (std::uint64_t member = 0; member < 400; ++member) {
        SmallWar w(small_country(values), member);
        edit(w.scene);
        w.scene.dyad(army, front) = {from, 0, 0, 0, -1};
        for (int week = 0; week < 26 && w.scene.dyad(army, front).state == from; ++week)
            w.act("talks");
        n += w.scene.dyad(army, front).state == to;
    }
    return n;
}

TEST(Talks, AGuaranteeLowersRelapse) {
    // 1 - exp(-182 * 0.003) = 0.42 without; with a full guarantee 0.4 of the rate and an agreement
    // more often first: less than 0.2. Of 400 members 168 and 80: 6.9 standard errors apart, so the
    // least difference asked is met but for 1e-6.
    const auto without = became(DyadState::fighting, DyadState::ceasefire,
                                {{"talks.agreement", 0}, {"talks.relapse", 0.003}});
    const auto with = became(DyadState::fighting, DyadState::ceasefire,
                             {{"talks.agreement", 0}, {"talks.relapse", 0.003}},
                             [](Scene& s) { s.levers[lever<"guarantee">] = 1; });
    EXPECT_NEAR(without, 400 * (1 - std::exp(-182 * 0.003)), 5 * std::sqrt(400 * 0.42 * 0.58));
    EXPECT_NEAR(with, 400 * (1 - std::exp(-182 * 0.4 * 0.003)), 5 * std::sqrt(400 * 0.2 * 0.8));
    EXPECT_LT(with, without);
}

TEST(Talks, TroopsThatProtectMakeRelapseRarer) {
    // 20 soldiers for 10,000 people halve its rate at 0.05 each: 0.42 and 0.24 of 400, 5.7 standard
    // errors apart.
    const auto watched = [](double per_10000) {
        return became(DyadState::fighting, DyadState::ceasefire,
                      {{"talks.agreement", 0}, {"talks.relapse", 0.003}}, [&](Scene& s) {
                          s.levers[lever<"troops">][ford] = per_10000 * real(s.people) / 10000;
                      });
    };
    const auto with = watched(20);
    EXPECT_NEAR(with, 400 * (1 - std::exp(-182 * 0.0015)), 5 * std::sqrt(400 * 0.24 * 0.76));
    EXPECT_LT(with, watched(0));
}

TEST(Talks, ARisingRivalAndSpoilersBreakCeasefires) {
    const auto calm = became(DyadState::fighting, DyadState::ceasefire, {});
    EXPECT_GT(became(DyadState::fighting, DyadState::ceasefire, {},
                     [](Scene& s) { s.threat[army] = 0.3; }),
              calm);
    EXPECT_GT(became(DyadState::fighting, DyadState::ceasefire, {},
                     [](Scene& s) { s.attacked(army, militia).value = 2; }),
              calm);
}

TEST(Talks, LeadOnlyFromTalksToACeasefireAndFromThereToAnAgreement) {
    EXPECT_EQ(became(DyadState::agreement, DyadState::talks, {}), 0);
    EXPECT_GT(became(DyadState::ceasefire, DyadState::talks, {}), 100);
    EXPECT_GT(became(DyadState::agreement, DyadState::ceasefire, {}), 50);
    EXPECT_EQ(became(DyadState::fighting, DyadState::apart, {}), 0);
}

TEST(Talks, AFightThatNobodyFightsIsOver) {
    SmallWar w;
    w.scene.dyad(army, front) = {DyadState::fighting, 0, 0, 0, 3};
    w.act("talks", 180);
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::fighting);
    w.act("talks", 3);
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::apart);
    w.scene.dyad(army, front) = {DyadState::fighting, 0.1, 0, 400, 3};
    w.act("talks");
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::fighting) << "blood was shed lately";
}

}  // namespace
}  // namespace forestall
