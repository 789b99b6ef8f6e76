// SPDX-License-Identifier: Apache-2.0
// Dialects of Flee files, on small instances of our own.
#include "scenario/importers/flee.hpp"

#include <gtest/gtest.h>

#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

ScenarioFiles whole_instance() {
    return {
        {"input_csv/locations.csv",
         "#name,region,country,latitude,longitude,location_type,conflict_date,population\n"
         "Ford,R,Aru,0,0,conflict_zone,0,1000\nMill,R,Aru,0,1,town,,2000\nCamp,S,Besh,0,2,camp,,"
         "500\n"},
        {"input_csv/routes.csv",
         "#name1,name2,distance,forced_redirection\nFord,Mill,120,0\nMill,Camp,130,\n"},
        {"input_csv/sim_period.csv", "StartDate,2030-01-01\nLength,10\n"},
        {"input_csv/conflicts.csv", "#Day, Ford, Mill\n0, 1, 0\n1, 1, 0\n2, 0, 1\n3, 0, 1\n"},
        {"source_data/data_layout.csv", "total,refugees.csv\nCamp,camp.csv\n"},
        {"source_data/camp.csv",
         "2030-01-01,100\n2030-01-05,200\n2030-01-06,100\n2030-01-10,140\n"},
    };
}

Loaded converted(const ScenarioFiles& files) {
    const ImportReport report = convert_flee(files);
    for (const auto& d : report.diagnostics.all()) {
        if (d.severity == Severity::error) ADD_FAILURE() << to_string(d);
    }
    return load(report.files);
}

TEST(Flee, TakesPlacesRoutesAndFlagsAsTheyAre) {
    const Loaded loaded = converted(whole_instance());
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const WorldTables& t = *loaded.tables;
    EXPECT_EQ(t.settings.step_days, 1);
    EXPECT_EQ(t.settings.displacement, DisplacementMode::prescribed);
    EXPECT_EQ(t.places[2].capacity, 500);
    EXPECT_EQ(t.places[2].kind, PlaceKind::camp);
    EXPECT_EQ(t.populations[1].persons, 2000);
    ASSERT_EQ(t.violence.size(), 2U);
    EXPECT_EQ(t.violence[0].first, 0);
    EXPECT_EQ(t.violence[0].last, 1);
    EXPECT_EQ(t.violence[1].first, 2);
    EXPECT_LT(t.violence[1].last, 0);
}

TEST(Flee, ReadsEveryDialect) {
    const Loaded plain = converted(whole_instance());
    ScenarioFiles odd = whole_instance();
    odd["input_csv/locations.csv"] =
        "\xEF\xBB\xBF\"#name\",\"region\",\"country\",\"lat\",\"lon\",\"location_type\",\"conflict_"
        "date\","
        "\"population\",\"IPC\"\r\n"
        "# a note\r\n\"Ford\",\"R\",\"Aru\", 0 ,0,\"conflict_zone\",0,1000,3\r\n,,,,\r\n"
        "Mill ,R,Aru,0,\t1,town,,2000.0,\r\nCamp,S,Besh,0,2,camp,,500,,,\r\n";
    odd["input_csv/routes.csv"] = "name1\tname2\tdistance\nFord\tMill\t120\nMill\tCamp\t130\n";
    odd["input_csv/conflicts.csv"] = "Day,\"Ford\",Mill,\n0,1.0,0,\n1,1.0,0,\n\n2,0,1,\n3,0,1,\n";
    odd["source_data/camp.csv"] =
        "#DateTime,people\n,\t\n2030-01-01,100\n2030-01-05, "
        "200\t\n2030-01-06,100\n2030-01-10,140\n2030-01-12,\n";
    const Loaded other = converted(odd);
    ASSERT_TRUE(plain.tables && other.tables) << told(other);
    EXPECT_EQ(World::build(*plain.tables).digest(), World::build(*other.tables).digest());
}

TEST(Flee, ScalesCountsBeforeARegistrationCorrection) {
    ScenarioFiles files = whole_instance();
    files["input_csv/registration_corrections.csv"] = "Camp,2030-01-06,\"normalize\"\n";
    const Loaded loaded = converted(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const std::vector<Persons> expected{50, 62, 75, 87, 100, 100, 110, 120, 130, 140};
    EXPECT_EQ(loaded.tables->settings.prescribed_total, expected);
}

TEST(Flee, ClosesBordersBothWaysAndReopensOnTheDayGiven) {
    ScenarioFiles files = whole_instance();
    files["input_csv/closures.csv"] =
        "#closure_type,name1,name2,closure_start,closure_end\ncountry,Aru,Besh,2,5\ncamp,Camp,,0,"
        "3\nlink,Camp,Mill,4,"
        "0\n";
    const Loaded loaded = converted(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const auto& c = loaded.tables->closures;
    ASSERT_EQ(c.size(), 4U);
    EXPECT_EQ(c[0].from_country, "Aru");
    EXPECT_EQ(c[1].from_country, "Besh");
    EXPECT_EQ(c[1].first, 2);
    EXPECT_EQ(c[1].last, 4);
    EXPECT_EQ(c[2].what, Closure::What::place);
    EXPECT_EQ(c[2].last, 2);
    EXPECT_EQ(c[3].what, Closure::What::route);
    EXPECT_LT(c[3].last, 0);
}

TEST(Flee, ForwardsInTheDirectionOfTheCode) {
    ScenarioFiles files = whole_instance();
    files["input_csv/routes.csv"] =
        "#name1,name2,distance,forced_redirection\nFord,Mill,120,2\nCamp,Mill,130,1\n";
    const Loaded loaded = converted(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_EQ(loaded.tables->routes[0].forwarding, Forwarding::to_b);
    EXPECT_EQ(loaded.tables->routes[1].forwarding, Forwarding::to_a);
}

TEST(Flee, ListsWhatItFoundInTheReadme) {
    ScenarioFiles files = whole_instance();
    files["input_csv/conflicts.csv"] = "#Day, Ford, Weir\n0, 1, 0\n";
    const ImportReport report = convert_flee(files);
    EXPECT_NE(report.files.at("README.md").find("input_csv/conflicts.csv:1:13: warning W102"),
              std::string::npos)
        << report.files.at("README.md");
}

TEST(Flee, LeavesBlankPopulationsAloneIfTold) {
    ScenarioFiles files = whole_instance();
    files["input_csv/locations.csv"] += "Weir,R,Aru,0,3,town,,\n";
    files["input_csv/routes.csv"] += "Weir,Camp,200,0\n";
    FleeOptions options;
    options.impute = false;
    const Loaded loaded = load(convert_flee(files, options).files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_EQ(loaded.tables->populations[2].persons, 0);
    EXPECT_FALSE(loaded.tables->places[3].population_known);
    const Loaded imputed = converted(files);
    EXPECT_EQ(imputed.tables->populations[2].persons, 1000);
    EXPECT_EQ(imputed.tables->populations[2].high, 5000);
}

}  // namespace
}  // namespace forestall::testing
