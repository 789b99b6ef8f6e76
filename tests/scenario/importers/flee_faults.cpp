// SPDX-License-Identifier: Apache-2.0
// What instances get wrong or leave out, and what becomes of it: home, forwarding, headers, period,
// counts.
#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/importers/flee.hpp"
#include "scenario/text.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

constexpr const char* head =
    "#name,region,country,latitude,longitude,location_type,conflict_date,population\n";

ScenarioFiles instance() {
    return {
        {"locations.csv", std::string(head) +
                              "Ford,R,Aru,0,0,conflict_zone,0,1000\nMill,R,Aru,0,1,town,,2000\n"
                              "Camp,S,Besh,0,2,camp,,500\n"},
        {"routes.csv",
         "#name1,name2,distance,forced_redirection\nFord,Mill,120,0\nMill,Camp,130,0\n"},
        {"sim_period.csv", "StartDate,2030-01-01\nLength,10\n"},
        {"conflicts.csv",
         "#Day,Ford,Mill\n0,1,0\n1,1,0\n2,1,0\n3,1,0\n4,1,0\n5,1,0\n6,1,0\n7,1,0\n8,1,0\n9,1,0\n"},
        {"source_data/data_layout.csv", "total,refugees.csv\nCamp,camp.csv\n"},
        {"source_data/camp.csv", "2030-01-01,100\n2030-01-10,200\n"},
    };
}

std::string text_of(const Diagnostics& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics.all()) out += to_string(d) + "\n";
    return out;
}

Loaded loaded_from(const ScenarioFiles& files, const FleeOptions& options = {}) {
    const ImportReport report = convert_flee(files, options);
    EXPECT_FALSE(report.diagnostics.has_errors()) << text_of(report.diagnostics);
    return load(report.files);
}

/// What an import says, a line each.
std::string told_by(const ScenarioFiles& files, const FleeOptions& options = {}) {
    return text_of(convert_flee(files, options).diagnostics);
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(FleeInstance, WithoutAFaultIsImportedWithoutAWord) { EXPECT_EQ(told_by(instance()), ""); }

TEST(FleeHome, IsWhereConflictZonesAreIfTheFirstRowIsACampAbroad) {
    ScenarioFiles files = instance();
    files["locations.csv"] = std::string(head) +
                             "Camp,S,Besh,0,2,camp,,500\nFord,R,Aru,0,0,conflict_zone,0,1000\nMill,"
                             "R,Aru,0,1,town,,2000\n";
    const Loaded loaded = loaded_from(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_TRUE(loaded.tables->places[0].foreign);
    ASSERT_EQ(loaded.tables->populations.size(), 2U);
    EXPECT_EQ(loaded.tables->populations[0].persons + loaded.tables->populations[1].persons, 3000);
    EXPECT_TRUE(says(told_by(files), "locations.csv:2:1: warning W118: home is 'Aru', not 'Besh'"));
}

TEST(FleeHome, IsFoundByFlagsWhereTypesSayNothing) {
    ScenarioFiles files = instance();
    files["locations.csv"] = std::string(head) +
                             "Camp,S,Besh,0,2,camp,,500\nPost,S,Besh,0,1.8,town,,90000\n"
                             "Ford,R,Aru,0,0,town,,1000\nMill,R,Aru,0,1,town,,2000\n";
    files["routes.csv"] += "Post,Camp,30,0\n";
    const Loaded loaded = loaded_from(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_FALSE(loaded.tables->places[2].foreign);
    EXPECT_TRUE(loaded.tables->places[1].foreign);
}

TEST(FleeHome, StaysTheFirstCountryIfItHasAConflictZone) {
    ScenarioFiles files = instance();
    files["locations.csv"] += "Weir,S,Besh,0,3,conflict_zone,0,900000\n";
    files["routes.csv"] += "Weir,Camp,120,0\n";
    const Loaded loaded = loaded_from(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_FALSE(loaded.tables->places[0].foreign);
    EXPECT_FALSE(says(told_by(files), "W118"));
}

TEST(FleeHome, WithoutPeopleIsAnError) {
    ScenarioFiles files = instance();
    files["locations.csv"] =
        std::string(head) +
        "Ford,R,Aru,0,0,conflict_zone,0,\nMill,R,Aru,0,1,town,,0\nCamp,S,Besh,0,2,camp,,500\n";
    EXPECT_TRUE(says(told_by(files), "locations.csv: error E104: 'Aru' has no people"))
        << told_by(files);
}

/// Flee's documentation: 1 sends from name2 to name1, 2 from name1 to name2.
TEST(FleeForwarding, GoesTheWayThatFleesDocumentationSays) {
    ScenarioFiles files = instance();
    files["locations.csv"] += "Gate,S,Besh,0,1.5,forwarding_hub,,\n";
    files["routes.csv"] =
        "#name1,name2,distance,forced_redirection\nFord,Mill,120,0\nMill,Gate,60,0\nGate,Camp,60,"
        "2\n";
    EXPECT_EQ(loaded_from(files).tables->routes[2].forwarding, Forwarding::to_b);
    files["routes.csv"] =
        "#name1,name2,distance,forced_redirection\nFord,Mill,120,0\nMill,Gate,60,0\nCamp,Gate,60,"
        "1\n";
    EXPECT_EQ(loaded_from(files).tables->routes[2].forwarding, Forwarding::to_a);
}

TEST(FleeForwarding, OfACampThatOnlySendsPeopleAwayIsAnError) {
    ScenarioFiles files = instance();
    files["routes.csv"] =
        "#name1,name2,distance,forced_redirection\nFord,Mill,120,0\nMill,Camp,130,1\n";
    EXPECT_TRUE(says(told_by(files), "routes.csv:3:1: error E105: camp 'Camp' sends everyone on"))
        << told_by(files);
}

TEST(FleeForwarding, ThatEndsWithinThePeriodIsLeftOutAndTold) {
    ScenarioFiles files = instance();
    files["locations.csv"] += "Field,S,Besh,0,3,camp,,700\n";
    files["routes.csv"] += "Camp,Field,120,2\n";
    EXPECT_TRUE(says(told_by(files), "E105"));
    files["closures.csv"] =
        "#closure_type,name1,name2,closure_start,closure_end\nremove_forced_redirection,Camp,Field,"
        "4,0\n";
    EXPECT_TRUE(
        says(told_by(files),
             "closures.csv:2:1: warning W106: 'Camp' sends everyone on to 'Field' until day 4"))
        << told_by(files);
    EXPECT_EQ(loaded_from(files).tables->routes[2].forwarding, Forwarding::none);
}

TEST(FleeHeaders, MayCallTheDaysWhatTheyLike) {
    const Loaded plain = loaded_from(instance());
    const std::string rows = instance().at("conflicts.csv").substr(5);  // from the first name on
    for (const char* first :
         {"#Day,", "#Days,", "Days,", "Date,", "\"#Days\",", "# day ,", ",", "Step,", "#t,"}) {
        for (const char* before : {"", "# flags of Ford, Mill\n", "\n"}) {
            ScenarioFiles files = instance();
            files["conflicts.csv"] = std::string(before) + first + rows;
            const ImportReport report = convert_flee(files);
            ASSERT_FALSE(report.diagnostics.has_errors()) << first << "\n"
                                                          << text_of(report.diagnostics);
            EXPECT_EQ(World::build(*load(report.files).tables).digest(),
                      World::build(*plain.tables).digest())
                << before << first << "\n"
                << report.files.at("violence.csv");
        }
    }
}

TEST(FleeHeaders, DaysMayBeDates) {
    ScenarioFiles files = instance();
    std::string dated = "Date;Ford;Mill\r\n";
    for (int day = 0; day < 10; ++day)
        dated += date_text(*parse_date("2030-01-01") + day) + " ;1;0\r\n";
    files["conflicts.csv"] = dated;
    EXPECT_EQ(World::build(*loaded_from(files).tables).digest(),
              World::build(*loaded_from(instance()).tables).digest());
}

TEST(FleePeriod, CanBeGivenInsteadOfItsFile) {
    ScenarioFiles files = instance();
    files.erase("sim_period.csv");
    EXPECT_TRUE(
        says(told_by(files),
             "sim_period.csv: error E103: 'sim_period.csv' is missing, so StartDate and Length "
             "are not known; write the rows StartDate,YYYY-MM-DD and Length,DAYS, or add "
             "--start YYYY-MM-DD --days N"))
        << told_by(files);
    FleeOptions options;
    options.start = parse_date("2030-01-01");
    EXPECT_TRUE(says(told_by(files, options), "so Length is not known"));
    options.days = 10;
    EXPECT_EQ(World::build(*loaded_from(files, options).tables).digest(),
              World::build(*loaded_from(instance()).tables).digest());
}

TEST(FleePeriod, GivenOnTheCommandLineIsTakenBeforeItsFile) {
    FleeOptions options;
    options.start = parse_date("2030-01-03");
    options.days = 5;
    const Loaded loaded = loaded_from(instance(), options);
    EXPECT_EQ(loaded.tables->settings.start_date, "2030-01-03");
    EXPECT_EQ(loaded.tables->settings.days, 5);
}

TEST(FleeCountsThatEndEarly, AreHeldToTheEndAsInFlee) {
    ScenarioFiles files = instance();
    files["source_data/camp.csv"] = "2030-01-01,100\n2030-01-05,140\n";
    const Loaded loaded = loaded_from(files);
    EXPECT_EQ(loaded.tables->settings.days, 10);
    const std::vector<Persons> expected{100, 110, 120, 130, 140, 140, 140, 140, 140, 140};
    EXPECT_EQ(loaded.tables->settings.prescribed_total, expected);
    EXPECT_TRUE(
        says(told_by(files),
             "W109: counts end on 2030-01-05, 5 of 10 days after the start; the last count is "
             "held, as in Flee; --days 5 cuts the period there"))
        << told_by(files);
}

TEST(FleeCountsThatEndEarly, CutThePeriodIfTheyAreDailyUnlessALengthIsGiven) {
    ScenarioFiles files = instance();
    files["observed_daily.csv"] =
        "day,date,total_in_camps,Camp\n0,2030-01-01,5,5\n1,2030-01-02,9,9\n";
    EXPECT_EQ(loaded_from(files).tables->settings.days, 2);
    EXPECT_TRUE(says(told_by(files), "the period was cut to these 2 days; --days 10 keeps all"))
        << told_by(files);
    FleeOptions options;
    options.days = 10;
    EXPECT_EQ(loaded_from(files, options).tables->settings.days, 10);
}

TEST(FleeCountsThatEndEarly, AreToldOfFlagsToo) {
    ScenarioFiles files = instance();
    files["conflicts.csv"] = "#Day,Ford,Mill\n0,1,0\n1,1,0\n";
    EXPECT_EQ(told_by(files),
              "conflicts.csv: warning W109: conflict flags are given for 2 days of 10; the last of "
              "each place is held\n");
}

TEST(FleeFlags, WithADayThatIsNoDayAreTold) {
    ScenarioFiles files = instance();
    files["conflicts.csv"] = "#Day,Ford,Mill\n01/01/2030,1,0\n0,1,0\n";
    EXPECT_TRUE(says(told_by(files),
                     "conflicts.csv:2:1: warning W108: '01/01/2030' is neither a number of days "
                     "nor a date YYYY-MM-DD; its row was left out"))
        << told_by(files);
    files["conflicts.csv"] = "#Day,Ford,Mill\n3,1,0\n2,1,0\n";
    EXPECT_TRUE(says(told_by(files), "day '2' is not after the day before it")) << told_by(files);
}

TEST(FleeFlags, ThatARowLacksAreTold) {
    ScenarioFiles files = instance();
    files["conflicts.csv"] = "#Day,Ford,Mill\n0,1,0\n1,1\n2,1\n3,1,0\n";
    EXPECT_TRUE(says(told_by(files),
                     "conflicts.csv:3:1: warning W108: a row of 2 cells under 3 columns, here and "
                     "once more; flags that are missing are taken as on the day before"))
        << told_by(files);
    files["conflicts.csv"] = "#Day,Ford,Mill,\n0,1,0\n9,1,0\n";  // no place above what is missing
    EXPECT_FALSE(says(told_by(files), "cells under")) << told_by(files);
}

TEST(FleePeople, WithANumberThatIsNoneStandInTheTally) {
    for (const char* cell : {"\"8,000\"", "1e20"}) {
        ScenarioFiles files = instance();
        files["locations.csv"] = std::string(head) + "Ford,R,Aru,0,0,conflict_zone,0,1000\n" +
                                 "Mill,R,Aru,0,1,town,," + cell + "\nCamp,S,Besh,0,2,camp,,500\n";
        const ImportReport report = convert_flee(files, {});
        const auto line = report.tally.things.find("population_cells");
        ASSERT_NE(line, report.tally.things.end()) << cell;
        EXPECT_EQ(line->second.lost(), 1);
        EXPECT_TRUE(report.tally.balanced());
    }
    EXPECT_FALSE(convert_flee(instance(), {}).tally.things.contains("population_cells"));
}

TEST(FleeCamps, AddTheFilesOfOneRowUp) {
    ScenarioFiles files = instance();
    files["source_data/data_layout.csv"] = "total,refugees.csv\nCamp,camp.csv,outside.csv\n";
    files["source_data/outside.csv"] = "2030-01-01,10\n2030-01-10,20\n";
    const Loaded loaded = loaded_from(files);
    EXPECT_EQ(loaded.tables->settings.prescribed_total.front(), 110);
    EXPECT_EQ(loaded.tables->settings.prescribed_total.back(), 220);
}

TEST(FleeCamps, InTwoRowsWithOtherFilesAreAnErrorThatNamesBoth) {
    ScenarioFiles files = instance();
    files["source_data/data_layout.csv"] = "total,refugees.csv\nCamp,camp.csv\nCamp,outside.csv\n";
    files["source_data/outside.csv"] = "2030-01-01,10\n";
    EXPECT_TRUE(
        says(told_by(files),
             "source_data/data_layout.csv:3:1: error E103: camp 'Camp' is listed twice: with "
             "camp.csv in line 2 and with outside.csv here"))
        << told_by(files);
    files["source_data/data_layout.csv"] = "total,refugees.csv\nCamp,camp.csv\nCamp,camp.csv\n";
    files.erase("source_data/outside.csv");
    EXPECT_TRUE(says(told_by(files), "warning W112: camp 'Camp' is listed twice"))
        << told_by(files);
}

TEST(FleeCalm, IsToldSinceNobodyCanLeave) {
    ScenarioFiles files = instance();
    files.erase("conflicts.csv");
    files["locations.csv"] =
        std::string(head) + "Mill,R,Aru,0,1,town,,2000\nCamp,S,Besh,0,2,camp,,500\n";
    files["routes.csv"] = "#name1,name2,distance,forced_redirection\nMill,Camp,130,0\n";
    EXPECT_TRUE(
        says(told_by(files),
             "warning W119: no place with people in 'Aru' has a conflict flag: nobody can leave, "
             "whatever the counts say"))
        << told_by(files);
    EXPECT_TRUE(says(told(load(convert_flee(files).files)), "observed/total.csv: warning W015"));
}

TEST(FleeCalm, IsNotAConflictZoneWithoutADate) {
    ScenarioFiles files = instance();
    files.erase("conflicts.csv");
    files["locations.csv"] = std::string(head) +
                             "Ford,R,Aru,0,0,conflict_zone,,1000\nMill,R,Aru,0,1,town,,2000\n" +
                             "Camp,S,Besh,0,2,camp,,500\n";
    EXPECT_TRUE(says(told_by(files), "W108: conflict zone 'Ford' has no conflict_date; taken as 0"))
        << told_by(files);
    EXPECT_EQ(loaded_from(files).tables->violence.size(), 1U);
}

TEST(FleeFiles, AndColumnsThatNothingReadsAreTold) {
    ScenarioFiles files = instance();
    files["source_data/religion.csv"] = "a,b\n";
    files["routes.csv"] =
        "name1,name2,distance[km],forced_redirection,toll\nFord,Mill,120,0,3\nMill,Camp,130,0,3\n";
    const std::string text = told_by(files);
    EXPECT_TRUE(says(
        text, "source_data/religion.csv: warning W113: 'source_data/religion.csv' is not read"))
        << text;
    EXPECT_TRUE(says(text, "routes.csv:1:45: warning W113: column 'toll' has no counterpart"))
        << text;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2) << text;
}

}  // namespace
}  // namespace forestall::testing
