// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/displacement.hpp"

#include <gtest/gtest.h>

#include "scenario/importers/tables/ucdp_place.hpp"
#include "scenario/observed/country.hpp"
#include "scenario/observed/observations_text.hpp"
#include "scenario/text.hpp"

namespace forestall::testing {
namespace {

DisplacedImport counted(const std::string& rows,
                        const std::vector<AreaRow>& areas = {
                            {.code = "A1", .name = "Upper", .region = "North"},
                            {.code = "A3", .name = "Far"}}) {
    const WorldTables tables = country_tables();
    const PeopleReading reading =
        read_people_table("dtm.csv", "date,pcode,origin,idps\n" + rows, {.dated = true});
    return displaced_of("dtm.csv", reading, Geography(tables), areas, "DTM");
}

TEST(DisplacedImport, AddsUpSitesOfOneDateOriginAndHost) {
    const DisplacedImport d = counted(
        "2030-01-05,A1,South,40\n2030-01-05,A1,South,2\n"
        "2030-01-05,Camp Besh,,7\n2030-01-05,Besh,Aru,9\n");
    ASSERT_EQ(d.rows.size(), 3U) << told(d.diagnostics);
    const auto has = [&](const Spot& origin, const Spot& host, Persons persons) {
        for (const DisplacedRow& row : d.rows)
            if (row.origin == origin && row.host == host && row.persons == persons) return true;
        return false;
    };
    EXPECT_TRUE(has({.region = "South"}, {.region = "North"}, 42));
    EXPECT_TRUE(has({}, {.location = "Camp Besh"}, 7));
    EXPECT_TRUE(has({}, {.country = "Besh"}, 9));
    EXPECT_EQ(d.tally.rows.at("dtm.csv").in_world, 4);
    EXPECT_EQ(told(observe(displaced_file, displaced_text(d.rows)).diagnostics), "");
}

TEST(DisplacedImport, CountsWhatIsElsewhereOrNotKnown) {
    const DisplacedImport d = counted(
        "2030-01-05,A1,A3,40\n2030-01-05,A3,,2\n"
        "2030-01-05,Moon,,7\n2030-01-05,A1,,9\n");
    EXPECT_EQ(d.rows.size(), 1U);
    const TallyLine& rows = d.tally.rows.at("dtm.csv");
    EXPECT_EQ(rows.dropped.at(elsewhere), 2);
    EXPECT_EQ(rows.dropped.at("an area that is not known"), 1);
    EXPECT_TRUE(d.tally.balanced());
    EXPECT_EQ(told(d.diagnostics),
              "dtm.csv:4:1: warning W214: 'Moon' is an area that is not known; its rows were left "
              "out; name it in "
              "observed/areas.csv\n");
}

TEST(DisplacedImport, OfAnAreaOfSomePlacesOfItsRegionKeepThem) {
    const std::vector<AreaRow> areas{
        {.code = "S1", .name = "Weir", .region = "South", .places = {"Weir", "Camp Weir"}},
        {.code = "A1", .name = "All", .region = "North", .places = {"Ford", "Weir"}}};
    const DisplacedImport d = counted("2030-01-05,S1,,40\n2030-01-05,A1,,2\n", areas);
    ASSERT_EQ(d.rows.size(), 2U) << told(d.diagnostics);
    EXPECT_EQ(d.rows[0].host_places, (std::vector<std::string>{"Ford", "Weir"}));
    EXPECT_TRUE(d.rows[0].host.anywhere());
    EXPECT_EQ(d.rows[1].host, (Spot{.region = "South"}));
    const Observations o = observe(displaced_file, displaced_text(d.rows));
    EXPECT_EQ(told(o.diagnostics), "");
    EXPECT_EQ(o.displaced[0].host_places, d.rows[0].host_places);
}

TEST(DisplacedImport, OfAPartOfARegionCountOnlyWithAllItsOtherAreas) {
    const std::vector<AreaRow> areas{
        {.code = "N1", .name = "Upper", .region = "North", .places = {"Ford", "Mill"}},
        {.code = "N2", .name = "Fen", .region = "North"}};
    const DisplacedImport whole = counted("2030-01-05,N1,,40\n2030-01-05,N2,,2\n", areas);
    ASSERT_EQ(whole.rows.size(), 1U);
    EXPECT_EQ(whole.rows[0].host, (Spot{.region = "North"}));
    EXPECT_EQ(whole.rows[0].persons, 42);
    const DisplacedImport part = counted("2030-01-05,N2,,2\n2030-01-06,N1,,3\n", areas);
    ASSERT_EQ(part.rows.size(), 1U);
    EXPECT_EQ(part.rows[0].persons, 3);
    EXPECT_NE(told(part.diagnostics).find("W218"), std::string::npos);
    const TallyLine& persons = part.tally.things.at("persons");
    EXPECT_EQ(persons.read, 5);
    EXPECT_EQ(persons.in_world, 3);
    EXPECT_TRUE(part.tally.balanced());
}

}  // namespace
}  // namespace forestall::testing
