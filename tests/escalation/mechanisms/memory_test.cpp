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
        std::vector<Memory>* memories;
    };
    for (const Kind& k : {Kind{"memory.blow", &w.scene.attacked},
                          {"memory.wrong", &w.scene.wronged},
                          {"memory.injury", &w.scene.injury},
                          {"memory.losing", &w.scene.losing},
                          {"memory.shock", &w.scene.shock}}) {
        k.memories->front() = {1, 4};
        w.act("memory", static_cast<Day>(w.values[k.span]));
        EXPECT_NEAR(k.memories->front().value, std::exp(-1.0), 1e-12) << k.span;
        EXPECT_EQ(k.memories->front().event, 4) << "what it was about is kept";
    }
}

TEST(Memory, OrdersRunOutByTheWeek) {
    SmallWar w;
    w.scene.campaign[0] = {1.5, 4};
    w.act("memory");
    EXPECT_EQ(w.scene.campaign[0].value, 0.5);
    w.act("memory");
    EXPECT_EQ(w.scene.campaign[0].value, 0);
}

TEST(Memory, SmallTracesAreForgottenAltogether) {
    SmallWar w;
    w.scene.injury[0] = {1e-6, 4};
    w.act("memory");
    EXPECT_EQ(w.scene.injury[0].value, 0);
}

}  // namespace
}  // namespace forestall
