// SPDX-License-Identifier: Apache-2.0
#include "world/parameters.hpp"

#include <gtest/gtest.h>

#include <array>

#include "world/builders.hpp"

namespace forestall {
namespace {

constexpr std::array<ParameterSpec, 2> walking = {{
    {"walk.speed", "km d-1", 1, 100, 35, "How far a person walks in a day", "test", 'D'},
    {"walk.rest", "1", 0, 1, 0.25, "Share of days without walking", "test", 'D'},
}};
constexpr std::array<ParameterSpec, 1> fear = {
    {{"fear.reach", "km", 0, 500, 50, "How far fear reaches", "test", 'D'}}};
const std::array<ParameterTable, 2> tables = {walking, fear};

World world_with(std::string name, Distribution value) {
    WorldTables t = test::two_towns();
    t.parameters[std::move(name)] = std::move(value);
    return World::build(t);
}

TEST(ParameterValues, WithoutOverridesAreTheDefaults) {
    const World world = World::build(test::two_towns());
    const ParameterValues values(world, Luck(1, 0), tables);
    EXPECT_EQ(values["walk.speed"], 35);
    EXPECT_EQ(values["fear.reach"], 50);
    ASSERT_EQ(values.names().size(), 3u);
    EXPECT_EQ(values.names()[1], "walk.rest");
    EXPECT_EQ(values.values()[1], 0.25);
}

TEST(ParameterValues, AnUncertainOneDiffersByMemberAndIsTheSameForAMember) {
    const World world = world_with("walk.speed", {Shape::uniform, {20, 40}, "test"});
    const double first = ParameterValues(world, Luck(1, 0), tables)["walk.speed"];
    EXPECT_GT(first, 20);
    EXPECT_LT(first, 40);
    EXPECT_EQ(ParameterValues(world, Luck(1, 0), tables)["walk.speed"], first);
    EXPECT_NE(ParameterValues(world, Luck(1, 1), tables)["walk.speed"], first);
}

TEST(ParameterValues, TheOrderOfTablesAndOtherParametersChangeNoDraw) {
    const World world = world_with("fear.reach", {Shape::uniform, {20, 40}, "test"});
    const std::array<ParameterTable, 2> turned = {fear, walking};
    const std::array<ParameterTable, 1> alone = {fear};
    const double value = ParameterValues(world, Luck(3, 4), tables)["fear.reach"];
    EXPECT_EQ(ParameterValues(world, Luck(3, 4), turned)["fear.reach"], value);
    EXPECT_EQ(ParameterValues(world, Luck(3, 4), alone)["fear.reach"], value);
}

TEST(ParameterValues, StayWithinTheirBounds) {
    EXPECT_EQ(ParameterValues(world_with("walk.rest", Distribution::constant(7)), Luck(1, 0),
                              tables)["walk.rest"],
              1);
    EXPECT_EQ(ParameterValues(world_with("walk.rest", Distribution::constant(-7)), Luck(1, 0),
                              tables)["walk.rest"],
              0);
}

TEST(ParameterValues, RefuseUnknownAndDoubleNames) {
    const World world = World::build(test::two_towns());
    EXPECT_THROW(ParameterValues(world, Luck(1, 0), tables)["walk.sped"], std::out_of_range);
    const std::array<ParameterTable, 2> twice = {fear, fear};
    EXPECT_THROW(ParameterValues(world, Luck(1, 0), twice), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
