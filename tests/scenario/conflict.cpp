// SPDX-License-Identifier: Apache-2.0
// What [[actor]], [[relation]], [[hostility]], [[trigger]], [violence] and [mechanisms] say reaches
// the world.
#include <gtest/gtest.h>

#include "scenario/two_rivers.hpp"
#include "world/named_numbers.hpp"

namespace forestall::testing {
namespace {

Loaded with(const std::string& more) {
    ScenarioFiles files = two_rivers();
    for (auto& [name, text] : files)
        if (name == "scenario.toml")
            text +=
                "fighters = 300\n[[group]]\nname = \"Lowlanders\"\nstatus = \"dominant\"\n" + more;
    return load(std::move(files));
}

const std::string front =
    "[[actor]]\nname = \"Front\"\nkind = \"rebel_group\"\nclaims = [\"Highlanders\"]\n";

double constant(const World& world, const std::string& name) {
    return world.parameters().at(name).quantile(0.5);
}

TEST(Conflict, NumbersOfActorsReachTheWorldUnderTheirNames) {
    const Loaded loaded = with(
        front +
        "fighters = { uniform = [100, 200], source = \"judgement: a test\" }\nrestraint = 0.2\n"
        "animus = { Lowlanders = 0.7 }\nlegitimacy = { Highlanders = 0.8 }\n"
        "[[relation]]\nactors = [\"Front\", \"Army of Aru\"]\nvalue = -0.9\n"
        "[[hostility]]\ngroups = [\"Highlanders\", \"Lowlanders\"]\nvalue = 0.4\n"
        "[violence]\nmode = \"endogenous\"\n[mechanisms]\noff = [\"units\", \"hatred\"]\n");
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const World w = World::build(*loaded.tables);
    EXPECT_EQ(w.settings().violence_mode, ViolenceMode::endogenous);
    EXPECT_EQ(w.settings().switched_off, (std::vector<std::string>{"hatred", "units"})) << "sorted";
    EXPECT_EQ(constant(w, "actor.Front.fighters"), 150);
    EXPECT_EQ(constant(w, "actor.Front.restraint"), 0.2);
    EXPECT_EQ(constant(w, "actor.Front.animus.Lowlanders"), 0.7);
    EXPECT_EQ(constant(w, "actor.Front.legitimacy.Highlanders"), 0.8);
    EXPECT_EQ(constant(w, "relation.Front.Army of Aru"), -0.9);
    EXPECT_EQ(constant(w, "relation.Army of Aru.Front"), -0.9) << "it holds both ways";
    EXPECT_EQ(w.actors()[index(w.actor("Front"))].claims,
              std::vector<GroupId>{w.group("Highlanders")});
    const std::string pair = hostility_number(w, w.group("Highlanders"), w.group("Lowlanders"));
    EXPECT_EQ(constant(w, pair), 0.4);
}

TEST(Conflict, TriggersComeOnADayOrAtARate) {
    const Loaded loaded = with(
        front +
        "[[trigger]]\nname = \"Push\"\nkind = \"offensive\"\nactor = \"Army of Aru\"\n"
        "target = \"Front\"\nday = 2030-01-03\nstrength = 0.8\n"
        "[[trigger]]\nname = \"Riot\"\nkind = \"incident\"\ngroup = \"Highlanders\"\nrate = 2\n");
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const World w = World::build(*loaded.tables);
    ASSERT_EQ(w.triggers().size(), 2u);
    EXPECT_EQ(w.triggers()[0].name, "Push");
    EXPECT_EQ(w.triggers()[0].day, 2);
    EXPECT_EQ(w.triggers()[0].target, w.actor("Front"));
    EXPECT_EQ(constant(w, "trigger.Push.strength"), 0.8);
    EXPECT_EQ(w.triggers()[1].day, -1);
    EXPECT_EQ(constant(w, "trigger.Riot.rate"), 2);
}

const std::string neighbour = "[[actor]]\nname = \"Besh\"\nkind = \"external_patron\"\n";

TEST(Conflict, APatronGivesSupportSanctuaryAndAVeto) {
    const Loaded loaded =
        with(neighbour + front +
             "patron = \"Besh\"\nsanctuary = [\"Ford\"]\nveto = 0.5\n"
             "support = { uniform = [100, 300], source = \"judgement: a test\" }\n");
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const World w = World::build(*loaded.tables);
    const Actor& actor = w.at(w.actor("Front"));
    EXPECT_EQ(actor.patron, w.actor("Besh"));
    EXPECT_EQ(actor.sanctuary, std::vector<PlaceId>{w.place("Ford")});
    EXPECT_EQ(constant(w, "actor.Front.support"), 200);
    EXPECT_EQ(constant(w, "actor.Front.veto"), 0.5);
    EXPECT_EQ(w.at(w.actor("Besh")).patron, none<ActorId>());
}

TEST(Conflict, WhatAPatronCannotBeIsRefused) {
    const auto says = [](const std::string& keys, const char* what) {
        return told(with(neighbour + front + keys)).find(what) != std::string::npos;
    };
    EXPECT_TRUE(says("patron = \"Bsh\"\n", "E023"));
    EXPECT_TRUE(says("patron = \"Front\"\n", "E047"));
    EXPECT_TRUE(says("patron = \"Besh\"\nsanctuary = [\"Frd\"]\n", "E021"));
    EXPECT_TRUE(says("patron = \"Besh\"\nsupport = -1\n", "support"));
    EXPECT_TRUE(says("patron = \"Besh\"\nveto = 1.5\n", "veto"));
    for (const char* key : {"support = 3\n", "veto = 0.5\n", "sanctuary = [\"Ford\"]\n"})
        EXPECT_TRUE(says(key, "lacks 'patron'")) << key;
}

TEST(Conflict, ASanctuaryAbroadLiesJustOverTheBorder) {
    const auto at = [](const std::string& place) {
        ScenarioFiles files = two_rivers();
        files["locations.csv"] += "Far Camp,Besh,0,3,camp,10\n";
        files["routes.csv"] += "Camp Besh,Far Camp,50\n";
        files["scenario.toml"] +=
            neighbour + front + "patron = \"Besh\"\nsanctuary = [\"" + place + "\"]\n";
        return told(load(std::move(files)));
    };
    EXPECT_EQ(at("Camp Besh").find("E044"), std::string::npos);
    EXPECT_NE(at("Far Camp")
                  .find("scenario.toml:19:14: error E044: no route joins 'Far Camp' with "
                        "a place at home"),
              std::string::npos)
        << at("Far Camp");
}

TEST(Conflict, WhatDoesNotExistIsNamed) {
    EXPECT_NE(
        told(with("[[relation]]\nactors = [\"Frnt\", \"Army of Aru\"]\nvalue = 0\n")).find("Frnt"),
        std::string::npos);
    EXPECT_NE(told(with("[[trigger]]\nname = \"X\"\nkind = \"incident\"\ngroup = \"Nobody\"\nday = "
                        "2030-01-02\n"))
                  .find("E022"),
              std::string::npos);
    EXPECT_NE(told(with(front + "fighters = -3\n")).find("fighters"), std::string::npos)
        << "out of bounds";
    EXPECT_NE(told(with("[mechanisms]\noff = [\"unit\"]\n")).find("did you mean 'units'"),
              std::string::npos);
}

TEST(Conflict, ATriggerWithNeitherDayNorRateIsRefused) {
    EXPECT_NE(
        told(with("[[trigger]]\nname = \"X\"\nkind = \"coup\"\n")).find("neither 'day' nor 'rate'"),
        std::string::npos);
}

}  // namespace
}  // namespace forestall::testing
