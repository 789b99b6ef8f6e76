// SPDX-License-Identifier: Apache-2.0
#include "actors/perception.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using namespace test;

PerceptionParameters eyes(double lag, double noise) {
    return {.lag = lag,
            .noise = noise,
            .ally = 0.5,
            .bloc = 0.3,
            .reach = 200,
            .ceasefire = 0.75,
            .agreement = 0.5};
}

TEST(Strength, CountsFightersWhatTheyAreSuppliedAndArmedWith) {
    SmallScene s;
    EXPECT_EQ(strengths(s.scene), (Table<ActorId, double>(std::vector<double>{300, 200, 60})));
    s.scene.supply[army] = 0.5;
    s.scene.levers[lever<"arms">][front] = 2;
    s.scene.supply[militia] = 2;
    EXPECT_EQ(strengths(s.scene), (Table<ActorId, double>(std::vector<double>{225, 400, 60})))
        << "more than enough is enough";
}

TEST(Blocs, AreJoinedByFriendsOfFriends) {
    SmallScene s;
    EXPECT_EQ(blocs(s.scene, 0.3),
              (Table<ActorId, std::size_t>(std::vector<std::size_t>{0, 1, 0})));
    EXPECT_EQ(blocs(s.scene, 0.5), (Table<ActorId, std::size_t>(std::vector<std::size_t>{0, 1, 2})))
        << "0.4 is not enough";
    s.scene.relation(front, militia) = 0.9;
    EXPECT_EQ(blocs(s.scene, 0.3), (Table<ActorId, std::size_t>(std::vector<std::size_t>{0, 1, 0})))
        << "it takes both";
    s.scene.relation(militia, front) = 0.9;
    EXPECT_EQ(blocs(s.scene, 0.3), (Table<ActorId, std::size_t>(std::vector<std::size_t>{0, 0, 0})))
        << "Army and Front meet in the Militia";
}

TEST(Belief, ClosesItsGapAtTheLag) {
    SmallScene s;
    const auto own = eyes(21, 0);
    perceive(s.scene, s.world, s.luck, 0, 7, own);
    EXPECT_EQ(s.scene.belief(army, front), 200) << "at the start everyone knows";
    for (auto& units : s.scene.units)
        for (Persons& n : units) n *= 2;
    s.scene.recount();
    perceive(s.scene, s.world, s.luck, 1, 21, own);
    EXPECT_NEAR(s.scene.belief(army, front), 400 - 200 * std::exp(-1.0), 1e-9);
    EXPECT_EQ(s.scene.belief(army, army), 600) << "oneself is known at once";
    for (std::uint32_t step = 2; step < 40; ++step)
        perceive(s.scene, s.world, s.luck, step, 21, own);
    EXPECT_NEAR(s.scene.belief(army, front), 400, 1e-9);
}

TEST(Belief, IsRightOnAverageThroughNoise) {
    // Mean 1 and variance exp(sd^2) - 1 of the factor: at n weeks a mean off by more than 5
    // standard errors has a chance of 6e-7; without the correction by sd^2 / 2 it would be off by
    // 13 %.
    const double sd = 0.5, error = std::sqrt(std::exp(sd * sd) - 1);
    const int n = static_cast<int>(std::ceil(std::pow(10 * error / 0.13, 2)));
    SmallScene s;
    double sum = 0;
    for (int week = 0; week < n; ++week) {
        perceive(s.scene, s.world, s.luck, static_cast<std::uint32_t>(week), 1e6, eyes(1, sd));
        sum += s.scene.belief(army, front) / 200;
    }
    EXPECT_NEAR(sum / n, 1, 5 * error / std::sqrt(n));
    EXPECT_GT(std::abs(sum / n - std::exp(sd * sd / 2)), 5 * error / std::sqrt(n))
        << "the twin without correction";
}

TEST(Threat, WeighsEnemiesAgainstOneselfAndFriends) {
    SmallScene s;
    perceive(s.scene, s.world, s.luck, 0, 7, eyes(21, 0));
    const double road = std::exp(-40.0 / 200);
    const double of_front = 0.7 * 200 * road;
    EXPECT_NEAR(s.scene.threat[army], of_front / (of_front + 300 + 0.5 * 60 + 1), 1e-12)
        << "the Front is 40 km away";
    const double of_others = 0.7 * 300 * road + 0.5 * 60 * s.scene.near(front, militia);
    EXPECT_NEAR(s.scene.threat[front], of_others / (of_others + 200 + 1), 1e-12);
    EXPECT_GT(s.scene.near(front, militia), road) << "part of the Militia is next to it";
    EXPECT_EQ(s.scene.threat_mean, s.scene.threat) << "at the start";
}

TEST(Threat, IsLessUnderATruceAndFarAway) {
    SmallScene war, truce, peace, far([] {
        WorldTables t = small_country();
        t.routes[0].km = 1000;
        return t;
    }());
    truce.scene.dyad(army, front).state = DyadState::ceasefire;
    peace.scene.dyad(army, front).state = DyadState::agreement;
    for (SmallScene* s : {&war, &truce, &peace, &far})
        perceive(s->scene, s->world, s->luck, 0, 7, eyes(21, 0));
    EXPECT_GT(war.scene.threat[army], truce.scene.threat[army]);
    EXPECT_GT(truce.scene.threat[army], peace.scene.threat[army]);
    EXPECT_GT(peace.scene.threat[army], far.scene.threat[army]);
}

TEST(Threat, IsNoneToTheUnarmedAndKeepsItsHalfYearMean) {
    WorldTables t = small_country();
    t.parameters.erase("actor.Militia.fighters");
    SmallScene s(t);
    perceive(s.scene, s.world, s.luck, 0, 7, eyes(21, 0));
    EXPECT_EQ(s.scene.threat[militia], 0);
    const double before = s.scene.threat[army];
    for (const auto p : {ford, mill}) s.post(front, p, 5000);
    perceive(s.scene, s.world, s.luck, 1, 182, eyes(1, 0));
    EXPECT_NEAR(s.scene.threat_mean[army],
                before + (1 - std::exp(-1.0)) * (s.scene.threat[army] - before), 1e-9);
}

}  // namespace
}  // namespace forestall
