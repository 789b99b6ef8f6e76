// SPDX-License-Identifier: Apache-2.0
// Fearon and Powell on the ordinary engine: with nothing to quarrel about, war comes if power
// shifts by more than war costs (both in log-odds: commitment.war times the rise of threat against
// inertia.attack), and else peace holds.
#include <gtest/gtest.h>

#include "actors/decision.hpp"
#include "validation/reference_worlds.hpp"

namespace forestall::test {
namespace {

constexpr int runs = 100;

/// Share of runs with a battle when so many fighters come to the Rebels.
double war(double fighters, bool trusted) {
    WorldTables tables = reference_tables("bargaining");
    tables.parameters["trigger.Arms from abroad.fighters"] = Distribution::constant(fighters);
    if (trusted) tables.settings.switched_off.emplace_back("commitment");
    const World world = World::build(std::move(tables));
    int wars = 0;
    for (int m = 0; m < runs; ++m) {
        RunDetail detail;
        RunRequest request;
        request.member = static_cast<std::uint64_t>(m);
        request.detail = &detail;
        run_member(world, request);
        bool battle = false;
        for (const Event& e : detail.events) battle = battle || e.kind == EventKind::battle;
        wars += battle ? 1 : 0;
    }
    return static_cast<double>(wars) / runs;
}

// Threat to the Government rises from 0.20 by 0.13, 0.23, 0.36 and 0.49 for 500, 1,000, 2,000 and
// 4,000 fighters; the surplus of peace is worth 10 / 30 = 0.33. If war had a chance of one half on
// either side, 100 runs would have it in more than 75 or fewer than 25 with a chance below 1e-6.
TEST(Bargaining, WarComesWhenTheShiftExceedsTheSurplus) {
    for (const double small : {0.0, 500.0, 1000.0}) EXPECT_LE(war(small, false), 0.25) << small;
    for (const double large : {2000.0, 4000.0}) EXPECT_GE(war(large, false), 0.75) << large;
}

TEST(Bargaining, PeaceHoldsWhenTheDealIsTrusted) { EXPECT_LE(war(4000, true), 0.25); }

TEST(Bargaining, AFullGuaranteeTakesTheCommitmentProblemAway) {
    const World world = World::build(reference_tables("bargaining"));
    const Luck luck(1, 0);
    const ParameterValues values(world, luck, parameter_tables());
    Scene scene(world, values, luck);
    const Minds minds(world, values);
    const ActorId government = world.actor("Government");
    const ActorId rebels = world.actor("Rebels");
    scene.threat[government] = 0.7;
    scene.threat_mean[government] = 0.2;
    const Choice attack{.action = Action::attack, .actor = government, .other = rebels};
    EXPECT_GT(minds.utility(scene, attack), 4);
    scene.levers[lever<"guarantee">] = 0.5;
    EXPECT_LT(minds.utility(scene, attack), 0) << "half a guarantee leaves less than the surplus";
    scene.levers[lever<"guarantee">] = 1;
    EXPECT_DOUBLE_EQ(minds.utility(scene, attack), minds.utility(scene, attack, "commitment"));
}

}  // namespace
}  // namespace forestall::test
