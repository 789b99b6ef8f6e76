// SPDX-License-Identifier: Apache-2.0
#include "interventions/influence.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/math.hpp"
#include "interventions/small_option.hpp"

namespace forestall {
namespace {

using namespace test;

/// Announced on day 0, on from day 14, off on `off`.
ActionRecord record(ActionState state, Day off = -1) {
    ActionRecord r;
    r.state = state;
    r.decided = 0;
    r.on = 14;
    r.off = off;
    return r;
}

TEST(PhaseStrength, ThreatensDuringTheLeadTime) {
    const Intervention what = intervention("guards");
    EXPECT_EQ(phase_strength({}, Phase::threat, what, 7), 0) << "nothing is announced";
    EXPECT_EQ(phase_strength(record(ActionState::preparing), Phase::threat, what, 7), 1);
    EXPECT_EQ(phase_strength(record(ActionState::preparing), Phase::active, what, 7), 0);
    EXPECT_EQ(phase_strength(record(ActionState::running), Phase::threat, what, 14), 0);
}

TEST(PhaseStrength, RampsUpAndFades) {
    Intervention what = intervention("guards");
    what.ramp = 10;
    what.decay = 20;
    const ActionRecord on = record(ActionState::running);
    EXPECT_EQ(phase_strength(on, Phase::active, what, 14), 0.1);
    EXPECT_EQ(phase_strength(on, Phase::active, what, 20), 0.7);
    EXPECT_EQ(phase_strength(on, Phase::active, what, 100), 1);
    const ActionRecord off = record(ActionState::stopped, 114);
    EXPECT_EQ(phase_strength(off, Phase::active, what, 124), math::exp(-0.5));
    EXPECT_EQ(phase_strength(off, Phase::exit, what, 124), math::exp(-0.5));
    EXPECT_EQ(phase_strength(on, Phase::exit, what, 100), 0);
    what.decay = 0;
    EXPECT_EQ(phase_strength(off, Phase::active, what, 124), 0) << "it ends at once";
}

TEST(PhaseStrength, IsEarlyForNinetyDaysAndLateFromThenOn) {
    const Intervention what = intervention("guards");
    const ActionRecord on = record(ActionState::running);
    EXPECT_EQ(phase_strength(on, Phase::early, what, 103), 1);
    EXPECT_EQ(phase_strength(on, Phase::late, what, 103), 0);
    EXPECT_EQ(phase_strength(on, Phase::early, what, 104), 0);
    EXPECT_EQ(phase_strength(on, Phase::late, what, 104), 1);
    EXPECT_EQ(phase_strength(record(ActionState::stopped, 50), Phase::early, what, 60), 0);
}

TEST(Joined, AttenuatesWhatPullsTogether) {
    const Lever* on = find_lever("mass_rate");
    const auto together = [&](const std::vector<double>& changes) {
        std::vector<LeverPart> parts;
        for (const double c : changes) parts.push_back({on, 0, c});
        return joined(parts, 0.8);
    };
    EXPECT_EQ(together({-0.7}), -0.7);
    EXPECT_EQ(together({-1, -1}), -math::pow(2, 0.8));
    EXPECT_EQ(together({1, 1}), math::pow(2, 0.8));
    EXPECT_EQ(together({1, -0.25}), 0.75) << "what pulls apart is added";
}

class PartnersTest : public ::testing::Test {
protected:
    /// "envoy" led by Envoys, "guards" by the UN, which works with Envoys and against Rivals, and
    /// "arms" by Rivals.
    static WorldTables tables() {
        WorldTables t =
            with_plan({intervention("arms"), intervention("envoy"), intervention("guards")},
                      {planned("envoy", 1), planned("guards", 2), planned("arms", 0)});
        t.partners = {{"Envoys", "foreign_ministry", {}, {}},
                      {"Rivals", "other", {}, {}},
                      {"UN", "un", {"Envoys"}, {"Rivals"}}};
        t.options[0].actions[0].partner = 0;
        t.options[0].actions[1].partner = 2;
        t.options[0].actions[2].partner = 1;
        return t;
    }
    Weeks weeks{tables()};
    Partners partners{weeks.world, weeks.values};
    double of_guards(const std::vector<ActionState>& states, double attention) const {
        std::vector<ActionRecord> records;
        for (const ActionState s : states) records.push_back(record(s));
        return partners.factor(1, weeks.world.options()[0], records, attention);
    }
};

TEST_F(PartnersTest, GrowWithAttentionWherePoliticalWillLacks) {
    using enum ActionState;
    EXPECT_EQ(of_guards({waiting, running, waiting}, 0), 0.6);
    EXPECT_EQ(of_guards({waiting, running, waiting}, 1), 1);
}

TEST_F(PartnersTest, StrengthenAndWeakenEachOtherWhileTheyRun) {
    using enum ActionState;
    EXPECT_EQ(of_guards({running, running, waiting}, 1), 1.15);
    EXPECT_EQ(of_guards({waiting, running, running}, 1), 0.85);
    EXPECT_EQ(of_guards({preparing, running, waiting}, 1), 1) << "not before it runs";
    EXPECT_EQ(of_guards({running, running, running}, 1), 1.15 * 0.85);
}

/// Options "Both", which does something else besides, and "Plan": words to all, on an actor's rate
/// of mass violence (a factor) and on talks (a shift).
class LinkTest : public ::testing::Test {
protected:
    static Intervention words(char link_grade) {
        Intervention out = intervention("words");
        out.effects = {effect_on("mass_rate"), effect_on("talk")};
        for (Effect& e : out.effects) e.link_grade = link_grade;
        return out;
    }
    static WorldTables tables(char link_grade) {
        Intervention guards = intervention("guards");
        guards.effects = {effect_on("protection")};
        WorldTables t = with_plan({guards, words(link_grade)}, {planned("words", 1)});
        t.parameters["effect.words.1"] = {Shape::uniform, {0.2, 0.9}, "test"};
        t.parameters["effect.words.2"] = {Shape::uniform, {0.5, 2}, "test"};
        t.options.push_back(t.options[0]);
        t.options[1].name = "Both";
        t.options[1].actions.push_back(planned("guards", 0));
        return t;
    }
    static WorldTables linked(const Distribution& link) {
        WorldTables t = tables('D');
        t.parameters["effect.words.1.link"] = t.parameters["effect.words.2.link"] = link;
        return t;
    }
    /// What the front's rate and its readiness to talk are changed by in a member.
    static std::pair<double, double> changes(WorldTables tables, std::string_view option = "Plan",
                                             std::uint64_t member = 0) {
        const World world = World::build(std::move(tables));
        const Luck luck(4, member);
        const ParameterValues values(world, luck, tables_of_desk());
        const Scene scene(world, values, luck);
        const Option& chosen = *std::find_if(world.options().begin(), world.options().end(),
                                             [&](const Option& o) { return o.name == option; });
        const std::vector<ActionRecord> records(chosen.actions.size(),
                                                record(ActionState::running));
        const DeskView view;
        std::pair<double, double> out;
        for (const LeverPart& p : Influence(world, values, chosen)
                                      .parts(records, {world, luck, view, 2, 14, 7}, scene)) {
            if (p.target != index(front)) continue;
            if (p.lever->name == "mass_rate") out.first = p.change;
            if (p.lever->name == "talk") out.second = p.change;
        }
        return out;
    }
};

TEST_F(LinkTest, IsThePowerOfAFactorAndTimesAShift) {
    const auto [rate, talk] = changes(tables(0));
    EXPECT_LT(rate, 0);
    EXPECT_GT(talk, 0);
    const auto [linked_rate, linked_talk] = changes(linked(Distribution::constant(0.25)));
    EXPECT_DOUBLE_EQ(math::exp(linked_rate), std::pow(math::exp(rate), 0.25));
    EXPECT_EQ(linked_talk, talk * 0.25);
}

TEST_F(LinkTest, OfOneIsEveryBitAsWithoutAndOfZeroIsNothing) {
    EXPECT_EQ(changes(linked(Distribution::constant(1))), changes(tables(0)));
    EXPECT_EQ(changes(linked(Distribution::constant(0))), std::pair(0.0, 0.0));
}

TEST_F(LinkTest, StaysWithinItsBounds) {
    EXPECT_EQ(changes(linked(Distribution::constant(3))), changes(tables(0)));
    EXPECT_EQ(changes(linked(Distribution::constant(-3))), std::pair(0.0, 0.0));
}

TEST_F(LinkTest, ThatTheEntryHasNotIsNotRead) {
    WorldTables t = linked(Distribution::constant(0.25));
    for (Intervention& i : t.interventions)
        for (Effect& e : i.effects) e.link_grade = 0;
    EXPECT_EQ(changes(std::move(t)), changes(tables(0)));
}

TEST_F(LinkTest, IsDrawnOncePerMemberAndIsTheSameInEveryOption) {
    const Distribution law{Shape::uniform, {0, 1}, "test"};
    std::set<double> shares;
    for (const std::uint64_t member : {0U, 1U, 2U}) {
        const auto [rate, talk] = changes(tables(0), "Plan", member);
        const auto plan = changes(linked(law), "Plan", member);
        EXPECT_EQ(plan, changes(linked(law), "Both", member)) << member;
        shares.insert(plan.first / rate);
        shares.insert(plan.second / talk);
    }
    EXPECT_EQ(shares.size(), 6U) << "each link has an address of its own";
    EXPECT_GT(*shares.begin(), 0);
    EXPECT_LT(*shares.rbegin(), 1);
}

}  // namespace
}  // namespace forestall
