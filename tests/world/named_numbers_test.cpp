// SPDX-License-Identifier: Apache-2.0
#include "world/named_numbers.hpp"

#include <gtest/gtest.h>

#include <set>

#include "world/builders.hpp"

namespace forestall {
namespace {

/// "Army" of the Lowlanders, "Blue" (protects), "Front" and "League" of the Highlanders,
/// "Neighbour" (a patron), "Valley" (a militia of the Lowlanders).
WorldTables named_tables() {
    WorldTables t = test::two_towns();
    t.actors = {{"Army", ActorKind::government, {GroupId{1}}},
                {"Blue", ActorKind::security_force, {}, true},
                {"Front", ActorKind::rebel_group, {GroupId{0}}},
                {"League", ActorKind::rebel_group, {GroupId{0}}},
                {"Neighbour", ActorKind::external_patron, {}},
                {"Valley", ActorKind::militia, {GroupId{1}}}};
    return t;
}

TEST(NamedNumbers, FieldsHaveBoundsStandardsAndSources) {
    std::set<std::string_view> names;
    for (const ParameterSpec& f : named_number_fields()) {
        EXPECT_TRUE(names.insert(f.name).second) << f.name;
        EXPECT_LE(f.low, f.standard) << f.name;
        EXPECT_LE(f.standard, f.high) << f.name;
        EXPECT_FALSE(f.unit.empty() || f.help.empty() || f.source.empty()) << f.name;
        EXPECT_EQ(&named_number_field(f.name), &f);
        // Budgets and costs of options are read under the names of what they belong to.
        const bool of_options =
            f.name.starts_with("option.") || f.name.starts_with("intervention.");
        EXPECT_TRUE(of_options || ParameterValues::is_own(f.name)) << f.name;
    }
    EXPECT_THROW(named_number_field("actor.shoe_size"), std::out_of_range);
}

TEST(NamedNumbers, AreNamedAfterWhatTheyBelongTo) {
    const World world = World::build(named_tables());
    EXPECT_EQ(actor_number(world, ActorId{2}, "fighters"), "actor.Front.fighters");
    EXPECT_EQ(actor_number(world, ActorId{2}, "animus", GroupId{1}),
              "actor.Front.animus.Lowlanders");
    EXPECT_EQ(relation_number(world, ActorId{0}, ActorId{2}), "relation.Army.Front");
    EXPECT_EQ(hostility_number(world, GroupId{0}, GroupId{1}), "hostility.Highlanders.Lowlanders");
}

TEST(NamedNumbers, AreDrawnOncePerMemberAndClampedToTheField) {
    WorldTables t = named_tables();
    t.parameters["actor.Front.resolve"] = {Shape::uniform, {-1, 3, 0}, {}};
    const World world = World::build(t);
    std::set<double> seen;
    for (std::uint64_t member = 0; member < 100; ++member) {
        const ParameterValues values(world, Luck(1, member), {});
        const double x = number_or(values, world, "actor.Front.resolve", "actor.resolve", 0.6);
        EXPECT_GE(x, 0);
        EXPECT_LE(x, 1);
        EXPECT_EQ(x, number_or(values, world, "actor.Front.resolve", "actor.resolve", 0.6));
        seen.insert(x);
    }
    EXPECT_GT(seen.size(), 10u);
    EXPECT_TRUE(seen.contains(0) && seen.contains(1));
}

TEST(NamedNumbers, FallBackOnTheStandard) {
    const World world = World::build(named_tables());
    const ParameterValues values(world, Luck(1, 1), {});
    EXPECT_EQ(number_or(values, world, "actor.Front.resolve", "actor.resolve", 0.6), 0.6);
    EXPECT_EQ(standard_of(world, ActorId{0}, "restraint"), 0.55);
    EXPECT_EQ(standard_of(world, ActorId{0}, "supply"), named_number_field("actor.supply").standard)
        << "for all kinds";
}

TEST(NamedNumbers, StandardRelationsFollowFromKindAndClaims) {
    const World world = World::build(named_tables());
    const auto of = [&](const char* a, const char* b) {
        return standard_relation(world, world.actor(a), world.actor(b));
    };
    EXPECT_GT(of("Army", "Blue"), 0) << "forces of one state";
    EXPECT_LT(of("Army", "Front"), -0.5);
    EXPECT_LT(of("Front", "League"), 0) << "rival rebels of one people";
    EXPECT_GT(of("Front", "League"), of("Front", "Army"));
    EXPECT_GT(of("Army", "Valley"), 0) << "they speak for the same people";
    EXPECT_EQ(of("Neighbour", "Front"), 0);
    for (const Actor& a : world.actors())
        for (const Actor& b : world.actors())
            EXPECT_EQ(of(a.name.c_str(), b.name.c_str()), of(b.name.c_str(), a.name.c_str()))
                << a.name << b.name;
}

TEST(NamedNumbers, StandardEsteemFollowsFromPoliticalStatus) {
    const World world = World::build(named_tables());
    const ActorId army{0}, front{2};
    EXPECT_GT(standard_legitimacy(world, army, GroupId{1}),
              standard_legitimacy(world, army, GroupId{0}));
    EXPECT_GT(standard_legitimacy(world, front, GroupId{0}),
              standard_legitimacy(world, front, GroupId{1}));
    EXPECT_EQ(standard_animus(world, front, GroupId{0}), 0) << "own people";
    EXPECT_EQ(standard_animus(world, ActorId{1}, GroupId{0}), 0) << "protectors hate nobody";
    EXPECT_GT(standard_animus(world, front, GroupId{1}), 0);
}

TEST(NamedNumbers, OfEffectsHaveTheLinkBesideTheValue) {
    EXPECT_EQ(effect_number("mediation", 0), "effect.mediation.1");
    EXPECT_EQ(link_number("mediation", 1), "effect.mediation.2.link");
    EXPECT_TRUE(ParameterValues::is_own(link_number("mediation", 1)));
    const ParameterSpec& link = named_number_field("effect.link");
    EXPECT_EQ(link.low, 0);
    EXPECT_EQ(link.high, 1);
    EXPECT_EQ(link.standard, 1) << "all of it arrives";
}

}  // namespace
}  // namespace forestall
