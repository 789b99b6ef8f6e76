// SPDX-License-Identifier: Apache-2.0
// Parameter values of members, with the rows of rows.cpp: animus.mass 2 to 4, decision.scale 0.8 to
// 1.2, in step.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "world/builders.hpp"
#include "world/parameters.hpp"
#include "world/weights.hpp"

namespace forestall {
namespace {

constexpr std::array<ParameterSpec, 3> weighing = {{
    {"animus.mass", "1", 0, 3, 2.9, "hatred", "test", 'D'},
    {"decision.scale", "1", 0.2, 5, 0.99, "scale", "test", 'D'},
    {"walk.rest", "1", 0, 1, 0.25, "not drawn", "test", 'D'},
}};

WorldTables deciding() {
    WorldTables t = test::two_towns();
    t.settings.violence_mode = ViolenceMode::endogenous;
    return t;
}

ParameterValues values_of(const WorldTables& tables, std::uint64_t member) {
    const std::array<ParameterTable, 2> all = {weighing, weights_parameters()};
    return {World::build(tables), Luck(1, member), all};
}

TEST(DrawnValues, AreAllOfOneRowAndWithinBounds) {
    std::set<double> seen;
    for (std::uint64_t member = 0; member < 60; ++member) {
        const ParameterValues values = values_of(deciding(), member);
        const double scale = values["decision.scale"];
        EXPECT_DOUBLE_EQ(values["animus.mass"], std::min(3.0, 2 + 5 * (scale - 0.8)));
        EXPECT_EQ(values["weights.drawn"], 1);
        EXPECT_EQ(values["walk.rest"], 0.25) << "has no column";
        EXPECT_EQ(values_of(deciding(), member)["decision.scale"], scale);
        seen.insert(scale);
    }
    EXPECT_EQ(seen.size(), 5u) << "every row";
}

TEST(DrawnValues, WhatIsGivenKeepsItsValueAndTheRestIsDrawn) {
    WorldTables t = deciding();
    t.parameters["animus.mass"] = Distribution::constant(1.5);
    for (std::uint64_t member = 0; member < 9; ++member) {
        EXPECT_EQ(values_of(t, member)["animus.mass"], 1.5);
        EXPECT_EQ(values_of(t, member)["decision.scale"],
                  values_of(deciding(), member)["decision.scale"]);
    }
}

TEST(DrawnValues, SwitchedOffAreAtTheirDefaults) {
    WorldTables t = deciding();
    t.parameters["weights.drawn"] = Distribution::constant(0);
    EXPECT_EQ(values_of(t, 0)["animus.mass"], 2.9);
    EXPECT_EQ(values_of(t, 0)["decision.scale"], 0.99);
    EXPECT_EQ(values_of(t, 0)["weights.drawn"], 0);
}

TEST(DrawnValues, AreNotDrawnWhereNobodyDecidesNorWithoutTheSwitch) {
    EXPECT_EQ(values_of(test::two_towns(), 0)["animus.mass"], 2.9) << "violence from a schedule";
    const std::array<ParameterTable, 1> without = {weighing};
    EXPECT_EQ(ParameterValues(World::build(deciding()), Luck(1, 0), without)["animus.mass"], 2.9)
        << "the switch is not among the tables: tests of single motives have defaults";
}

TEST(DrawnValues, MoveNoOtherDraw) {
    WorldTables on = deciding();
    on.parameters["walk.rest"] = {Shape::uniform, {0.2, 0.4}, "test"};
    WorldTables off = on;
    off.parameters["weights.drawn"] = Distribution::constant(0);
    for (std::uint64_t member = 0; member < 5; ++member)
        EXPECT_EQ(values_of(on, member)["walk.rest"], values_of(off, member)["walk.rest"]);
}

}  // namespace
}  // namespace forestall
