// SPDX-License-Identifier: Apache-2.0
// R5 over generated worlds: random roads, groups, closures, hubs and violence, both modes, both
// representations, agents of several sizes. State::advance itself checks the sum of every group
// after every step and throws; here it is counted again from outside.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "engine/state.hpp"
#include "engine/worlds.hpp"

namespace forestall {
namespace {

Persons total(const std::vector<Persons>& counts) {
    return std::accumulate(counts.begin(), counts.end(), Persons{0});
}

struct Ledger {
    std::vector<Persons> dead_by_group;  ///< by violence
    Persons returned = 0, indirect = 0;
};

/// After each step; `last` of the step before.
void expect_sound(const World& world, const State& state, const std::vector<Persons>& initial,
                  Ledger& ledger, const MemberOutcome& out) {
    const auto groups = world.groups().size();
    const Population& people = state.population();
    const PopulationTotals t = people.totals();
    Persons home = 0, sheltered = 0, foreign = 0;
    std::vector<Persons> seen(groups), first(groups);
    for (std::uint32_t c = 0; c < world.cells(); ++c) {
        ASSERT_GE(people.at_home(CellId{c}), 0);
        home += people.at_home(CellId{c});
        seen[c % groups] += people.at_home(CellId{c});
        first[c % groups] += initial[c];
    }
    for (std::uint32_t p = 0; p < world.places().size(); ++p) {
        Persons here = 0;
        for (std::uint32_t g = 0; g < groups; ++g) {
            ASSERT_GE(people.sheltered(PlaceId{p}, GroupId{g}), 0);
            here += people.sheltered(PlaceId{p}, GroupId{g});
            seen[g] += people.sheltered(PlaceId{p}, GroupId{g});
            ledger.dead_by_group[g] += state.killed_at(PlaceId{p}, GroupId{g});
        }
        ASSERT_EQ(here, people.sheltered(PlaceId{p}));
        sheltered += here;
        if (world.places()[p].foreign) foreign += here;
    }
    ASSERT_EQ(t.refugees, foreign);
    ASSERT_EQ(t.idps, sheltered - foreign);
    ASSERT_EQ(t.displaced(), t.idps + t.in_transit + t.refugees);
    ASSERT_GE(t.in_transit, 0);
    ASSERT_EQ(total(ledger.dead_by_group), t.killed) << "the dead of every step are new";
    ASSERT_EQ(home + t.displaced() + t.killed + t.indirect_deaths, total(initial));
    Persons unseen =
        0;  // of each group some may be on the road or dead in flight; nobody else is missing
    for (std::size_t g = 0; g < groups; ++g) {
        const Persons missing = first[g] - seen[g] - ledger.dead_by_group[g];
        ASSERT_GE(missing, 0) << "group " << g;
        unseen += missing;
    }
    ASSERT_EQ(unseen, t.in_transit + t.indirect_deaths);
    ASSERT_GE(t.returned, ledger.returned);
    ASSERT_GE(t.indirect_deaths, ledger.indirect);
    ledger.returned = t.returned;
    ledger.indirect = t.indirect_deaths;
    ASSERT_EQ(
        out[Series::displaced].back(),
        out[Series::idps].back() + out[Series::in_transit].back() + out[Series::refugees].back());
    ASSERT_LE(out[Series::reported_civilian_deaths].back(), out[Series::civilian_deaths].back());
    for (const auto& series : out.series)
        ASSERT_TRUE(series.empty() || (std::isfinite(series.back()) && series.back() >= 0));
}

class Conservation : public ::testing::TestWithParam<test::Kind> {};

TEST_P(Conservation, HoldsInEveryStepOfAnyWorld) {
    Persons killed = 0, displaced = 0, returned = 0, indirect = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        SCOPED_TRACE(seed);
        const World world = World::build(test::random_country(seed, GetParam()));
        const auto initial = initial_population(world, Luck(5, seed));
        State state(world, 5, seed);
        MemberOutcome out;
        Ledger ledger{std::vector<Persons>(world.groups().size())};
        while (state.day() < world.settings().days) {
            ASSERT_NO_THROW(state.advance({}, Parallel(), out));
            expect_sound(world, state, initial, ledger, out);
            if (HasFatalFailure()) return;
        }
        const auto t = state.population().totals();
        killed += t.killed, displaced += t.displaced(), returned += t.returned,
            indirect += t.indirect_deaths;
    }
    EXPECT_GT(std::min(std::min(killed, displaced), returned), 0) << "the worlds were not asleep";
    EXPECT_GT(indirect, 0);
}

std::vector<test::Kind> kinds() {
    std::vector<test::Kind> out;
    for (const auto mode : {DisplacementMode::endogenous, DisplacementMode::prescribed}) {
        out.push_back({mode, Representation::cohort, 1});
        for (const Persons per_agent : {1, 3, 100})
            out.push_back({mode, Representation::individual, per_agent});
    }
    return out;
}
INSTANTIATE_TEST_SUITE_P(Worlds, Conservation, ::testing::ValuesIn(kinds()));

TEST(Prescribed, TheTotalIsFollowedWhereThereArePeopleEnoughAndNobodyDies) {
    for (const auto representation : {Representation::cohort, Representation::individual}) {
        auto t = test::country_at_war({DisplacementMode::prescribed, representation, 1});
        for (auto& v : t.violence) v.civilian_deaths = Distribution::constant(0), v.last = 59;
        t.closures.clear();
        test::set(t, "population.transit_death_rate", 0);
        test::set(t, "population.shelter_death_rate", 0);
        const World world = World::build(t);
        State state(world, 1, 1);
        MemberOutcome out;
        RunRequest request;
        std::vector<Persons> displaced;
        request.each_day = [&](Day, std::span<const Persons> sheltered, Persons in_transit) {
            displaced.push_back(std::accumulate(sheltered.begin(), sheltered.end(), in_transit));
        };
        while (state.day() < world.settings().days) state.advance(request, Parallel(), out);
        EXPECT_EQ(displaced, world.settings().prescribed_total);
    }
}

}  // namespace
}  // namespace forestall
