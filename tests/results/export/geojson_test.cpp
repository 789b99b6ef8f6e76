// SPDX-License-Identifier: Apache-2.0
#include "results/export/geojson.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "results/export/sample_file.hpp"

namespace forestall {
namespace {

using namespace testing;

TEST(ExportGeojson, GivesMeansAtPoints) {
    const Header header = sample_header(3);
    const auto json = nlohmann::json::parse(geojson_of_places(sample_file(header), {.option = 2}));
    ASSERT_EQ(json["features"].size(), 4u);
    const auto& second = json["features"][1];
    EXPECT_EQ(second["geometry"]["coordinates"], nlohmann::json({18.0, 4.75}));
    double sum = 0;
    for (std::uint64_t m = 0; m < 3; ++m)
        sum += sample_row(header, m).by_option[2][PerPlace::deaths_by_location][1];
    EXPECT_DOUBLE_EQ(second["properties"]["deaths_by_location"].get<double>(), sum / 3);
    EXPECT_EQ(second["properties"]["option"], "option 2");
    EXPECT_THROW(geojson_of_places(sample_file(header), {.option = 3}), std::out_of_range);
}

TEST(ExportGeojson, TakesMeansOverTheMembersThatWereRun) {
    const auto run = nlohmann::json::parse(
        geojson_of_places(sample_with_gaps(), {.option = 1}))["features"][0]["properties"];
    EXPECT_EQ(run["members"], 1);
    EXPECT_EQ(
        run["deaths_by_location"],
        sample_row(sample_header(3, 3, 14, 2), 0).by_option[1][PerPlace::deaths_by_location][0]);
    const auto none = nlohmann::json::parse(
        geojson_of_places(sample_with_gaps(), {.option = 2}))["features"][0]["properties"];
    EXPECT_EQ(none["members"], 0);
    EXPECT_TRUE(none["deaths_by_location"].is_null());
}

TEST(ExportGeojson, AddsTheSpreadOfAChosenOutcome) {
    const Header header = sample_header(3);
    std::vector<double> here;
    for (std::uint64_t m = 0; m < 3; ++m)
        here.push_back(sample_row(header, m).by_option[0][PerPlace::displaced_by_location][3]);
    std::sort(here.begin(), here.end());
    const auto said = nlohmann::json::parse(geojson_of_places(
        sample_file(header),
        {.outcome = PerPlace::displaced_by_location}))["features"][3]["properties"];
    EXPECT_EQ(said["outcome"], "displaced_by_location");
    EXPECT_EQ(said["median"], here[1]);
    EXPECT_DOUBLE_EQ(said["lo"].get<double>(), here[0] + 0.1 * (here[1] - here[0]));
    EXPECT_DOUBLE_EQ(said["hi"].get<double>(), here[1] + 0.9 * (here[2] - here[1]));
}

TEST(ExportGeojson, DrawsRoutesAsLinesWhereTheyAreAskedFor) {
    const Header header = sample_header(1, 1, 5, 2);
    WorldTables tables;
    tables.groups.push_back({"Highlanders"});
    for (const LocationLabel& l : header.locations)
        tables.places.push_back({.name = l.name, .region = l.region, .country = l.country});
    tables.routes.push_back({PlaceId{0}, PlaceId{1}, 42});
    const World world = World::build(std::move(tables));
    const auto features = nlohmann::json::parse(
        geojson_of_places(sample_file(header), {.routes = &world}))["features"];
    ASSERT_EQ(features.size(), 3u);
    EXPECT_EQ(features[2]["geometry"]["type"], "LineString");
    EXPECT_EQ(features[2]["geometry"]["coordinates"][1], nlohmann::json({18.0, 4.75}));
    EXPECT_EQ(features[2]["properties"]["km"], 42);
}

}  // namespace
}  // namespace forestall
