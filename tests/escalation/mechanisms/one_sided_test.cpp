// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

Persons killed(Action action, Persons fighters,
               std::initializer_list<std::pair<const char*, double>> values,
               std::uint64_t member = 0) {
    SmallWar w(small_country(values), member);
    w.scene.units(army, ford) = {fighters};
    w.scene.recount();
    w.order({.action = action, .actor = army, .place = ford, .group = highlanders});
    w.act("one_sided");
    EXPECT_EQ(w.events.size(), 1u);
    EXPECT_EQ(w.killed_here(ford, highlanders), w.dead()) << "of that group, in that place";
    return w.dead();
}

TEST(OneSided, DeathsAreLimitedByWhoIsPresent) {
    EXPECT_EQ(killed(Action::mass, 100000, {{"one_sided.mass", 50}}), 1000) << "all there are";
    EXPECT_EQ(killed(Action::mass, 5, {{"one_sided.mass", 0}}), 1) << "one at least";
    SmallWar w;
    w.order({.action = Action::mass, .actor = army, .place = mill, .group = highlanders});
    w.act("one_sided");
    EXPECT_TRUE(w.events.empty()) << "the Army has nobody in Mill";
}

TEST(OneSided, ABiggerUnitKillsMore) {
    // Means of 1 + 0.6 n, n = 10 and 100, are 54 apart with deviations below 8: over 20 members no
    // chance confuses them.
    Persons small = 0, big = 0, selective = 0;
    for (std::uint64_t member = 0; member < 20; ++member) {
        const auto deadly = [&](Action action, Persons unit) {
            return killed(
                action, unit,
                {{"one_sided.mass", 0.6}, {"one_sided.hiding", 0}, {"one_sided.expel", 0}}, member);
        };
        small += deadly(Action::mass, 10);
        big += deadly(Action::mass, 100);
        selective += deadly(Action::selective, 100);
    }
    EXPECT_GT(big, 4 * small);
    EXPECT_GT(big, 4 * selective) << "selective violence is retail";
}

TEST(OneSided, MassViolenceWearsRestraintAwayAndLeavesMemories) {
    SmallWar w;
    w.order({.action = Action::mass, .actor = army, .place = ford, .group = highlanders});
    w.act("one_sided");
    EXPECT_GT(w.scene.habit[army], 0);
    EXPECT_LE(w.scene.habit[army], w.values["one_sided.habit"])
        << "as much as took part of the force";
    EXPECT_GT(w.scene.wronged(army, highlanders).value, 0);
    EXPECT_EQ(w.scene.injury(ford, highlanders).event, 0);
    EXPECT_EQ(w.scene.wronged(army, lowlanders).value, 0);
}

TEST(OneSided, FewAreFoundWhereMostHaveGone) {
    // 1,000 people, 100 fighters, mean 43: half of them are found if as many hide as are there.
    Persons open = 0, hidden = 0;
    for (std::uint64_t member = 0; member < 40; ++member) {
        open += killed(Action::mass, 100, {{"one_sided.hiding", 0}}, member);
        hidden += killed(Action::mass, 100, {{"one_sided.hiding", 1000}}, member);
    }
    const double half = static_cast<double>(open) / 2;
    EXPECT_NEAR(static_cast<double>(hidden), half, 5 * std::sqrt(half) + 40);
    EXPECT_LT(static_cast<double>(hidden), 0.75 * static_cast<double>(open));
}

}  // namespace
}  // namespace forestall
