// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

double risen(double x) { return 1 - std::exp(-x); }

TEST(Revenge, GoesFirstToThoseWhoDidWrong) {
    SmallScene s;
    s.scene.wronged(front, lowlanders) = {2, 7};
    const double far = s.values["revenge.guilty"] * risen(2 * s.values["revenge.news"]);
    EXPECT_NEAR(s.says("revenge", attack), far, 1e-12) << "heard of, not seen";
    s.scene.injury(ford, lowlanders) = {100, 7};
    EXPECT_NEAR(s.says("revenge", attack), s.values["revenge.guilty"] * risen(2), 1e-12)
        << "never more than the wrong";
    EXPECT_NEAR(s.says("revenge", offensive), far, 1e-12) << "leaders are nowhere";
    EXPECT_GT(s.says("revenge", attack), s.says("revenge", campaign));
    expect_rests_on_event(s, "revenge", attack);
}

TEST(Revenge, FallsOnThePeopleOfThoseWhoDidWrong) {
    SmallScene s;
    EXPECT_EQ(s.says("revenge", mass), 0);
    s.scene.wronged(front, lowlanders) = {1, 7};
    EXPECT_NEAR(s.says("revenge", campaign), s.values["revenge.mass"] * risen(1), 1e-12);
    EXPECT_NEAR(s.says("revenge", mass), s.values["revenge.mass"] * risen(s.values["revenge.news"]),
                1e-12)
        << "nobody grieves in Ford";
    s.scene.grief(ford, lowlanders) = 1e9;
    EXPECT_NEAR(s.says("revenge", mass), s.values["revenge.mass"] * risen(1), 1e-12);
    EXPECT_EQ(
        s.says("revenge", {.action = campaign, .actor = army, .place = ford, .group = lowlanders}),
        0)
        << "never on own people";
    EXPECT_EQ(
        s.says("revenge", {.action = campaign, .actor = front, .place = mill, .group = lowlanders}),
        0)
        << "the Highlanders were not hurt";
    expect_rests_on_event(s, "revenge", mass);
    Ground ground;
    s.says("revenge", campaign, &ground);
    EXPECT_EQ(ground.event, 7);
    EXPECT_EQ(ground.actor, front);
}

TEST(Revenge, AnswersAttacksAndTakesReprisals) {
    SmallScene s;
    s.scene.attacked(army, front) = {0.5, 7};
    EXPECT_NEAR(s.says("revenge", attack), s.values["revenge.attack"] * risen(0.5), 1e-12);
    EXPECT_NEAR(s.says("revenge", campaign), s.values["revenge.reprisal"] * risen(0.5), 1e-12)
        << "on the people for whom the attacker speaks";
    EXPECT_EQ(s.says("revenge", {.action = attack, .actor = front, .place = ford, .other = army}),
              0)
        << "who attacked has nothing to answer";
    expect_rests_on_event(s, "revenge", offensive);
    expect_speaks_only_of("revenge", {attack, offensive, mass, campaign});
}

}  // namespace
}  // namespace forestall
