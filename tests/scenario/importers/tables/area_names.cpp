// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/area_names.hpp"

#include <gtest/gtest.h>

#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

using What = Meant::What;

TEST(AreaNames, AreCodesThenAreasThenWhatTheScenarioHas) {
    const WorldTables tables = country_tables();
    const Geography geography(tables);
    const std::vector<AreaRow> areas{
        {.code = "A1", .name = "Upper", .region = "North", .places = {"Ford"}},
        {.code = "A2", .name = "Mill", .region = "South"},
        {.code = "A3", .name = "Far"}};
    const AreaNames names(geography, areas);
    EXPECT_EQ(names.find("a1").spot, (Spot{.location = "Ford"}));
    EXPECT_EQ(names.find("UPPER").area, areas.data());
    EXPECT_EQ(names.find("Mill").spot, (Spot{.region = "South"}));  // the area of that name
    EXPECT_EQ(names.find("Weir").spot, (Spot{.location = "Weir"}));
    EXPECT_EQ(names.find("North").spot, (Spot{.region = "North"}));
    EXPECT_EQ(names.find("Besh").spot, (Spot{.country = "Besh"}));
    EXPECT_EQ(names.find("A3").what, What::outside);
    EXPECT_EQ(names.find("Moon").what, What::unknown);
}

}  // namespace
}  // namespace forestall::testing
