// SPDX-License-Identifier: Apache-2.0
// The lattice: nobody is lost, draws replay, and each setting does what it says.
#include "population/lattice.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace forestall {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

/// Everyone able to act acts in the first cycles: 20 x 20, no police.
LatticeSettings small() {
    LatticeSettings s;
    s.width = 20;
    s.height = 20;
    s.vision = 2;
    s.cop_density = 0;
    return s;
}

LatticeSettings two_groups() {
    LatticeSettings s = small();
    s.legitimacy = 0.8;
    s.clone_chance = 0.05;
    s.max_age = 200;
    s.jail_max = 15;
    return s;
}

std::vector<std::uint64_t> digests(Lattice lattice, int cycles) {
    std::vector<std::uint64_t> out;
    for (int t = 0; t < cycles; ++t) {
        lattice.cycle();
        out.push_back(lattice.digest());
    }
    return out;
}

TEST(Lattice, BeginsWithTheDensitiesOfItsSettingsSplitEvenly) {
    LatticeSettings s;
    const Lattice one(s, 1, Luck(1, 0));
    EXPECT_EQ(one.persons(0), 1120);
    EXPECT_EQ(one.cops(), 64);
    const Lattice two(s, 2, Luck(1, 0));
    EXPECT_EQ(two.persons(0), 560);
    EXPECT_EQ(two.persons(1), 560);
    EXPECT_EQ(two.active(), 0);
}

TEST(Lattice, ReplaysBitForBitFromAnyCycle) {
    LatticeSettings s = two_groups();
    s.cop_density = 0.05;
    Lattice lattice(s, 2, Luck(4, 2));
    for (int t = 0; t < 40; ++t) {
        EXPECT_EQ(digests(lattice, 5), digests(Lattice(lattice), 5));
        lattice.cycle();
    }
    EXPECT_EQ(digests(Lattice(s, 2, Luck(4, 2)), 40), digests(Lattice(s, 2, Luck(4, 2)), 40));
    EXPECT_NE(digests(Lattice(s, 2, Luck(4, 2)), 1), digests(Lattice(s, 2, Luck(4, 3)), 1));
}

TEST(Lattice, OfTheSameLuckGoesOnAsItWas) {
    LatticeSettings s = two_groups();
    s.cop_density = 0.05;
    Lattice plain(s, 2, Luck(4, 2)), taken(s, 2, Luck(4, 2));
    for (int t = 0; t < 40; ++t) {
        taken.take_luck(Luck(4, 2));
        plain.cycle();
        taken.cycle();
        ASSERT_EQ(taken.digest(), plain.digest()) << t;
    }
}

TEST(Lattice, OfOtherLuckKeepsItsPastAndWhoLives) {
    LatticeSettings s = two_groups();
    s.cop_density = 0.05;
    Lattice plain(s, 2, Luck(4, 2));
    for (int t = 0; t < 10; ++t) plain.cycle();
    Lattice taken = plain;
    taken.take_luck(Luck(4, 3));
    EXPECT_EQ(taken.digest(), plain.digest()) << "hardship, aversion and places of all who live";
    EXPECT_NE(digests(taken, 3), digests(plain, 3));
    EXPECT_NE(digests(taken, 3), digests(Lattice(s, 2, Luck(4, 3)), 3));
}

TEST(Lattice, RebelsAreNeitherBornNorKilled) {
    LatticeSettings s;
    s.ratio = RatioRule::floor;
    Lattice lattice(s, 1, Luck(1, 0));
    for (int t = 0; t < 200; ++t) {
        lattice.cycle();
        ASSERT_EQ(lattice.persons(0), 1120);
        ASSERT_EQ(lattice.killed(0), 0);
        ASSERT_LE(lattice.active() + lattice.jailed(), lattice.aggrieved());
    }
}

TEST(Lattice, WithoutPoliceAllTheAggrievedAct) {
    Lattice lattice(small(), 1, Luck(1, 0));
    for (int t = 0; t < 5; ++t) {
        lattice.cycle();
        EXPECT_EQ(lattice.active(), lattice.aggrieved());
        EXPECT_GT(lattice.active(), 0);
        EXPECT_EQ(lattice.jailed(), 0);
    }
}

TEST(Lattice, PrisonersStayForLifeOrComeBackByTheLongestTerm) {
    LatticeSettings s = small();
    s.cop_density = 0.1;
    s.arrest_constant = 0;  // nobody is deterred
    s.jail_max = inf;
    Lattice life(s, 1, Luck(1, 0));
    Persons before = 0;
    for (int t = 0; t < 60; ++t) {
        life.cycle();
        EXPECT_GE(life.jailed(), before);
        before = life.jailed();
    }
    EXPECT_EQ(before, life.aggrieved()) << "in the end everyone who would act is in jail";
    s.jail_max = 5;
    s.cops_withdrawn = 1000;
    s.cop_withdrawal = 20;
    Lattice terms(s, 1, Luck(1, 0));
    for (int t = 0; t < 20; ++t) terms.cycle();
    EXPECT_GT(terms.jailed(), 0);
    for (int t = 0; t < 5; ++t) terms.cycle();
    EXPECT_EQ(terms.jailed(), 0);
    EXPECT_EQ(terms.active(), terms.aggrieved());
}

TEST(Lattice, LegitimacyFallsFromItsCycleToItsFloor) {
    LatticeSettings s;
    s.legitimacy = 0.9;
    EXPECT_EQ(Lattice(s, 1, Luck(1, 0)).legitimacy(1000), 0.9);
    s.legitimacy_fall = 0.25;
    s.legitimacy_floor = 0.2;
    s.legitimacy_cycle = 10;
    const Lattice lattice(s, 1, Luck(1, 0));
    EXPECT_EQ(lattice.legitimacy(9), 0.9);
    EXPECT_DOUBLE_EQ(lattice.legitimacy(10), 0.65);
    EXPECT_DOUBLE_EQ(lattice.legitimacy(11), 0.4);
    EXPECT_EQ(lattice.legitimacy(12), 0.2);
    EXPECT_EQ(lattice.legitimacy(2'000'000'000), 0.2);
}

TEST(Lattice, PoliceArriveAndLeaveByTheirDates) {
    LatticeSettings s = small();
    s.cop_density = 0.1;
    s.cop_arrival = 5;
    s.cop_withdrawal = 10;
    s.cops_withdrawn = 0.5;
    Lattice lattice(s, 1, Luck(1, 0));
    std::vector<Persons> cops;
    for (int t = 0; t < 200; ++t) {
        lattice.cycle();
        cops.push_back(lattice.cops());
    }
    EXPECT_EQ(cops[4], 0);
    EXPECT_EQ(cops[5], 40);
    EXPECT_EQ(cops[10], 40);
    EXPECT_EQ(cops[11], 39);
    EXPECT_EQ(cops[49], 20);
    EXPECT_EQ(cops[199], 0);
}

TEST(Lattice, ActivePeopleKillOtherGroupsOnly) {
    Lattice lattice(two_groups(), 2, Luck(1, 0));
    Persons killed = 0;
    int cycles = 0;
    for (; cycles < 3000 && lattice.persons(0) > 0 && lattice.persons(1) > 0; ++cycles) {
        lattice.cycle();
        killed += lattice.killed(0) + lattice.killed(1);
    }
    EXPECT_GT(killed, 100);
    ASSERT_LT(cycles, 3000);
    for (int t = 0; t < 50; ++t) {
        lattice.cycle();
        EXPECT_EQ(lattice.killed(0) + lattice.killed(1), 0) << "nobody is left to kill";
        EXPECT_GT(lattice.persons(0) + lattice.persons(1), 0);
    }
}

TEST(Lattice, WhoFindsNobodyToKillTurnsQuietIfSoSet) {
    LatticeSettings s = two_groups();
    s.quiet_without_victim = true;
    s.vision = 1.7;
    Lattice quiet(s, 2, Luck(1, 0));
    s.quiet_without_victim = false;
    Lattice literal(s, 2, Luck(1, 0));
    for (int t = 0; t < 2000 && quiet.persons(0) > 0 && quiet.persons(1) > 0; ++t) quiet.cycle();
    for (int t = 0; t < 2000 && literal.persons(0) > 0 && literal.persons(1) > 0; ++t)
        literal.cycle();
    quiet.cycle();
    literal.cycle();
    EXPECT_EQ(quiet.active(), 0);
    EXPECT_GT(literal.active(), 0);
}

TEST(Lattice, BirthsFillItAndAgeEmptiesIt) {
    LatticeSettings s = small();
    s.legitimacy = 1;
    s.population_density = 0.1;
    s.clone_chance = 0.2;
    Lattice births(s, 1, Luck(1, 0));
    for (int t = 0; t < 300; ++t) births.cycle();
    EXPECT_EQ(births.persons(0), 400) << "every site is taken, and no more";
    s.clone_chance = 0;
    s.max_age = 50;
    Lattice ages(s, 1, Luck(1, 0));
    Persons before = ages.persons(0);
    for (int t = 0; t < 49; ++t) {
        ages.cycle();
        EXPECT_LE(ages.persons(0), before);
        before = ages.persons(0);
    }
    ages.cycle();
    ages.cycle();
    EXPECT_EQ(ages.persons(0), 0);
}

TEST(Lattice, WithoutMovementPeopleWhoNobodySeesAreNeverArrested) {
    LatticeSettings s = small();
    s.arrest_constant = 0;
    s.population_density = 0.5;
    s.vision = 1;
    s.jail_max = inf;
    s.cop_density = 0.01;
    s.movement = false;
    Lattice still(s, 1, Luck(1, 0));
    s.movement = true;
    Lattice moving(s, 1, Luck(1, 0));
    for (int t = 0; t < 3000; ++t) {
        still.cycle();
        moving.cycle();
    }
    EXPECT_LE(still.jailed(), still.cops() * 8);
    EXPECT_EQ(moving.active(), 0) << "police on the move find them all";
}

}  // namespace
}  // namespace forestall
