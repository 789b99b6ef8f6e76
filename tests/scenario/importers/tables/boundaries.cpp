// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/boundaries.hpp"

#include <gtest/gtest.h>

#include "scenario/importers/tables/maps.hpp"
#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

Boundaries on_the_map(const std::vector<Area>& areas) {
    const WorldTables tables = country_tables();
    return boundaries_of("map.geojson", areas, AreaIndex(areas), Geography(tables));
}

std::vector<Area> areas_of(const std::vector<std::string>& features) {
    return read_areas("map.geojson", map_of(features)).areas;
}

TEST(Boundaries, HaveTheRegionOfThePlacesInThem) {
    const Boundaries b = on_the_map(areas_of({feature("A", "West", polygon(square(0, 0, 1))),
                                              feature("B", "Middle", polygon(square(1, 0, 1))),
                                              feature("C", "Lower", polygon(square(0, -1, 1))),
                                              feature("D", "Abroad", polygon(square(2, -1, 2)))}));
    ASSERT_EQ(b.rows.size(), 4U);
    EXPECT_EQ(told(b.diagnostics), "");
    EXPECT_EQ(b.rows[0].region, "North");
    EXPECT_EQ(b.rows[0].places, std::vector<std::string>{"Ford"});
    EXPECT_EQ(b.rows[1].places, std::vector<std::string>{"Mill"});
    EXPECT_EQ(b.rows[2].region, "South");
    EXPECT_EQ(b.rows[2].places, (std::vector<std::string>{"Weir", "Camp Weir"}));
    EXPECT_TRUE(b.rows[3].outside());  // its place is not at home
    EXPECT_NEAR(b.rows[0].square_km, 12309, 2);
}

TEST(Boundaries, WithoutAPlaceHaveTheRegionOfTheirName) {
    auto areas = areas_of({feature("A", "SOUTH", polygon(square(10, 0, 1))),
                           feature("B", "Fen", polygon(square(11, 0, 1))),
                           feature("C", "Moor", polygon(square(12, 0, 1)))});
    areas[1].parent = "North";
    const Boundaries b = on_the_map(areas);
    EXPECT_EQ(b.rows[0].region, "South");
    EXPECT_EQ(b.rows[1].region, "North");
    EXPECT_TRUE(b.rows[2].outside());
}

TEST(Boundaries, OfSeveralRegionsHaveThatOfMostPlaces) {
    const Boundaries b = on_the_map(areas_of({feature("A", "All", polygon(square(0, -1, 2.2)))}));
    EXPECT_EQ(b.rows[0].places.size(), 4U);
    EXPECT_EQ(b.rows[0].region, "North");  // two of each: the first by name
    EXPECT_NE(told(b.diagnostics).find("W212"), std::string::npos);
}

TEST(Boundaries, AreWhatAreasSayOtherwise) {
    Boundaries b = on_the_map(areas_of({feature("A", "West", polygon(square(0, 0, 1))),
                                        feature("B", "Fen", polygon(square(11, 0, 1)))}));
    const std::vector<AreaRow> given{{.code = "B", .name = "Fen", .region = "South"},
                                     {.code = "A", .name = "West"}};
    overlay(b.rows, given);
    EXPECT_TRUE(b.rows[0].outside());
    EXPECT_EQ(b.rows[1].region, "South");
    EXPECT_GT(b.rows[1].square_km, 1000);
}

TEST(Boundaries, TakeAPlaceJustOffThemAndTellOfOneThatIsFarther) {
    const Boundaries b = on_the_map(areas_of({feature("A", "West", polygon(square(0.55, 0, 1))),
                                              feature("C", "Lower", polygon(square(0, -1, 1)))}));
    EXPECT_EQ(b.rows[0].places, (std::vector<std::string>{"Ford", "Mill"}));  // Ford: 5.6 km off
    const Boundaries far = on_the_map(areas_of({feature("C", "Lower", polygon(square(0, -1, 1)))}));
    EXPECT_NE(told(far.diagnostics).find("warning W216: 'Ford' is in no area"), std::string::npos)
        << told(far.diagnostics);
}

TEST(Boundaries, AreDoubtfulIfOutlinesCrossOrAllLieOutside) {
    const Boundaries bow =
        on_the_map(areas_of({feature("A", "Bow", polygon("[[0,0],[1,1],[1,0],[0,1],[0,0]]")),
                             feature("C", "Lower", polygon(square(0, -1, 1)))}));
    EXPECT_NE(told(bow.diagnostics).find("W220: outlines of 'Bow' cross"), std::string::npos)
        << told(bow.diagnostics);
    const Boundaries far = on_the_map(areas_of({feature("A", "Moon", polygon(square(50, 0, 1)))}));
    EXPECT_NE(told(far.diagnostics).find("W220: every area lies outside"), std::string::npos);
}

TEST(Boundaries, OfOneNameAreToldApartByTheirParents) {
    std::vector<AreaRow> rows{{.name = "Twin", .parent = "Upper"},
                              {.name = "Twin", .parent = "Lower"}};
    overlay(rows, std::vector<AreaRow>{{.name = "Twin", .region = "South", .parent = "Lower"}});
    EXPECT_TRUE(rows[0].outside());
    EXPECT_EQ(rows[1].region, "South");
}

}  // namespace
}  // namespace forestall::testing
