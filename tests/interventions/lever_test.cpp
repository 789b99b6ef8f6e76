// SPDX-License-Identifier: Apache-2.0
#include "interventions/lever.hpp"

#include <gtest/gtest.h>

#include <set>

namespace forestall {
namespace {

/// All numbers of the levers in a row.
std::vector<double> numbers(const Levers& l) {
    std::vector<double> out;
    for (const auto* v :
         {&l.pressure, &l.income, &l.restraint, &l.resolve, &l.agitation, &l.desertion,
          &l.selective_cost, &l.mass_cost, &l.attack_cost, &l.arms, &l.legitimacy, &l.hardship,
          &l.protection, &l.policing, &l.observers, &l.media, &l.lure, &l.talk})
        out.insert(out.end(), v->begin(), v->end());
    for (const double x : {l.open_borders, l.mediation, l.guarantee, l.relapse, l.attention,
                           l.monitoring_delay, l.participation, l.shelter_deaths, l.communal})
        out.push_back(x);
    return out;
}

TEST(Levers, AreMovedByNothingWhenTheChangeIsNone) {
    for (const Lever* lever : levers()) {
        Levers moved = levers_at_rest(2, 2, 2);
        lever->apply(moved, 0, 0);
        EXPECT_EQ(numbers(moved), numbers(levers_at_rest(2, 2, 2))) << lever->name;
    }
}

TEST(Levers, MoveOneNumberOfOneTargetEach) {
    const auto rest = numbers(levers_at_rest(2, 2, 2));
    std::set<std::size_t> taken;
    for (const Lever* lever : levers()) {
        Levers moved = levers_at_rest(2, 2, 2);
        lever->apply(moved, lever->target == TargetKind::country ? 0 : 1, 0.3);
        const auto now = numbers(moved);
        std::size_t changed = 0;
        for (std::size_t i = 0; i < rest.size(); ++i)
            if (now[i] != rest[i]) {
                ++changed;
                EXPECT_TRUE(taken.insert(i).second) << lever->name << " moves what another moves";
            }
        EXPECT_EQ(changed, 1U) << lever->name;
    }
}

TEST(Levers, HaveTheirNeutralValueWithinBounds) {
    for (const Lever* lever : levers()) {
        const double neutral = lever->scale == LeverScale::factor ? 1 : 0;
        EXPECT_LE(lever->low, neutral) << lever->name;
        EXPECT_GE(lever->high, neutral) << lever->name;
        EXPECT_FALSE(lever->summary.empty());
        EXPECT_EQ(find_lever(lever->name), lever);
    }
    EXPECT_EQ(find_lever("no such lever"), nullptr);
}

}  // namespace
}  // namespace forestall
