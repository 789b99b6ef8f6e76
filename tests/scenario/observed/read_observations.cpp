// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/read_observations.hpp"

#include <gtest/gtest.h>

#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

constexpr const char* deaths_header = "month,kind,location,region,deaths_low,deaths,deaths_high\n";

TEST(ObservedDeaths, AreReadWithTheirPlaceRegionOrNeither) {
    const Observations o =
        observe(deaths_file, std::string(deaths_header) +
                                 "2030-01,battle,Ford,,3,5,9\n2030-01,one_sided,,South,,2,\n"
                                 "2030-02,communal,,,,0,4\n");
    ASSERT_EQ(told(o.diagnostics), "");
    ASSERT_EQ(o.deaths.size(), 3U);
    EXPECT_EQ(month_text(o.deaths[0].month), "2030-01");
    EXPECT_EQ(o.deaths[0].where, (Spot{.location = "Ford"}));
    EXPECT_EQ(o.deaths[0].low, 3);
    EXPECT_EQ(o.deaths[0].high, 9);
    EXPECT_EQ(o.deaths[1].kind, ViolenceKind::one_sided);
    EXPECT_EQ(o.deaths[1].where, (Spot{.region = "South"}));
    EXPECT_EQ(o.deaths[1].low, 2);
    EXPECT_EQ(o.deaths[1].high, 2);
    EXPECT_TRUE(o.deaths[2].where.anywhere());
    EXPECT_FALSE(o.deaths[2].coverage);
}

TEST(ObservedDeaths, AreInTheTableOrDroppedForAReason) {
    const Observations o =
        observe(deaths_file, std::string(deaths_header) +
                                 "2030-01,battle,Ford,,,5,\n2030-01,battle,Ford,,,7,\n"
                                 "2030,battle,Ford,,,11,\n2030-01,battle,Moon,,,13,\n"
                                 "2030-01,battle,Ford,North,,17,\n2030-02,battle,Ford,,20,19,\n"
                                 "2030-03,battle,Camp Besh,,,23,\n2030-03,battle,,East,,29,\n");
    ASSERT_EQ(o.deaths.size(), 1U);
    const TallyLine& deaths = o.tally.things.at("deaths_observed");
    EXPECT_EQ(deaths.read, 5 + 7 + 11 + 13 + 17 + 19 + 23 + 29);
    EXPECT_EQ(deaths.in_world, 5);
    EXPECT_EQ(deaths.dropped.at("a row repeats another"), 7);
    EXPECT_EQ(deaths.dropped.at("not a month"), 11);
    EXPECT_EQ(deaths.dropped.at("a place is not in locations.csv"), 13);
    EXPECT_EQ(deaths.dropped.at("a row says twice where something is"), 17);
    EXPECT_EQ(deaths.dropped.at("a range is not in order"), 19);
    EXPECT_EQ(deaths.dropped.at("deaths or origins are at a place abroad"), 23);
    EXPECT_EQ(deaths.dropped.at("a region is not in locations.csv"), 29);
    EXPECT_TRUE(o.tally.balanced());
    EXPECT_NE(told(o.diagnostics).find("observed/deaths.csv:4:1: error E211"), std::string::npos)
        << told(o.diagnostics);
}

TEST(ObservedDisplaced, HaveAnOriginAndAHost) {
    const Observations o =
        observe(displaced_file,
                "date,origin_region,host_location,host_country,persons\n"
                "2030-01-05,North,Camp Weir,,40\n2030-01-05,,,Besh,30\n2030-01-05,,,,90\n"
                "2030-01-05,,,,91\n2030-01-06,East,,,5\n2030-01-06,,,Mars,5\n");
    ASSERT_EQ(o.displaced.size(), 3U) << told(o.diagnostics);
    EXPECT_EQ(o.displaced[0].origin, (Spot{.region = "North"}));
    EXPECT_EQ(o.displaced[0].host, (Spot{.location = "Camp Weir"}));
    EXPECT_EQ(o.displaced[1].host, (Spot{.country = "Besh"}));
    EXPECT_TRUE(o.displaced[2].host.anywhere());
    const auto& rows = o.tally.rows.at(displaced_file);
    EXPECT_EQ(rows.dropped.at("a row repeats another"), 1);
    EXPECT_EQ(rows.dropped.at("a region is not in locations.csv"), 1);
    EXPECT_EQ(rows.dropped.at("a country has no place in locations.csv"), 1);
    EXPECT_TRUE(o.tally.balanced());
}

TEST(ObservedControl, SumsToOneAtMost) {
    const Observations o = observe(held_file,
                                   "date,location,actor,share\n"
                                   "2030-01-05,Ford,Army of Aru,0.7\n"
                                   "2030-01-05,Ford,Army of Aru,0.2\n"
                                   "2030-01-05,Ford,Front,0.2\n2030-01-05,Moon,Army of Aru,1\n"
                                   "2030-01-06,Ford,Army of Aru,1.5\n");
    ASSERT_EQ(o.held.size(), 1U);
    EXPECT_EQ(o.held[0].share, 0.7);
    const auto& rows = o.tally.rows.at(held_file);
    EXPECT_EQ(rows.dropped.at("an actor is not in scenario.toml"), 1);
    EXPECT_EQ(rows.dropped.at("a row repeats another"), 1);
    EXPECT_EQ(rows.dropped.at("a share is not between 0 and 1"), 1);
    EXPECT_TRUE(o.tally.balanced());
}

TEST(ObservedAreas, AreInARegionHavePlacesOrLieOutside) {
    const Observations o = observe(areas_file,
                                   "code,name,region,locations,square_km\n"
                                   "A1,Upper,North,Ford; Mill,10\nA2,Lower,,,20\n"
                                   "A1,Twin,,,\n,Lower,South,,\n,Bad,South,Ford;Moon,\n");
    ASSERT_EQ(o.areas.size(), 3U) << told(o.diagnostics);
    EXPECT_EQ(o.areas[0].places, (std::vector<std::string>{"Ford", "Mill"}));
    EXPECT_FALSE(o.areas[0].outside());
    EXPECT_TRUE(o.areas[1].outside());
    EXPECT_EQ(o.areas[2].key(), "Lower");
    EXPECT_EQ(o.tally.rows.at(areas_file).dropped.at("a name is used twice"), 1);
}

TEST(Observations, StopAtTheirLimit) {
    Limits limits;
    limits.observations = 1;
    const Observations o = observe(
        deaths_file, std::string(deaths_header) + "2030-01,battle,,,,1,\n2030-02,battle,,,,1,\n",
        limits);
    EXPECT_EQ(o.deaths.size(), 1U);
    EXPECT_NE(told(o.diagnostics).find("E042"), std::string::npos);
}

TEST(Observations, AreNoneWithoutFiles) {
    const Observations o = read_observations({}, country_tables());
    EXPECT_TRUE(o.deaths.empty() && o.displaced.empty() && o.held.empty() && o.areas.empty());
    EXPECT_TRUE(o.tally.rows.empty());
}

TEST(ObservedDeaths, OfMonthsOutsideThePeriodAreToldAndKept) {
    const Observations o = observe(
        deaths_file, std::string(deaths_header) + "2010-01,battle,,,,1,\n2030-01,battle,,,,1,\n");
    EXPECT_EQ(o.deaths.size(), 2U);
    EXPECT_EQ(told(o.diagnostics),
              "observed/deaths.csv:2:1: warning W215: 2010-01 is not in the period; no run has a "
              "figure for it\n");
}

TEST(ObservedAreas, HaveNoPlacesAbroad) {
    const Observations o = observe(areas_file, "name,region,locations\nUpper,,Ford;Camp Besh\n");
    EXPECT_TRUE(o.areas.empty());
    EXPECT_NE(told(o.diagnostics).find("E214: 'Camp Besh' is abroad"), std::string::npos);
}

TEST(ObservedDisplaced, MayBeAtSeveralPlacesTakenTogether) {
    const Observations o = observe(displaced_file,
                                   "date,host_locations,host_region,persons\n"
                                   "2030-01-05,Ford;Weir,,40\n2030-01-05,Ford;Weir,South,1\n");
    ASSERT_EQ(o.displaced.size(), 1U);
    EXPECT_EQ(o.displaced[0].host_places, (std::vector<std::string>{"Ford", "Weir"}));
    EXPECT_NE(told(o.diagnostics).find("E212"), std::string::npos);
}

}  // namespace
}  // namespace forestall::testing
