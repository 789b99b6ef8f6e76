// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

/// Highlanders of Ford in the streets after some weeks; nobody armed is in sight.
Persons mobilised_after(int weeks, double legitimacy, double company, Persons police = 0,
                        double foothold = 0.02275) {
    constexpr Persons first = 300;
    SmallWar w(small_country({{"actor.Army.legitimacy.Highlanders", legitimacy},
                              {"mobilisation.company", company},
                              {"mobilisation.foothold", foothold}}));
    for (auto& units : w.scene.units) units.clear();
    if (police > 0) w.scene.units(army, ford) = {police};
    w.scene.recount();
    w.mobilise(ford, highlanders, first);
    for (int i = 0; i < weeks; ++i) w.act("mobilisation");
    return w.mobilised(ford, highlanders);
}

TEST(Mobilisation, StirsTheAggrievedAndOnlyThem) {
    EXPECT_GT(mobilised_after(50, 0.1, 0.05), 500);
    EXPECT_EQ(mobilised_after(100, 1, 0.05), 0)
        << "nobody is aggrieved by a legitimate government; those there were went home";
}

TEST(Mobilisation, WaitsForOthers) {
    EXPECT_GT(mobilised_after(50, 0.1, 0.2), 400);
    EXPECT_LT(mobilised_after(50, 0.1, 0.8, 0, 1e-6), 20) << "300 are too few to draw others";
}

TEST(Mobilisation, IsDeterredByThePolice) {
    EXPECT_LT(mobilised_after(50, 0.6, 0.05, 5000), mobilised_after(50, 0.6, 0.05, 0) / 2);
}

}  // namespace
}  // namespace forestall
