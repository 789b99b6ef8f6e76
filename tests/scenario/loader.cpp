// SPDX-License-Identifier: Apache-2.0
#include "scenario/loader.hpp"

#include <gtest/gtest.h>

#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

TEST(Loader, TakesAFaultlessScenarioWithoutAWord) {
    const Loaded loaded = load(two_rivers());
    EXPECT_EQ(told(loaded), "");
    ASSERT_TRUE(loaded.tables);
    const WorldTables& t = *loaded.tables;
    EXPECT_EQ(t.settings.title, "Two rivers");
    EXPECT_EQ(t.settings.start_date, "2030-01-01");
    EXPECT_EQ(t.settings.days, 14);
    EXPECT_EQ(t.settings.step_days, 7);
    ASSERT_EQ(t.places.size(), 3U);
    EXPECT_FALSE(t.places[0].foreign);
    EXPECT_TRUE(t.places[2].foreign);
    EXPECT_EQ(t.places[2].capacity, 5000);
    ASSERT_EQ(t.routes.size(), 2U);
    EXPECT_EQ(t.routes[1].km, 130);
    EXPECT_EQ(t.groups[0].status, PoliticalStatus::junior_partner);
    EXPECT_EQ(t.actors[0].kind, ActorKind::government);
    EXPECT_EQ(t.populations[1].persons, 2000);
    EXPECT_EQ(loaded.files.size(), 4U);
}

TEST(Loader, NamesEveryFaultInOnePass) {
    auto files = two_rivers();
    files["scenario.toml"] += "[monitorng]\ndelay = \"5 d\"\n";
    files["routes.csv"] += "Nowhereville,Mill,12\nFord,Camp Besh,far\n";
    const Loaded loaded = load(files);
    EXPECT_FALSE(loaded.tables);
    EXPECT_EQ(
        told(loaded),
        "routes.csv:4:1: error E021: unknown place 'Nowhereville'; places are in locations.csv\n"
        "routes.csv:5:16: error E016: 'far' is not a number; write digits with a point: 1234.5\n"
        "scenario.toml:11:2: error E012: unknown key 'monitorng'; did you mean 'monitoring'?\n");
}

TEST(Loader, ReadsDistributionsAndConvertsUnits) {
    auto files = two_rivers();
    files["scenario.toml"] +=
        "[monitoring]\ndelay = \"2 weeks\"\nreporting = { triangular = [0.3, 0.5, 0.8], source = "
        "\"test\" }\n"
        "[parameters]\n\"population.walking_speed\" = { uniform = [\"20 km/d\", \"210 km/week\"], "
        "source = \"s\" }\n";
    const Loaded loaded = load(files);
    ASSERT_EQ(told(loaded), "");
    const auto& p = loaded.tables->parameters;
    EXPECT_EQ(p.at("monitoring.delay").args[0], 14);
    EXPECT_EQ(p.at("monitoring.reporting").shape, Shape::triangular);
    EXPECT_EQ(p.at("monitoring.reporting").args[2], 0.8);
    EXPECT_EQ(p.at("population.walking_speed").args[0], 20);
    EXPECT_DOUBLE_EQ(p.at("population.walking_speed").args[1], 30);
    EXPECT_EQ(p.at("population.walking_speed").source, "s");
}

TEST(Loader, InterpolatesPrescribedTotalsByDay) {
    auto files = two_rivers();
    files["scenario.toml"] += "[displacement]\nmode = \"prescribed\"\n";
    files["observed/total.csv"] =
        "date,persons\n2030-01-13,100\n2030-01-03,0\n2029-12-30,40\n2030-01-20,170\n";
    const Loaded loaded = load(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const std::vector<Persons> expected{20, 10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110};
    EXPECT_EQ(loaded.tables->settings.prescribed_total, expected);
}

TEST(Loader, CutsEventsToThePeriodWithTheirDead) {
    auto files = two_rivers();
    files["violence.csv"] =
        "first,last,location,kind,actor,target,deaths_low,deaths,deaths_high,source\n"
        "2029-12-31,2030-01-01,Ford,one_sided,Army of Aru,Highlanders,10,20,40,test\n"
        "2030-01-05,,Mill,battle,,,,,,test\n"
        "2029-01-05,2029-12-31,Mill,battle,,,,,,test\n";
    const Loaded loaded = load(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const auto& v = loaded.tables->violence;
    ASSERT_EQ(v.size(), 2U);
    EXPECT_EQ(v[0].first, 0);
    EXPECT_EQ(v[0].last, 0);
    EXPECT_EQ(v[0].civilian_deaths.args[1], 10);
    EXPECT_EQ(v[0].actor, static_cast<ActorId>(0));
    EXPECT_EQ(v[1].first, 4);
    EXPECT_LT(v[1].last, 0);
    EXPECT_EQ(v[1].target, none<GroupId>());
}

TEST(Loader, ReadsClosuresOfPlaceRouteAndBorder) {
    auto files = two_rivers();
    files["scenario.toml"] +=
        "[[closure]]\nborder = [\"Aru\", \"Besh\"]\nfirst = 2030-01-03\nlast = 2030-01-05\n"
        "[[closure]]\nroute = [\"Mill\", \"Ford\"]\nfirst = 2029-01-03\n"
        "[[closure]]\nplace = \"Camp Besh\"\nfirst = 2030-01-03\nlast = 2031-01-01\n";
    const Loaded loaded = load(files);
    ASSERT_EQ(told(loaded), "");
    const auto& c = loaded.tables->closures;
    ASSERT_EQ(c.size(), 3U);
    EXPECT_EQ(c[0].what, Closure::What::border);
    EXPECT_EQ(c[0].last, 4);
    EXPECT_EQ(c[1].route, static_cast<RouteId>(0));
    EXPECT_EQ(c[1].first, 0);
    EXPECT_LT(c[1].last, 0);
    EXPECT_EQ(c[2].place, static_cast<PlaceId>(2));
    EXPECT_LT(c[2].last, 0);
}

TEST(Loader, RefusesMoreThanItsLimitsBeforeTakingMemory) {
    Limits limits;
    limits.places = 2;
    EXPECT_NE(told(load(two_rivers(), limits)).find("locations.csv:4:1: error E042"),
              std::string::npos);
}

TEST(Loader, BuildsAWorldFromWhatItLoads) {
    const Loaded loaded = load(two_rivers());
    ASSERT_TRUE(loaded.tables);
    EXPECT_EQ(World::build(*loaded.tables).cells(), 3U);
}

}  // namespace
}  // namespace forestall::testing
