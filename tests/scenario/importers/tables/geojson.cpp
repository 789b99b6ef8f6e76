// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/geojson.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "checkout.hpp"
#include "scenario/importers/tables/maps.hpp"
#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

AreaReading read_map(const std::string& text, const AreaProperties& p = {}, const Limits& l = {}) {
    return read_areas("map.geojson", text, p, l);
}

TEST(GeoJson, HasAreasWithHolesAndPatches) {
    const AreaReading r = read_map(three_areas());
    ASSERT_EQ(told(r.diagnostics), "");
    ASSERT_EQ(r.areas.size(), 3U);
    EXPECT_EQ(r.areas[0].code, "A");
    EXPECT_EQ(r.areas[1].name, "Middle");
    ASSERT_EQ(r.areas[1].patches.size(), 1U);
    EXPECT_EQ(r.areas[1].patches[0].holes.size(), 1U);
    EXPECT_EQ(r.areas[2].patches.size(), 2U);
    EXPECT_EQ(r.areas[2].patches[1].outer[0].latitude, -2);
    EXPECT_EQ(r.tally.rows.at("map.geojson").in_world, 3);
}

TEST(GeoJson, CountsWhatItLeavesOutAndSaysWhere) {
    const AreaReading r = read_map(map_of(
        {feature("A", "West", polygon(square(0, 0, 1))),
         feature("P", "Point", R"({"type":"Point"})"), feature("", "", polygon(square(0, 0, 1))),
         feature("N", "None", "null"), feature("S", "Short", polygon("[[0,0],[1,1]]")),
         feature("T", "Text", polygon("[[\"a\",0],[1,1],[2,2]]")), "7"}));
    ASSERT_EQ(r.areas.size(), 1U);
    const TallyLine& rows = r.tally.rows.at("map.geojson");
    EXPECT_EQ(rows.read, 7);
    EXPECT_EQ(rows.dropped.at("it is no polygon"), 2);
    EXPECT_EQ(rows.dropped.at("it has no name"), 2);
    EXPECT_EQ(rows.dropped.at("its polygon is malformed"), 2);
    EXPECT_TRUE(r.tally.balanced());
    EXPECT_FALSE(r.diagnostics.has_errors());
    EXPECT_NE(told(r.diagnostics)
                  .find("map.geojson:3:1: warning W211: the geometry is 'Point', not a Polygon or "
                        "MultiPolygon; it was left out"),
              std::string::npos)
        << told(r.diagnostics);
}

TEST(GeoJson, JoinsFeaturesOfOneCode) {
    const AreaReading r = read_map(map_of({feature("A", "West", polygon(square(0, 0, 1))),
                                           feature("A", "West", polygon(square(5, 0, 1)))}));
    ASSERT_EQ(r.areas.size(), 1U);
    EXPECT_EQ(r.areas[0].patches.size(), 2U);
    EXPECT_EQ(r.tally.rows.at("map.geojson").in_world, 2);
}

TEST(GeoJson, IsRefusedIfItIsNoMapOfAreasInDegrees) {
    EXPECT_NE(told(read_map("{\"features\":\n [}").diagnostics).find("map.geojson:2:3: error E215"),
              std::string::npos);
    for (const char* text : {"", "[]", "{}", "{\"features\":7}", "{\"features\":[1e999]}"})
        EXPECT_NE(told(read_map(text).diagnostics).find("E215"), std::string::npos) << text;
    EXPECT_NE(told(read_map("{\"features\":[]}").diagnostics).find("E218"), std::string::npos);
    EXPECT_NE(
        told(read_map(map_of({feature("A", "West", polygon(square(500000, 0, 1)))})).diagnostics)
            .find("map.geojson:2:1: error E216: a position is 500000, 0"),
        std::string::npos);
    Limits few;
    few.places = 2;
    EXPECT_NE(told(read_map(three_areas(), {}, few).diagnostics).find("E042"), std::string::npos);
    few.file_bytes = 10;
    EXPECT_NE(told(read_map(three_areas(), {}, few).diagnostics).find("E003"), std::string::npos);
}

TEST(GeoJson, TakesThePropertiesThatAreAskedFor) {
    const AreaReading r = read_map(three_areas(), {.code = "ADM1_EN", .name = "ADM1_PCODE"});
    ASSERT_EQ(r.areas.size(), 3U);
    EXPECT_EQ(r.areas[0].code, "West");
    EXPECT_NE(told(read_map(three_areas(), {.name = "Nom"}).diagnostics)
                  .find("E217: no feature has 'Nom'; the properties are ADM1_EN, ADM1_PCODE"),
              std::string::npos);
}

TEST(GeoJson, IsNotAFewHundredThousandBracketsDeep) {
    EXPECT_TRUE(read_map("{\"features\":" + std::string(300'000, '[')).diagnostics.has_errors());
}

struct Public {
    const char* file;
    std::size_t areas;
};
class PublicMaps : public ::testing::TestWithParam<Public> {};

TEST_P(PublicMaps, AreReadWhole) {
    const auto path = in_checkout("../shared/data") / GetParam().file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "NOT TESTED: no " << path;
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    const AreaReading r = read_map(text.str());
    EXPECT_EQ(told(r.diagnostics), "");
    EXPECT_EQ(r.areas.size(), GetParam().areas);
}

INSTANTIATE_TEST_SUITE_P(
    Files, PublicMaps,
    ::testing::Values(Public{"burundi/adm2_communes_simplified.geojson", 119},
                      Public{"car/adm1_prefectures_simplified.geojson", 17},
                      Public{"nigeria/adm1_boundaries_simplified.geojson", 37},
                      Public{"myanmar_rakhine/townships_all_simplified.geojson", 330},
                      Public{"natural_earth/admin1/mali.geojson", 9}),
    [](const auto& each) {
        std::string name = each.param.file;
        return name.substr(0, name.find('/')) + std::to_string(each.index);
    });

TEST(GeoJson, KeepsAreasOfOneNameAndTwoParentsApart) {
    const auto twin = [](const char* parent, double west) {
        return fmt::format(R"({{"properties":{{"ADM2_EN":"Twin","ADM1_EN":"{}"}},"geometry":{}}})",
                           parent, polygon(square(west, 0, 1)));
    };
    const AreaReading r = read_map(map_of({twin("Upper", 0), twin("Lower", 1), twin("Lower", 2)}));
    ASSERT_EQ(r.areas.size(), 2U) << told(r.diagnostics);
    EXPECT_EQ(r.areas[1].patches.size(), 2U);
}

TEST(GeoJson, TellsOfDegreesThatAreNotThoseOfTheGlobe) {
    const auto of_system = [](const std::string& name) {
        const std::string crs =
            R"({"crs":{"type":"name","properties":{"name":")" + name + R"("}},)";
        return told(read_map(crs + three_areas().substr(1)).diagnostics);
    };
    EXPECT_EQ(of_system("urn:ogc:def:crs:OGC:1.3:CRS84"), "");
    EXPECT_EQ(of_system("EPSG:4326"), "");
    EXPECT_NE(of_system("EPSG:32630").find("W220: the map is in 'EPSG:32630'"), std::string::npos);
}

TEST(GeoJson, LeavesOutNamesThatNoTableCanHold) {
    const AreaReading r =
        read_map(map_of({feature("A", "We\\u0000st", polygon(square(0, 0, 1))),
                         feature("B", std::string(1001, 'x'), polygon(square(0, 0, 1))),
                         feature("C", "=1+1", polygon(square(0, 0, 1))),
                         feature("-99", "East", polygon(square(0, 0, 1)))}));
    EXPECT_EQ(r.areas.size(), 1U);
    EXPECT_EQ(r.tally.rows.at("map.geojson").dropped.at("its name is not usable"), 3);
}

}  // namespace
}  // namespace forestall::testing
