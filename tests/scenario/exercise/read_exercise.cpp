// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/read_exercise.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "checkout.hpp"
#include "scenario/exercise/condition.hpp"
#include "scenario/exercise/period.hpp"
#include "scenario/text.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

std::string file_text(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(in_checkout(path), std::ios::binary).rdbuf();
    return out.str();
}

Msel read(const std::string& text, Diagnostics* told = nullptr) {
    Diagnostics diagnostics;
    Report report(diagnostics, 50);
    Msel out = Msel::read(text, report);
    if (told != nullptr) *told = diagnostics;
    return out;
}

constexpr const char* head = "number,title,when,to,kind,text";

TEST(Msel, ComesOutAsItWentIn) {
    const std::string bundled = file_text("scenarios/orimand/msel.csv");
    EXPECT_EQ(read(bundled).text(), bundled);
    const std::string odd =
        "# made by hand\n" + std::string(head) +
        ",our column,\n1,\"A \"\"word\"\"\",turn 1,all,message,\"two\nlines\",x,\n"
        "# between\n2,B,turn 2,Desk,message,\" blank \",,y\n# after\n";
    EXPECT_EQ(read(odd).text(), odd);
    EXPECT_EQ(read(read(odd).text()).text(), odd);
}

TEST(Msel, ChangesOnlyWhatIsSet) {
    const std::string text = std::string(head) + ",ours\n1,A,turn 1,all,message,Hello,kept\n";
    Msel list = read(text);
    list.set(0, "status", "fired");
    EXPECT_EQ(list.text(),
              std::string(head) + ",ours,status\n1,A,turn 1,all,message,Hello,kept,fired\n");
    EXPECT_EQ(list.at(0, "ours"), "kept");
    EXPECT_EQ(list.at(0, "nothing"), "");
}

TEST(Msel, TellsWhatIsMissingOrTwice) {
    Diagnostics told;
    read("number,title,when,to,kind\n", &told);
    ASSERT_EQ(told.all().size(), 1U);
    EXPECT_EQ(told.all()[0].code, "E010");
    read(std::string(head) + "\n1,A,turn 1,all,massage,\n1,B,turn 1,all,message,Hello\n", &told);
    std::string codes;
    for (const Diagnostic& d : told.all()) codes += d.code + " ";
    EXPECT_EQ(codes, "E009 E019 E020 ");
}

TEST(Conditions, AreReadInTheFourForms) {
    EXPECT_EQ(parse_turn("turn 3"), 3);
    EXPECT_FALSE(parse_turn("turn 0"));
    EXPECT_FALSE(parse_turn("turn3"));
    const auto risk = parse_condition("risk >= 0.5");
    ASSERT_TRUE(risk);
    EXPECT_EQ(risk->kind, InjectCondition::Kind::indicator);
    EXPECT_EQ(risk->at_least, 0.5);
    EXPECT_EQ(parse_condition("turn >= 4")->at_least, 4);
    EXPECT_EQ(parse_condition("event ceasefire")->event, EventKind::ceasefire);
    const auto order = parse_condition("order mediation of Relief and rights");
    EXPECT_EQ(order->intervention, "mediation");
    EXPECT_EQ(order->seat, "Relief and rights");
    for (const char* bad : {"", "risk > 1", "joy >= 1", "risk >= much", "event party"})
        EXPECT_FALSE(parse_condition(bad)) << bad;
}

TEST(StandardPlan, SeatsEveryPartnerOnceAndFitsThePeriod) {
    ScenarioFiles files = two_rivers();
    files["scenario.toml"] +=
        "[[partner]]\nname = \"A\"\nkind = \"un\"\n[[partner]]\nname = \"B\"\nkind = \"ngo\"\n"
        "[[partner]]\nname = \"C\"\nkind = \"ngo\"\n";
    const Loaded loaded = load(files);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const ExerciseRead made = read_exercise(files, *loaded.tables);
    EXPECT_FALSE(made.given);
    EXPECT_TRUE(made.diagnostics.all().empty());
    for (const char* partner : {"A", "B", "C"})
        EXPECT_NE(made.plan.commander(partner), nullptr) << partner;
    EXPECT_EQ(made.plan.commander("B"), made.plan.commander("C"));
    for (const SeatPlan& seat : made.plan.seats) EXPECT_NE(made.plan.fog(seat.fog), nullptr);
    for (const FogProfile& fog : made.plan.fogs)
        for (const std::string& source : fog.sources) EXPECT_NE(made.plan.source(source), nullptr);
    EXPECT_EQ(made.plan.turn_days % 7, 0);
    EXPECT_GE(made.plan.turns, 1);
}

TEST(Exercise, OfOrimandHasNoFault) {
    ScenarioFiles files;
    for (const char* name : {"scenario.toml", "exercise.toml", "msel.csv"})
        files[name] = file_text(std::string("scenarios/orimand/") + name);
    WorldTables tables;
    tables.settings.days = 728;
    for (const char* partner :
         {"Assembly of States", "Union of the Western Shores", "Foreign Ministry of Kestrane",
          "Foreign Ministry of Quelmar", "Open Door Relief", "Ombrel Witness", "Radio Ombrel",
          "Meridian Wire"})
        tables.partners.push_back({partner, "un", {}, {}});
    const ExerciseRead read = read_exercise(files, tables);
    for (const Diagnostic& d : read.diagnostics.all()) ADD_FAILURE() << to_string(d);
    EXPECT_TRUE(read.plan.is_default);
    EXPECT_EQ(read.plan.member, 36U);
    EXPECT_EQ(read.plan.turns, 12);
    EXPECT_EQ(read.plan.seats.size(), 6U);
    EXPECT_EQ(read.plan.seat("Envoy")->money, 55e6);
    EXPECT_EQ(read.plan.source("government radio")->swaps, true);
    EXPECT_EQ(read.plan.layout("pairs")->seats.size(), 2U);
    EXPECT_GE(read.msel.size(), 30U);
}

TEST(Period, IsCutWithoutTouchingAnythingElse) {
    const std::string text = two_rivers()["scenario.toml"];
    const auto cut = with_last_day(text, *parse_date("2030-01-07"));
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->size(), text.size());
    EXPECT_NE(cut->find("end = 2030-01-07"), std::string::npos);
    const auto table = with_last_day(
        "# ä\ntitle = \"é\"\n[period]\nstart = 2030-01-01\nend   =  2030-02-01 # last\n",
        *parse_date("2030-01-07"));
    ASSERT_TRUE(table);
    EXPECT_NE(table->find("end   =  2030-01-07 # last"), std::string::npos);
    EXPECT_FALSE(with_last_day("title = 1", 0));
    EXPECT_FALSE(with_last_day("period = 3 =", 0));
}

}  // namespace
}  // namespace forestall::testing
