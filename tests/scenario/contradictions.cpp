// SPDX-License-Identifier: Apache-2.0
// What a scenario says twice, or against itself, is told and not settled by the order of its lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/talk.hpp"
#include "scenario/tally_world.hpp"

namespace forestall::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Contradictions, TheOptionOfTheseTestsHasNone) { EXPECT_THAT(told(load_talk({})), IsEmpty()); }

std::string relations(const char* first, const char* second) {
    return told(load_talk(
        {.more = fmt::format("[[actor]]\nname = \"Front\"\nkind = \"rebel_group\"\n"
                             "[[group]]\nname = \"Lowlanders\"\n"
                             "[[relation]]\nactors = [\"Army of Aru\", \"Front\"]\nvalue = 0.5\n"
                             "[[{}]]\n{}\nvalue = 0.9\n",
                             first, second)}));
}

TEST(Contradictions, APairHasOneRelationAndOneHostility) {
    for (const char* ends : {"\"Army of Aru\", \"Front\"", "\"Front\", \"Army of Aru\""})
        EXPECT_THAT(relations("relation", fmt::format("actors = [{}]", ends).c_str()),
                    HasSubstr("E031: there is a relation of "));
    const char* pair = "groups = [\"Highlanders\", \"Lowlanders\"]";
    EXPECT_THAT(relations("hostility", pair), Not(HasSubstr("E031")));
    const std::string twice = fmt::format("{}\nvalue = 0.1\n[[hostility]]\n{}", pair,
                                          "groups = [\"Lowlanders\", \"Highlanders\"]");
    EXPECT_THAT(relations("hostility", twice.c_str()), HasSubstr("E031: there is a hostility of "));
}

TEST(Contradictions, APartnerIsWorkedWithOrAgainst) {
    EXPECT_THAT(told(load_talk({.partner = "coordinates = [\"Relief\"]\ncompetes = \"Relief\""})),
                HasSubstr("E070: 'Relief'"));
    EXPECT_THAT(told(load_talk({.partner = "coordinates = [\"Relief\"]"})), IsEmpty());
}

TEST(Contradictions, AListHasANameOnce) {
    EXPECT_THAT(told(load_talk({.partner = "competes = [\"Relief\", \"Relief\"]"})),
                HasSubstr("E020: 'competes' lists 'Relief' twice"));
    ScenarioFiles files = two_rivers();
    std::string& text = files["scenario.toml"];
    text.replace(text.find("[\"Aru\"]"), 7, "[\"Aru\", \"Aru\"]");
    text += "claims = [\"Highlanders\", \"Highlanders\"]\n";
    EXPECT_THAT(told(load(files)), AllOf(HasSubstr("E020: 'home' lists 'Aru' twice"),
                                         HasSubstr("E020: 'claims' lists 'Highlanders' twice")));
}

TEST(Contradictions, AStopSaysWhen) {
    EXPECT_THAT(told(load_talk({.action = "stop = {}"})),
                HasSubstr("E058: a stop has neither 'day' nor 'below'"));
    EXPECT_THAT(told(load_talk({.action = "stop = { day = 2030-01-10 }"})), IsEmpty());
}

TEST(Contradictions, AnActionDoesNotExcludeItself) {
    EXPECT_THAT(told(load_talk({.action = "excludes = \"one\""})),
                HasSubstr("E071: action 'one' excludes itself"));
}

TEST(Contradictions, PlacesAndGroupsOfAnActionAreLookedAt) {
    EXPECT_THAT(told(load_talk({.action = "places = [\"Ford\"]"})),
                HasSubstr("W010: 'places' has no effect"));
    EXPECT_THAT(told(load_talk({.action = "groups = [\"Highlanders\"]"})),
                HasSubstr("W010: 'groups' has no effect"));
}

/// The small scenario with one row of violence.
Loaded struck(const std::string& deaths) {
    ScenarioFiles files = two_rivers();
    files["violence.csv"] =
        "first,last,location,kind,deaths_low,deaths,deaths_high,battle_low,battle,source\n"
        "2030-01-02,2030-01-05,Ford,battle," +
        deaths + ",invented\n";
    return load(std::move(files));
}

TEST(Deaths, HaveABestEstimateIfTheyHaveABound) {
    EXPECT_THAT(told(struck(",,700,,")),
                HasSubstr("violence.csv:2:1: error E019: 'deaths' is blank, but 'deaths_high'"));
    EXPECT_THAT(told(struck("5,,,,")), HasSubstr("E019: 'deaths' is blank, but 'deaths_low'"));
    EXPECT_THAT(told(struck("5,,700,,")), HasSubstr("E019"));
    EXPECT_THAT(told(struck(",,,5,")), HasSubstr("E019: 'battle' is blank, but 'battle_low'"));
    for (const char* fine : {",,,,", ",5,,,", ",5,700,,", "1,5,,1,2", "1,5,7,,"})
        EXPECT_THAT(told(struck(fine)), IsEmpty()) << fine;
}

ScenarioFiles prescribed(int persons) {
    ScenarioFiles files = two_rivers();
    files["scenario.toml"] += "[displacement]\nmode = \"prescribed\"\n";
    files["violence.csv"] = "first,location,kind,source\n2030-01-01,Ford,battle,invented\n";
    files["observed/total.csv"] =
        fmt::format("date,persons\n2030-01-01,0\n2030-01-14,{}\n", persons);
    return files;
}

TEST(Totals, OfMoreThanLiveThereAreToldAndCounted) {
    EXPECT_THAT(told(load(prescribed(3000))), IsEmpty());
    EXPECT_FALSE(tally_scenario(prescribed(3000), test_tables).things.contains(displaced_thing));
    EXPECT_THAT(told(load(prescribed(5000))),
                HasSubstr("W016: 5000 people are to be displaced by 2030-01-14, but at most 3000"));
    const Tally tally = tally_scenario(prescribed(5000), test_tables);
    ASSERT_TRUE(tally.things.contains(displaced_thing));
    EXPECT_EQ(tally.things.at(displaced_thing).lost(), 2000);
    EXPECT_EQ(tally.things.at(displaced_thing).in_world, 3000);
    EXPECT_TRUE(tally.balanced());
}

}  // namespace
}  // namespace forestall::testing
