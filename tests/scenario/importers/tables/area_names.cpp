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

TEST(AreaNames, OfTwoAreasOrOfAPlaceAndARegionAreAmbiguous) {
    ScenarioFiles files = country_files();
    files["locations.csv"] += "North,South,Aru,-0.7,0.5,settlement\n";
    files["routes.csv"] += "Weir,North,30\n";
    const WorldTables tables = load(files).tables.value();
    const Geography geography(tables);
    const std::vector<AreaRow> areas{{.name = "Twin", .region = "North", .parent = "Upper"},
                                     {.name = "Twin", .region = "South", .parent = "Lower"}};
    const AreaNames names(geography, areas);
    EXPECT_EQ(names.find("Twin").what, What::ambiguous);
    EXPECT_EQ(names.find("North").what, What::ambiguous);
    EXPECT_EQ(names.find("Ford").what, What::spot);
}

TEST(AreaNames, AreARegionOnlyIfTheAreaHasAllOfIt) {
    const WorldTables tables = country_tables();
    const Geography geography(tables);
    const std::vector<AreaRow> areas{
        {.code = "A", .name = "Upper", .region = "North", .places = {"Mill", "Ford"}},
        {.code = "B", .name = "Mixed", .region = "South", .places = {"Weir", "Ford"}},
        {.code = "C", .name = "Fen", .region = "South"}};
    const AreaNames names(geography, areas);
    EXPECT_EQ(names.find("A").spot, (Spot{.region = "North"}));
    EXPECT_TRUE(names.find("B").spot.anywhere());
    EXPECT_EQ(names.find("B").places, (std::vector<std::string>{"Weir", "Ford"}));
    EXPECT_TRUE(names.find("C").spot.anywhere() && names.find("C").places.empty());
}

}  // namespace
}  // namespace forestall::testing
