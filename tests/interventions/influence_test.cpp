// SPDX-License-Identifier: Apache-2.0
#include "interventions/influence.hpp"

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
    const auto together = [&](std::vector<double> changes) {
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
    double of_guards(std::vector<ActionState> states, double attention) const {
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

}  // namespace
}  // namespace forestall
