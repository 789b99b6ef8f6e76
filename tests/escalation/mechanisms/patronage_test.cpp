// SPDX-License-Identifier: Apache-2.0
// What a patron's backing is, and what it does: in supply, pressure, march, battles, control and
// what commanders may do.
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

constexpr ActorId neighbour{3};
constexpr PlaceId refuge{2};

/// The small country with a "Neighbour" (3), who gives the Front 100 fighters' worth, half a veto
/// and a sanctuary: "Refuge" (2), 50 km past Mill and over the border, or another place.
WorldTables backed_country(PlaceId sanctuary = refuge) {
    WorldTables t = small_country({{"actor.Front.support", 100}, {"actor.Front.veto", 0.5}});
    t.places.push_back(place("Refuge", "Besh", PlaceKind::camp));
    t.routes.push_back(route(1, 2, 50));
    t.actors.push_back({"Neighbour", ActorKind::external_patron});
    t.actors[index(front)].patron = neighbour;
    t.actors[index(front)].sanctuary = {sanctuary};
    return t;
}

void post(SmallWar& w, ActorId a, PlaceId p, std::vector<Persons> units) {
    w.scene.units(a, p) = std::move(units);
    w.scene.recount();
}

/// Whether commanders may choose an action at a place against somebody, or to go to a place.
bool may(const SmallWar& w, const Choice& choice) {
    Probe probe{.step = 0, .choice = choice};
    decide_commanders(w.scene, w.minds, w.world, w.luck, 0, {}, false, std::span(&probe, 1));
    return probe.probability > 0;
}

TEST(Patronage, BacksTheLessTheMoreThePatronIsPressedAndNotAtAllWhenItIsGone) {
    SmallWar w(backed_country());
    EXPECT_EQ(w.scene.backing[front], 0) << "without the mechanism there is no patron";
    w.act("patronage");
    EXPECT_EQ(w.scene.backing[front], 1);
    EXPECT_EQ(w.scene.backing[army], 0);
    w.scene.pressure[neighbour] = 0.4;
    w.act("patronage");
    EXPECT_NEAR(w.scene.backing[front], 0.6, 1e-12);
    w.scene.pressure[neighbour] = 3;
    w.act("patronage");
    EXPECT_EQ(w.scene.backing[front], 0);
    w.scene.pressure[neighbour] = 0;
    w.scene.career[neighbour].there = false;
    w.act("patronage");
    EXPECT_EQ(w.scene.backing[front], 0);
}

TEST(Patronage, WhatItGivesPaysFightersBesideGround) {
    const auto supply = [](double backing, double of_client, double income, double arms) {
        SmallWar w(backed_country());
        w.scene.backing[front] = backing;
        w.scene.levers[lever<"income">][front] = of_client;
        w.scene.levers[lever<"income">][neighbour] = income;
        w.scene.levers[lever<"arms">][neighbour] = arms;
        w.act("supply", 100000);
        return w.scene.supply[front];
    };
    EXPECT_NEAR(supply(0, 1, 1, 1), 1, 1e-9);
    EXPECT_NEAR(supply(1, 1, 1, 1), 1.5, 1e-9) << "300 for 200 men";
    EXPECT_NEAR(supply(0.5, 1, 1, 1), 1.25, 1e-9);
    EXPECT_NEAR(supply(1, 0.8, 1, 1), 1.2, 1e-9) << "sanctions on the client take of all";
    EXPECT_NEAR(supply(1, 1, 0.5, 1), 1.25, 1e-9) << "those on the patron of what it gives";
    EXPECT_NEAR(supply(1, 1, 1, 0.5), 1.25, 1e-9) << "and so does an embargo on it";
}

TEST(Patronage, AVetoKeepsPressureOff) {
    SmallWar w(backed_country());
    w.scene.attention = 0.5;
    w.scene.levers[lever<"pressure">][front] = 1;
    w.scene.crowding = 0;
    w.act("pressure");
    const double all = w.scene.pressure[front];
    EXPECT_GT(all, 1);
    w.scene.backing[front] = 0.5;
    w.scene.crowding = 0;
    const double others = w.scene.pressure[army];
    w.step = 0;  // the same news
    w.act("pressure");
    EXPECT_NEAR(w.scene.pressure[front], 0.75 * all, 1e-12);
    EXPECT_EQ(w.scene.pressure[army], others);
}

TEST(Patronage, NobodyIsAttackedInASanctuary) {
    SmallWar w(backed_country(mill));
    post(w, army, mill, {50});
    const Choice attack{.action = Action::attack, .actor = army, .place = mill, .other = front};
    const Choice back{.action = Action::attack, .actor = front, .place = mill, .other = army};
    EXPECT_TRUE(may(w, attack));
    w.scene.backing[front] = 1;
    EXPECT_FALSE(may(w, attack));
    EXPECT_TRUE(may(w, back)) << "its own men may";
}

TEST(Patronage, EnemiesNeitherGoToASanctuaryNorHoldIt) {
    for (const double backing : {0.0, 1.0}) {
        SmallWar w(backed_country(mill));
        w.scene.backing[front] = backing;
        EXPECT_EQ(may(w, {.action = Action::move, .actor = army, .place = ford, .to = mill}),
                  backing == 0);
        w.scene.offensive(army, front).add(6, 1);
        w.act("march");
        EXPECT_EQ(w.scene.fighters(army, mill) > 0, backing == 0);
        post(w, army, mill, {500});
        const double before = w.scene.control(mill, army);
        w.act("control");
        EXPECT_EQ(w.scene.control(mill, army) > before, backing == 0);
    }
}

TEST(Patronage, OnlyTheClientGoesAbroad) {
    for (const ActorId a : {front, militia}) {
        SmallWar w(backed_country());
        w.scene.backing[front] = 1;
        post(w, a, mill, {20});
        // The best of the places near by is offered; without the road to Ford it is the sanctuary.
        w.scene.sanctuaries.push_back({army, ford, true});
        const Choice over{.action = Action::move, .actor = a, .place = mill, .to = refuge};
        EXPECT_EQ(may(w, over), a == front);
    }
}

TEST(Patronage, WhoIsLosingOrOutnumberedGoesToItsSanctuary) {
    for (const bool losing : {true, false})
        for (const double backing : {0.0, 0.3}) {
            SmallWar w(backed_country());
            w.scene.backing[front] = backing;
            if (losing)
                w.scene.losing[front].value = 0.5;
            else
                post(w, army, mill, {700});
            w.act("march");
            EXPECT_EQ(w.scene.fighters(front, refuge), backing > 0 ? 200 : 0);
            w.act("march");
            EXPECT_EQ(w.scene.force(front), 200);
        }
    SmallWar equal(backed_country());
    equal.scene.backing[front] = 1;
    equal.act("march");
    EXPECT_EQ(equal.scene.fighters(front, refuge), 0) << "who is a match stays";
    post(equal, army, mill, {700});
    equal.scene.offensive(front, army).add(6, 1);
    equal.act("march");
    EXPECT_EQ(equal.scene.fighters(front, refuge), 0) << "and so does who is on the offensive";
}

TEST(Patronage, TheBeatenGoOverTheBorder) {
    const auto fled = [](double backing) {
        SmallWar w(backed_country());
        w.scene.backing[front] = backing;
        post(w, front, mill, {20});
        post(w, army, mill, {2000});
        w.order({.action = Action::attack, .actor = army, .place = mill, .other = front});
        w.act("battles");
        return w.scene.fighters(front, refuge);
    };
    EXPECT_GT(fled(1), 0);
    EXPECT_EQ(fled(0), 0);
}

TEST(Patronage, WhoIsInASanctuaryDoesNotDisband) {
    for (const double backing : {0.0, 1.0}) {
        SmallWar w(backed_country());
        w.scene.backing[front] = backing;
        post(w, front, mill, {});
        post(w, front, refuge, {10});
        w.scene.losing[front].value = 1;
        for (int week = 0; week < 100; ++week) w.act("ranks");
        EXPECT_EQ(w.scene.force(front), backing > 0 ? 10 : 0);
    }
}

TEST(Patronage, WhoIsNotWelcomeAnyMoreComesBack) {
    SmallWar w(backed_country());
    post(w, front, refuge, {60, 5});
    post(w, militia, refuge, {7});
    w.act("patronage");
    EXPECT_EQ(w.scene.fighters(front, refuge), 65);
    EXPECT_EQ(w.scene.fighters(militia, refuge), 0) << "whose sanctuary it is not";
    w.scene.career[neighbour].there = false;
    w.act("patronage");
    EXPECT_EQ(w.scene.fighters(front, refuge), 0);
    EXPECT_EQ(w.scene.fighters(front, mill), 265);
}

TEST(Patronage, EndsWhenATriggerTakesThePatronAway) {
    WorldTables t = backed_country();
    Trigger x;
    x.name = "The neighbour turns away";
    x.kind = TriggerKind::peacekeeper_exit;
    x.day = 10;
    x.actor = neighbour;
    t.triggers = {x};
    SmallWar w(t);
    for (int week = 0; week < 3; ++week) {
        w.act("triggers");
        --w.step;  // both in one step
        w.act("patronage");
        EXPECT_EQ(w.scene.backing[front], week < 1 ? 1 : 0) << week;
    }
    EXPECT_EQ(w.scene.force(front), 200) << "the client stays";
}

}  // namespace
}  // namespace forestall
