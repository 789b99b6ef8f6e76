// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/ucdp_place.hpp"

#include <gtest/gtest.h>

#include "scenario/importers/tables/ucdp_events.hpp"

namespace forestall::testing {
namespace {

TEST(UcdpPlacer, FindsTheNearestSettlementOfTheArea) {
    const Atlas atlas;
    const Placing p = atlas.by_map().place(event_at(0.05, 0.95));
    EXPECT_EQ(p.reason, "");
    EXPECT_EQ(p.where, (Spot{.location = "Ford"}));
    EXPECT_EQ(p.area, "West");
    // Camp Weir is nearer, but nobody is settled there.
    EXPECT_EQ(atlas.by_map().place(event_at(-0.6, 0.6)).where, (Spot{.location = "Weir"}));
}

TEST(UcdpPlacer, KeepsNoMoreThanTheEventsPrecision) {
    const Atlas atlas;
    for (const int precise : {0, 1, 2, 3})
        EXPECT_EQ(atlas.by_map().place(event_at(0.5, 0.5, precise)).where,
                  (Spot{.location = "Ford"}));
    for (const int vague : {4, 5})
        EXPECT_EQ(atlas.by_map().place(event_at(0.5, 0.5, vague)).where, (Spot{.region = "North"}));
    EXPECT_EQ(atlas.by_map(true).place(event_at(0.5, 0.5)).where, (Spot{.region = "North"}));
}

TEST(UcdpPlacer, SaysWhatLiesElsewhereInTheCountry) {
    const Atlas atlas;
    const Placing p = atlas.by_map().place(event_at(3, 3));
    EXPECT_EQ(p.reason, elsewhere);
    EXPECT_EQ(p.area, "Far");
    EXPECT_EQ(atlas.by_distance(50).place(event_at(3, 3)).reason, elsewhere);
    EXPECT_EQ(atlas.by_distance(50).place(event_at(0.6, 0.5)).where, (Spot{.location = "Ford"}));
    EXPECT_EQ(atlas.by_distance(std::nullopt).place(event_at(3, 3)).where,
              (Spot{.location = "Mill"}));
    EXPECT_EQ(atlas.by_map().place(event_at(-20, 3)).reason, elsewhere);
    EXPECT_EQ(atlas.by_map().place(event_at(-0.5, -0.05)).where, (Spot{.location = "Weir"}));
}

TEST(UcdpPlacer, PutsWhatIsKnownByCountryNowhereInParticularIfTheScenarioIsAllOfIt) {
    const Atlas atlas;
    EXPECT_EQ(atlas.by_map().place(event_at(0.5, 0.5, 6)).reason,
              "known by country only, and the scenario is a part of it");
    const Placing whole = atlas.by_distance(std::nullopt).place(event_at(0.5, 0.5, 6));
    EXPECT_EQ(whole.reason, "");
    EXPECT_TRUE(whole.where.anywhere());
    EXPECT_NE(atlas.by_distance(100).place(event_at(0.5, 0.5, 7)).reason, "");
}

TEST(UcdpPlacer, KnowsACountryByItsNameBeforeTheBrackets) {
    const Atlas atlas;
    UcdpEvent e = event_at(0.5, 0.5);
    for (const char* name : {"Aru", "Aru (Old Aru)", "ARU", ""}) {
        e.country = name;
        EXPECT_EQ(atlas.by_map().place(e).reason, "") << name;
    }
    for (const char* name : {"Besh", "Aruba", "Old (Aru)"}) {
        e.country = name;
        EXPECT_EQ(atlas.by_map().place(e).reason, other_country) << name;
    }
}

TEST(UcdpPlacer, TakesAMapForAPartOfTheCountryIfAnEventLiesInNoArea) {
    Atlas atlas;
    for (AreaRow& row : atlas.rows) row.region = "North";
    UcdpPlacer placer = atlas.by_map();
    const UcdpEvent vague = event_at(0.5, 0.5, 6);
    const std::vector<UcdpEvent> near{event_at(0.5, 0.5), event_at(-20, 3, 6)};
    placer.look_at(near);
    EXPECT_EQ(placer.place(vague).reason, "");
    const std::vector<UcdpEvent> far{event_at(-20, 3, 5)};
    placer.look_at(far);
    EXPECT_NE(placer.place(vague).reason, "");
}

TEST(UcdpPlacer, LeavesOutWatersAndAirOfNobody) {
    const Atlas atlas;
    EXPECT_EQ(atlas.by_map().place(event_at(0.5, 0.5, 7)).reason, nowhere);
    EXPECT_EQ(atlas.by_distance(std::nullopt).place(event_at(0.5, 0.5, 7)).reason, nowhere);
}

TEST(UcdpPlacer, KnowsARegionThatHasOnlyCamps) {
    Atlas atlas;
    for (Place& place : atlas.tables.places)
        if (place.name == "Weir") place.kind = PlaceKind::camp;
    EXPECT_EQ(atlas.by_map().place(event_at(-0.5, 0.5)).where, (Spot{.region = "South"}));
    for (AreaRow& row : atlas.rows)
        if (row.region == "South") row.region.clear();
    EXPECT_EQ(atlas.by_map().place(event_at(-0.5, 0.5)).where, (Spot{.location = "Weir"}));
}

TEST(UcdpPlacer, SaysHowFarAnEventIsWhereNothingElseDoes) {
    const Atlas atlas;
    EXPECT_GT(atlas.by_distance(std::nullopt).place(event_at(3, 3)).km, 200);
    EXPECT_EQ(atlas.by_distance(500).place(event_at(3, 3)).km, 0);
    EXPECT_EQ(atlas.by_map().place(event_at(0.5, 0.5)).km, 0);
}

}  // namespace
}  // namespace forestall::testing
