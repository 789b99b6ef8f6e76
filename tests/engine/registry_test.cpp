// SPDX-License-Identifier: Apache-2.0
// What holds of every mechanism and every motive, whoever adds one: its null is bit-identical to
// its absence, people are conserved and shares stay shares, the order of declaration is without
// effect, bounds can be run at, and it says what it is and whence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "engine/armed_worlds.hpp"
#include "engine/soundness.hpp"

namespace forestall {
namespace {

using Edit = std::function<void(WorldTables&)>;

Edit at(std::vector<std::pair<const char*, double>> values) {
    return [values = std::move(values)](WorldTables& t) {
        for (const auto& [name, value] : values) test::set(t, name, value);
    };
}

void nobody_decides(WorldTables& t) { test::off(t, "decisions"); }

void nobody_is_armed(WorldTables& t) {
    t.triggers.clear();
    for (const Actor& a : t.actors) t.parameters.erase("actor." + a.name + ".fighters");
    test::set(t, "recruitment.rate", 0);
    test::set(t, "self_defence.share", 0);
}

void one_actor(WorldTables& t) {
    t.triggers.clear();
    t.pacts.clear();
    t.actors.resize(1);
    std::erase_if(t.control, [](const Control& c) { return index(c.actor) > 0; });
    std::erase_if(t.parameters, [](const auto& p) { return p.first.starts_with("relation."); });
}

void nothing_to_remember(WorldTables& t) {
    test::off(t, "communal");
    test::off(t, "decisions");
    test::off(t, "power");
    t.triggers.clear();
    test::set(t, "control.felt", 0);
}

void nobody_protects(WorldTables& t) { t.actors[test::mission].protects = false; }

void nobody_is_backed(WorldTables& t) {
    for (Actor& a : t.actors) {
        a.patron = none<ActorId>();
        a.sanctuary.clear();
    }
}

void nobody_governs(WorldTables& t) { t.actors[test::army].kind = ActorKind::security_force; }

void nobody_decides_or_falls(WorldTables& t) {
    nobody_decides(t);
    nobody_governs(t);
    t.triggers.clear();
}

void nobody_is_replaced(WorldTables& t) {
    t.triggers.clear();
    test::set(t, "turnover.rate", 0);
    test::set(t, "turnover.first", 1);
}

/// How a mechanism comes to nothing where its own parameters at 0 are not enough, or not allowed:
/// with the gains of others at their null too, or in a world with nothing for it to act on.
const std::map<std::string_view, Edit> nulls = {
    {"battles", nobody_decides},
    {"communal", at({{"communal.rate", 0}})},
    {"control", at({{"control.pace", 0}})},
    {"decisions", nobody_is_armed},
    {"hatred", at({{"hatred.return", 0}, {"hatred.incited", 0}, {"hatred.wronged", 0}})},
    {"incitement", at({{"incitement.gain", 0}, {"triggers.incite", 0}})},
    {"leadership", nobody_decides},
    {"loyalty", at({{"loyalty.return", 0}, {"loyalty.loss", 0}})},
    {"memory", nothing_to_remember},
    {"march", nobody_decides_or_falls},
    {"mobilisation", at({{"mobilisation.pace", 0}})},
    {"movement", nobody_decides},
    {"one_sided", nobody_decides},
    {"patronage", nobody_is_backed},
    {"perception", nobody_is_armed},
    {"power", nobody_governs},
    {"pressure", at({{"pressure.weight", 0}, {"pressure.news", 0}})},
    {"protection", nobody_protects},
    {"recruitment", at({{"recruitment.rate", 0}, {"recruitment.flock", 0}})},
    {"ranks", at({{"ranks.victors", 0}, {"ranks.losers", 0}, {"ranks.disband", 0}})},
    {"repression", nobody_decides},
    {"self_defence", at({{"self_defence.share", 0}, {"self_defence.home", 0}})},
    {"settlement",
     at({{"settlement.demobilise", 0}, {"settlement.posts", 0}, {"settlement.esteem", 0}})},
    {"supply", nobody_is_armed},
    {"talks", one_actor},
    {"triggers", [](WorldTables& t) { t.triggers.clear(); }},
    {"turnover", nobody_is_replaced},
    {"units", at({{"units.rounds", 0}})},
};

/// The null of a mechanism; one that is not listed above comes to nothing with its parameters at 0.
Edit null_of(std::string_view name) {
    if (const auto found = nulls.find(name); found != nulls.end()) return found->second;
    return [=](WorldTables& t) {
        for (const ParameterTable table : parameter_tables())
            for (const ParameterSpec& p : table)
                if (p.name.starts_with(std::string(name) + ".") && p.low <= 0)
                    test::set(t, std::string(p.name), 0);
    };
}

/// The country in which a mechanism has something to do.
WorldTables country_of(std::string_view name,
                       Representation representation = Representation::cohort,
                       Persons per_agent = 1) {
    return name == "patronage" ? test::backed_country(representation, per_agent)
                               : test::armed_country(representation, per_agent);
}

bool is_mechanism(std::string_view name) {
    return std::any_of(mechanisms().begin(), mechanisms().end(),
                       [&](const Mechanism* m) { return m->name == name; });
}

std::string title(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

class EachMechanism : public ::testing::TestWithParam<const Mechanism*> {};
INSTANTIATE_TEST_SUITE_P(Registry, EachMechanism,
                         ::testing::ValuesIn(mechanisms().begin(), mechanisms().end()),
                         [](const auto& i) { return title(std::string(i.param->name)); });

class EachMotive : public ::testing::TestWithParam<const Motive*> {};
INSTANTIATE_TEST_SUITE_P(Registry, EachMotive,
                         ::testing::ValuesIn(motives().begin(), motives().end()),
                         [](const auto& i) { return title(std::string(i.param->name)); });

TEST_P(EachMechanism, AtItsNullIsBitIdenticalToItsAbsence) {
    for (const auto representation : {Representation::cohort, Representation::individual}) {
        WorldTables with = country_of(GetParam()->name, representation,
                                      representation == Representation::cohort ? 1 : 5);
        null_of(GetParam()->name)(with);
        WorldTables without = with;
        test::off(without, GetParam()->name);
        for (std::uint64_t member = 0; member < 3; ++member)
            EXPECT_EQ(test::hash_of(with, member), test::hash_of(without, member))
                << "member " << member;
    }
}

TEST_P(EachMechanism, IsAtWorkInTheCountryOfTheseTests) {
    const WorldTables with = country_of(GetParam()->name);
    WorldTables without = with;
    test::off(without, GetParam()->name);
    bool works = false;
    for (std::uint64_t member = 0; member < 20 && !works; ++member)
        works = test::hash_of(with, member) != test::hash_of(without, member);
    EXPECT_TRUE(works) << "its null would show nothing";
}

TEST_P(EachMotive, AtItsNullIsBitIdenticalToItsAbsence) {
    WorldTables with = test::armed_country();
    for (const ParameterSpec& p : GetParam()->weighing.table)
        test::set(with, std::string(p.name), 0);
    if (is_mechanism(GetParam()->name)) null_of(GetParam()->name)(with);  // switched off together
    WorldTables without = with;
    test::off(without, GetParam()->name);
    for (std::uint64_t member = 0; member < 3; ++member)
        EXPECT_EQ(test::hash_of(with, member), test::hash_of(without, member))
            << "member " << member;
}

TEST_P(EachMotive, SwaysTheCountryOfTheseTests) {
    WorldTables without = test::armed_country();
    test::off(without, GetParam()->name);
    bool sways = false;
    for (std::uint64_t member = 0; member < 5 && !sways; ++member)
        sways = test::hash_of(test::armed_country(), member) != test::hash_of(without, member);
    const bool on_levers = GetParam()->name == "deterrence" || GetParam()->name == "lure";
    EXPECT_EQ(sways, !on_levers) << "levers are at rest in this country";
}

TEST_P(EachMechanism, SwitchedOffLeavesTheRestSound) {
    for (std::uint64_t seed = 200; seed < 206; ++seed) {
        WorldTables t = test::random_armed_country(seed);
        test::off(t, GetParam()->name);
        test::expect_sound(t, seed);
    }
}

void expect_sound_at_bounds(ParameterTable table) {
    for (const ParameterSpec& p : table) {
        EXPECT_LE(p.low, p.standard) << p.name;
        EXPECT_LE(p.standard, p.high) << p.name;
        EXPECT_LT(p.low, p.high) << p.name;
        for (const double bound : {p.low, p.high}) {
            SCOPED_TRACE(std::string(p.name) + " = " + std::to_string(bound));
            WorldTables t = test::armed_country();
            t.settings.days = 100;
            test::set(t, std::string(p.name), bound);
            test::expect_sound(t, 1);
        }
    }
}

TEST_P(EachMechanism, RunsAtBothBoundsOfEachParameter) {
    expect_sound_at_bounds(GetParam()->acting.table);
}
TEST_P(EachMotive, RunsAtBothBoundsOfEachParameter) {
    expect_sound_at_bounds(GetParam()->weighing.table);
}
TEST(Strikes, RunAtBothBoundsOfEachParameter) {
    for (const ParameterTable table : parameter_tables())
        if (table.front().name.starts_with("strike.")) expect_sound_at_bounds(table);
}

void expect_described(std::string_view name, std::string_view summary, std::string_view source,
                      ParameterTable table) {
    EXPECT_FALSE(summary.empty());
    EXPECT_FALSE(source.empty());
    EXPECT_FALSE(summary.ends_with('.')) << "a sentence that others put a full stop to";
    for (const ParameterSpec& p : table) {
        EXPECT_FALSE(p.unit.empty() || p.help.empty() || p.source.empty()) << p.name;
        EXPECT_NE(std::string_view("ABCD").find(p.grade), std::string_view::npos) << p.name;
        const std::string_view room = p.name.substr(0, p.name.find('.'));
        EXPECT_TRUE(room == name || (name == "decisions" && room == "decision")) << p.name;
    }
}

TEST_P(EachMechanism, SaysWhatItIsAndWhence) {
    const Mechanism& m = *GetParam();
    expect_described(m.name, m.summary, m.source, m.acting.table);
    EXPECT_GE(m.order, 0);
    EXPECT_LT(m.order, 100);
}
TEST_P(EachMotive, SaysWhatItIsAndWhence) {
    expect_described(GetParam()->name, GetParam()->summary, GetParam()->source,
                     GetParam()->weighing.table);
}

TEST(Registry, NamesAndOrdersAreUniqueAndSorted) {
    std::set<int> orders;
    std::vector<std::string_view> names;
    for (const Mechanism* m : mechanisms()) {
        EXPECT_TRUE(orders.insert(m->order).second) << m->name;
        names.push_back(m->name);
    }
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
    for (const auto& [name, null] : nulls)
        EXPECT_TRUE(is_mechanism(name)) << name << ": a null for a mechanism that is gone";
    std::vector<std::string_view> reasons;
    for (const Motive* m : motives()) reasons.push_back(m->name);
    EXPECT_TRUE(std::is_sorted(reasons.begin(), reasons.end()));
    EXPECT_EQ(std::set(reasons.begin(), reasons.end()).size(), reasons.size());
    std::set<std::string_view> parameters;
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table)
            EXPECT_TRUE(parameters.insert(p.name).second) << p.name;
}

}  // namespace
}  // namespace forestall
