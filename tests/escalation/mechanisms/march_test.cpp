// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

/// Five towns in a row, 100 km apart, each of 100 Highlanders and 100 Lowlanders; the Army governs
/// from P004, the Front stands in P000 and wants to rule.
WorldTables row_of_towns() {
    WorldTables t = line(5);
    t.settings.violence_mode = ViolenceMode::endogenous;
    t.settings.capital = PlaceId{4};
    t.actors = {{"Army", ActorKind::government, {lowlanders}},
                {"Front", ActorKind::rebel_group, {highlanders}},
                {"Militia", ActorKind::militia, {lowlanders}}};
    for (std::size_t p = 0; p < 5; ++p) t.places[p].region = numbered('R', p);
    t.control = {{PlaceId{4}, army, 1, 1, 1}, {PlaceId{0}, front, 1, 1, 1}};
    for (const auto& [name, n] : {std::pair{"Army", 100.0}, {"Front", 200.0}, {"Militia", 0.0}})
        t.parameters["actor." + std::string(name) + ".fighters"] = Distribution::constant(n);
    return t;
}

/// The Front's men, in cells.
void break_up(SmallWar& w) {
    w.scene.units(front, PlaceId{0}) = std::vector<Persons>(40, 5);
    w.scene.recount();
}

TEST(March, GoesAsFarAsAWeekAllowsTowardsTheCapital) {
    SmallWar w(row_of_towns());
    w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{0}), 200) << "without an order nobody goes";
    w.scene.offensive(front, army).add(6, 3);
    w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{2}), 200) << "200 km in a week";
    w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{4}), 200);
    w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{4}), 200) << "and stays there";
}

TEST(March, StopsWhereEnemiesStandUnlessATruceHolds) {
    SmallWar w(row_of_towns());
    w.scene.units(army, PlaceId{1}) = {20};
    w.scene.recount();
    w.scene.offensive(front, army).add(6, 3);
    w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{1}), 200);
    SmallWar calm(row_of_towns());
    calm.scene.units(army, PlaceId{1}) = {20};
    calm.scene.recount();
    calm.scene.dyad(army, front).state = DyadState::ceasefire;
    calm.scene.offensive(front, army).add(6, 3);
    calm.act("march");
    EXPECT_EQ(calm.scene.fighters(front, PlaceId{2}), 200);
}

TEST(March, KeepsUpAnOffensiveOnTheCapitalUntilItIsLost) {
    for (const double losing : {0.1, 0.9}) {
        SmallWar w(row_of_towns());
        w.scene.offensive(front, army).add(0.5, 3);
        w.scene.losing[front].value = losing;
        w.act("march");
        EXPECT_EQ(w.scene.offensive(front, army).value > 1, losing < 0.3);
    }
}

TEST(March, ACampaignDrawsMenToThePeople) {
    WorldTables t = row_of_towns();
    t.populations.clear();
    for (std::size_t p = 0; p < 5; ++p) t.populations.push_back(people(p, 1, p == 2 ? 5000 : 1));
    SmallWar w(t);
    break_up(w);
    w.scene.campaign(front, lowlanders).add(8, 3);
    w.act("march");
    EXPECT_NEAR(static_cast<double>(w.scene.fighters(front, PlaceId{2})), 100, 20);
    EXPECT_GT(w.scene.fighters(front, PlaceId{0}), 0) << "half of them";
}

TEST(March, VictorsGoToTheTownsAndTheBeatenToTheirRear) {
    SmallWar w(row_of_towns());
    break_up(w);
    w.scene.units(army, PlaceId{4}).clear();
    w.scene.recount();
    w.scene.career[front].took = 1;
    for (int week = 0; week < 8; ++week) w.act("march");
    for (std::uint32_t p = 0; p < 5; ++p)
        EXPECT_NEAR(static_cast<double>(w.scene.fighters(front, PlaceId{p})), 40, 15) << p;
    w.scene.career[front].took = -1;
    w.scene.career[front].fell = 2;
    for (int week = 0; week < 8; ++week) w.act("march");
    EXPECT_GT(w.scene.fighters(front, PlaceId{0}), 180) << "where it was at home";
}

TEST(March, WhoSpeaksForNobodyStaysWhereItCameFrom) {
    SmallWar w(row_of_towns());
    w.scene.who[front].objective = Objective::homeland;
    w.scene.units(front, PlaceId{2}) = w.scene.units(front, PlaceId{0});
    w.scene.units(front, PlaceId{0}).clear();
    w.scene.units(army, PlaceId{4}).clear();
    w.scene.recount();
    w.act("march");
    EXPECT_GT(w.scene.fighters(front, PlaceId{2}), 0) << "it claims the Highlanders";
    for (auto& claim : w.scene.who[front].claims) claim = 0;
    for (int week = 0; week < 8; ++week) w.act("march");
    EXPECT_EQ(w.scene.fighters(front, PlaceId{2}), 0);
    EXPECT_GT(w.scene.fighters(front, PlaceId{0}), 0);
}

}  // namespace
}  // namespace forestall
