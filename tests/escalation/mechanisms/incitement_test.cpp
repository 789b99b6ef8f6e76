// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Incitement, RisesWithThreatLossesAndShockAsFarAsActorsAreReady) {
    for (const int cause : {0, 1, 2}) {
        SmallWar w(small_country({{"actor.Army.agitation", 0.5}, {"actor.Front.agitation", 0}}));
        for (const auto a : {army, front}) {
            if (cause == 0) w.scene.threat[a] = 1;
            if (cause == 1) w.scene.losing[a].value = 1;
            if (cause == 2) w.scene.shock[a].value = 1;
        }
        w.act("incitement");
        EXPECT_NEAR(w.scene.incitement[army], 1 - std::exp(-7 * w.values["incitement.gain"] * 0.5),
                    1e-12);
        EXPECT_EQ(w.scene.incitement[front], 0) << "it is not ready to";
        EXPECT_EQ(w.scene.incitement[militia], 0) << "it is not provoked";
    }
}

TEST(Incitement, FadesByOneEthPerMemory) {
    SmallWar w;
    w.scene.incitement[army] = 0.8;
    w.act("incitement", static_cast<Day>(w.values["incitement.memory"]));
    EXPECT_NEAR(w.scene.incitement[army], 0.8 * std::exp(-1.0), 1e-12);
}

}  // namespace
}  // namespace forestall
