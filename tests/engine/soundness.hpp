// SPDX-License-Identifier: Apache-2.0
// Invariants of a country whose violence comes from armed actors: nobody is lost, every number is
// in its place.
#pragma once
#include <gtest/gtest.h>

#include <numeric>

#include "engine/state.hpp"

namespace forestall::test {

inline bool within(double x, double least, double most) {
    return x >= least && x <= most;
}  // false for NaN

inline void expect_shares(const Scene& s) {
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        double sum = 0;
        for (const ActorId a : ids<ActorId>(s.actors)) {
            ASSERT_TRUE(within(s.control(p, a), 0, 1)) << s.control(p, a);
            sum += s.control(p, a);
        }
        ASSERT_LE(sum, 1 + 1e-12);
    }
    for (const auto* shares :
         ConstTables<double>{&s.threat, &s.threat_mean, &s.habit, &s.incitement, &s.animus,
                             &s.legitimacy, &s.protection, &s.hostility})
        for (const double x : *shares) ASSERT_TRUE(within(x, 0, 1)) << x;
    for (const double x : s.relation) ASSERT_TRUE(within(x, -1, 1));
    for (const Memory& m : s.losing) ASSERT_TRUE(within(m.value, 0, 1)) << m.value;
    for (const Memory& m : s.shock) ASSERT_TRUE(within(m.value, 0, 1)) << m.value;
    ASSERT_TRUE(within(s.attention, 0, 1));
    ASSERT_TRUE(within(s.crowding, 0, 1));
}

inline void expect_amounts(const Scene& s) {
    for (const auto* amounts : ConstTables<double>{&s.supply, &s.belief, &s.pressure, &s.income})
        for (const double x : *amounts) ASSERT_TRUE(within(x, 0, 1e9)) << x;
    for (const auto* memories :
         ConstTables<Memory>{&s.attacked, &s.wronged, &s.injury, &s.campaign, &s.offensive})
        for (const Memory& m : *memories) ASSERT_TRUE(within(m.value, 0, 1e9)) << m.value;
    for (const Dyad& d : s.dyads)
        for (const double x : {d.hurt, d.progress, d.days}) ASSERT_TRUE(within(x, 0, 1e9)) << x;
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            const auto& units = s.units(a, p);
            for (const Persons n : units) ASSERT_GT(n, 0);
            ASSERT_EQ(std::accumulate(units.begin(), units.end(), Persons{0}), s.fighters(a, p));
        }
}

inline void expect_everybody(const World& world, const State& state, Persons initial,
                             Persons& killed) {
    const PopulationTotals t = state.population().totals();
    Persons home = 0;
    for (std::uint32_t c = 0; c < world.cells(); ++c) {
        home += state.population().at_home(CellId{c});
        Persons by_posture = 0;
        for (const Posture p : {Posture::quiet, Posture::mobilised, Posture::held})
            by_posture += state.population().with(p, CellId{c});
        ASSERT_EQ(by_posture, state.population().at_home(CellId{c}));
        killed += state.killed_at(world.place_of(CellId{c}), world.group_of(CellId{c}));
    }
    ASSERT_EQ(killed, t.killed) << "the dead of every step are new";
    ASSERT_EQ(home + t.displaced() + t.killed + t.indirect_deaths + t.enlisted, initial);
}

/// Runs a country to its end; after every step nobody is lost and every number is in its place.
inline void expect_sound(const WorldTables& tables, std::uint64_t member) {
    const World world = World::build(tables);
    const auto first = initial_population(world, Luck(5, member));
    const Persons initial = std::accumulate(first.begin(), first.end(), Persons{0});
    State state(world, 5, member);
    MemberOutcome out;
    Persons killed = 0;
    while (state.day() < world.settings().days) {
        ASSERT_NO_THROW(state.advance({}, Parallel(), out));
        ASSERT_NO_FATAL_FAILURE(expect_shares(state.scene())) << "step " << state.step();
        ASSERT_NO_FATAL_FAILURE(expect_amounts(state.scene())) << "step " << state.step();
        ASSERT_NO_FATAL_FAILURE(expect_everybody(world, state, initial, killed))
            << "step " << state.step();
        for (const double danger : state.danger()) ASSERT_TRUE(within(danger, 0, 1));
        for (const auto& series : out.series)
            ASSERT_TRUE(series.empty() || within(series.back(), 0, 1e9)) << series.back();
        ASSERT_LE(out[Series::reported_civilian_deaths].back(),
                  out[Series::civilian_deaths].back());
    }
}

}  // namespace forestall::test
