// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/population.hpp"

#include <gtest/gtest.h>

#include "scenario/importers/tables/ucdp_place.hpp"
#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

const std::vector<AreaRow> census_areas{
    {.code = "A1", .name = "Upper", .region = "North"},
    {.code = "A2", .name = "Lower", .region = "South", .places = {"Weir", "Camp Weir"}},
    {.code = "A3", .name = "Far"}};

PopulationImport shared_out(const std::string& rows,
                            const std::vector<AreaRow>& areas = census_areas) {
    const PeopleReading reading = read_people_table("people.csv", "pcode,persons\n" + rows, {});
    return population_of("people.csv", reading, country_tables(), areas, "census",
                         country_files().at("populations.csv"));
}

TEST(PopulationImport, SharesAnAreasPeopleOutAsTheyWereBefore) {
    const PopulationImport p = shared_out("A1,90001\nA2,50\n");
    EXPECT_EQ(p.text,
              "location,group,persons,low,high,imputed,source\n"
              "Ford,Highlanders,30000,,,yes,census\nMill,Highlanders,60001,,,yes,census\n"
              "Weir,Highlanders,50,,,no,census\n");
    EXPECT_EQ(p.places, 3U);
    EXPECT_TRUE(p.not_covered.empty());
    EXPECT_EQ(p.tally.things.at("persons").in_world, 90051);
    EXPECT_TRUE(p.tally.balanced());
    EXPECT_EQ(told(p.diagnostics), "");
}

TEST(PopulationImport, IsReadAsAScenariosPopulation) {
    ScenarioFiles files = country_files();
    files["populations.csv"] = shared_out("A1,90001\n").text;
    const Loaded loaded = load(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    Persons people = 0;
    for (const auto& home : loaded.tables->populations) people += home.persons;
    EXPECT_EQ(people, 90001 + 3000);  // Weir as before
}

TEST(PopulationImport, CountsWhoIsLeftOut) {
    const PopulationImport p = shared_out("Ford,10\nA3,20\nMoon,40\nBesh,80\n");
    const TallyLine& persons = p.tally.things.at("persons");
    EXPECT_EQ(persons.read, 150);
    EXPECT_EQ(persons.in_world, 10);
    EXPECT_EQ(persons.dropped.at(elsewhere), 20);
    EXPECT_EQ(persons.dropped.at("an area that is not known"), 120);
    EXPECT_TRUE(p.tally.balanced());
    EXPECT_EQ(p.not_covered, (std::vector<std::string>{"Mill", "Weir"}));
    EXPECT_NE(told(p.diagnostics)
                  .find("people.csv:4:1: warning W214: 'Moon' is an area that is not known"),
              std::string::npos);
    EXPECT_NE(told(shared_out("Moon,40\n").diagnostics).find("E218"), std::string::npos);
}

TEST(PopulationImport, AddsUpAreasOfOnePlace) {
    EXPECT_NE(shared_out("Ford,10\nFord,5\n").text.find("Ford,Highlanders,15,,,no"),
              std::string::npos);
}

TEST(PopulationImport, OfAnAreaWhosePlacesHaveNobodyGoToItsRegion) {
    const std::vector<AreaRow> camp{
        {.code = "A1", .name = "Camps", .region = "South", .places = {"Camp Weir"}}};
    const PopulationImport p = shared_out("A1,50\n", camp);
    EXPECT_NE(p.text.find("Weir,Highlanders,50,,,no"), std::string::npos) << p.text;
    EXPECT_TRUE(p.tally.balanced());
}

TEST(PopulationImport, TellsOfARegionInWhichOthersKeepTheirs) {
    EXPECT_NE(
        told(shared_out("Ford,10\n").diagnostics).find("W219: in 'North' these keep theirs: Mill"),
        std::string::npos)
        << told(shared_out("Ford,10\n").diagnostics);
    EXPECT_EQ(told(shared_out("A1,10\n").diagnostics), "");
}

TEST(PopulationImport, LeavesRowsOfOtherPlacesAsTheyWereWritten) {
    const PeopleReading reading = read_people_table("people.csv", "pcode,persons\nFord,10\n", {});
    const std::string before =
        "group,location,persons,low,high,imputed,source\n"
        "Highlanders,Ford,1000,,,,\nHighlanders,Mill,2000,1500,,yes,\"a guess, ours\"\n";
    const PopulationImport p =
        population_of("people.csv", reading, country_tables(), census_areas, "census", before);
    EXPECT_NE(p.text.find("Mill,Highlanders,2000,1500,,yes,\"a guess, ours\"\n"), std::string::npos)
        << p.text;
    EXPECT_NE(p.text.find("Weir,Highlanders,3000,3000,3000,,as before\n"), std::string::npos)
        << p.text;
}

}  // namespace
}  // namespace forestall::testing
