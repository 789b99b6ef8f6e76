// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Memory, EachKindFadesByOneEthInItsOwnTime) {
    SmallWar w;
    struct Kind {
        const char* span;
        TableValues<Memory>* memories;
    };
    for (const Kind& k : {Kind{"memory.blow", &w.scene.attacked},
                          {"memory.wrong", &w.scene.wronged},
                          {"memory.injury", &w.scene.injury},
                          {"memory.losing", &w.scene.losing},
                          {"memory.shock", &w.scene.shock}}) {
        *k.memories->begin() = {1, 4};
        w.act("memory", static_cast<Day>(w.values[k.span]));
        EXPECT_NEAR(k.memories->begin()->value, std::exp(-1.0), 1e-12) << k.span;
        EXPECT_EQ(k.memories->begin()->event, 4) << "what it was about is kept";
    }
}

TEST(Memory, OrdersRunOutByTheWeek) {
    SmallWar w;
    w.scene.campaign(army, highlanders) = {1.5, 4};
    w.act("memory");
    EXPECT_EQ(w.scene.campaign(army, highlanders).value, 0.5);
    w.act("memory");
    EXPECT_EQ(w.scene.campaign(army, highlanders).value, 0);
}

TEST(Memory, SmallTracesAreForgottenAltogether) {
    SmallWar w;
    w.scene.injury(ford, highlanders) = {1e-6, 4};
    w.act("memory");
    EXPECT_EQ(w.scene.injury(ford, highlanders).value, 0);
}

}  // namespace
}  // namespace forestall
