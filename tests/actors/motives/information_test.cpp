// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

/// What information says of selective violence where the Army holds a share and the Front the rest.
double selective_at(double share) {
    SmallScene s;
    s.scene.control.fill(0);
    s.scene.control(ford, army) = share;
    s.scene.control(ford, front) = 1 - share;
    return s.says("information", selective);
}

TEST(Information, PeaksWhereOneSideLeadsButIsNotAlone) {
    EXPECT_NEAR(selective_at(0.75), 0, 1e-12);
    for (const double c : {0.0, 0.25, 0.5, 0.7, 0.8, 1.0})
        EXPECT_LT(selective_at(c), selective_at(0.75)) << c;
    EXPECT_EQ(selective_at(0.5), selective_at(1)) << "neither at parity nor alone";
    EXPECT_EQ(selective_at(0.5), -SmallScene().values["information.selective"]);
}

TEST(Information, LacksWhereViolenceIsBlind) {
    SmallScene s;
    s.scene.control(ford, army) = 0;
    EXPECT_EQ(s.says("information", mass), s.values["information.blind"]);
    s.scene.control(ford, army) = 1;
    EXPECT_EQ(s.says("information", mass), 0);
    expect_speaks_only_of("information", {selective, mass});
}

}  // namespace
}  // namespace forestall
