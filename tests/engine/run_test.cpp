// SPDX-License-Identifier: Apache-2.0
// A whole member: what it records, that it can be replayed, and what does not change it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "engine/engine.hpp"
#include "engine/worlds.hpp"

namespace forestall {
namespace {

using test::violence;

MemberOutcome run(const World& world, std::uint64_t member = 0, RunDetail* detail = nullptr) {
    RunRequest request;
    request.seed = 21;
    request.member = member;
    request.detail = detail;
    return run_member(world, request);
}
MemberOutcome run(WorldTables tables, std::uint64_t member = 0) {
    return run(World::build(std::move(tables)), member);
}

const std::vector<test::Kind> all_kinds = {
    {DisplacementMode::endogenous, Representation::cohort, 1},
    {DisplacementMode::endogenous, Representation::individual, 3},
    {DisplacementMode::prescribed, Representation::cohort, 1},
    {DisplacementMode::prescribed, Representation::individual, 1}};

void expect_equal(const MemberOutcome& a, const MemberOutcome& b) {
    EXPECT_EQ(a.hash, b.hash);
    EXPECT_EQ(a.series, b.series);
    EXPECT_EQ(a.per_place, b.per_place);
    EXPECT_EQ(a.per_group, b.per_group);
    EXPECT_EQ(a.scalars, b.scalars);
    EXPECT_EQ(a.parameters, b.parameters);
}

double sum(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); }

TEST(Member, ReplayedIsTheSameWithOrWithoutDetail) {
    for (const auto& kind : all_kinds) {
        const World world = World::build(test::country_at_war(kind));
        const auto first = run(world, 5);
        run(world, 6);
        RunDetail detail;
        expect_equal(run(world, 5, &detail), first);
        EXPECT_NE(run(world, 6).hash, first.hash);
    }
}

TEST(Member, DetailAddsUpToTheSeries) {
    for (const auto& kind : all_kinds) {
        const World world = World::build(test::country_at_war(kind));
        RunDetail d;
        const auto out = run(world, 1, &d);
        ASSERT_EQ(d.steps, step_count(world));
        const std::size_t cells = d.places * d.groups;
        ASSERT_EQ(d.settled.size(), d.steps * cells);
        ASSERT_EQ(d.danger.size(), d.steps * d.places);
        Persons killed = 0;
        for (std::size_t t = 0; t < d.steps; ++t) {
            Persons sheltered = 0, deaths = 0, settled = 0;
            for (std::size_t i = t * cells; i < (t + 1) * cells; ++i)
                sheltered += d.sheltered[i], deaths += d.deaths[i], settled += d.settled[i];
            killed += deaths;
            EXPECT_EQ(static_cast<double>(sheltered),
                      out[Series::idps][t] + out[Series::refugees][t]);
            EXPECT_EQ(static_cast<double>(deaths), out[Series::civilian_deaths][t]);
            EXPECT_EQ(static_cast<double>(settled + killed) + out[Series::displaced][t] +
                          out[Series::indirect_deaths][t],
                      1950);
        }
        double in_events = 0;
        for (const Event& e : d.events) in_events += static_cast<double>(e.deaths);
        EXPECT_EQ(in_events, sum(out[Series::civilian_deaths]) + sum(out[Series::battle_deaths]));
        EXPECT_EQ(sum(out[PerPlace::deaths_by_location]), sum(out[Series::civilian_deaths]));
        EXPECT_EQ(sum(out[PerPlace::displaced_by_location]),
                  out[Series::idps].back() + out[Series::refugees].back());
    }
}

TEST(Member, GroupsAddUpToTheSeries) {
    for (const auto& kind : all_kinds) {
        const auto out = run(test::country_at_war(kind), 1);
        EXPECT_EQ(sum(out[PerGroup::deaths_by_group]), sum(out[Series::civilian_deaths]));
        EXPECT_EQ(sum(out[PerGroup::displaced_by_group]), out[Series::displaced].back());
        EXPECT_GT(sum(out[PerGroup::displaced_by_group]), 0);
    }
}

TEST(Member, AllScheduledDeathsHappenWhereEnoughPeopleAre) {
    const auto out = run(test::country_at_war());
    EXPECT_EQ(sum(out[Series::civilian_deaths]), 60 + 25 + 8);
    EXPECT_EQ(sum(out[Series::battle_deaths]), 30);
}

TEST(Member, InnerLoopsInParallelGiveTheSameBits) {
    for (const auto& kind : all_kinds) {
        const World world = World::build(test::random_country(8, kind));
        const auto serial = run(world);
        for (const auto backend : {Backend::jthread, Backend::tbb}) {
            const Parallel parallel(backend, 3, 5);
            RunRequest request;
            request.seed = 21;
            request.parallel = &parallel;
            expect_equal(run_member(world, request), serial);
        }
    }
}

TEST(Member, KnowsNoOtherOptionYet) {
    RunRequest request;
    request.option = "mediate";
    EXPECT_THROW(run_member(World::build(test::two_towns()), request), std::invalid_argument);
}

/// Tables in reverse, ids redirected.
WorldTables backwards(WorldTables t) {
    const auto flip = [](auto& table) { std::reverse(table.begin(), table.end()); };
    const auto places = t.places.size(), groups = t.groups.size(), actors = t.actors.size(),
               routes = t.routes.size();
    const auto move = [](auto& id, std::size_t n) {
        using Id = std::remove_reference_t<decltype(id)>;
        if (id != none<Id>()) id = static_cast<Id>(n - 1 - index(id));
    };
    flip(t.places), flip(t.groups), flip(t.actors), flip(t.routes);
    flip(t.populations), flip(t.closures), flip(t.violence);
    for (Route& r : t.routes) move(r.a, places), move(r.b, places);
    for (auto& h : t.populations) move(h.place, places), move(h.group, groups);
    for (auto& c : t.closures) {
        if (c.what == Closure::What::place) move(c.place, places);
        if (c.what == Closure::What::route) move(c.route, routes);
    }
    for (auto& v : t.violence) move(v.place, places), move(v.actor, actors), move(v.target, groups);
    return t;
}

TEST(Member, DoesNotDependOnTheOrderOfDeclaration) {
    for (const auto& kind : all_kinds) {
        expect_equal(run(backwards(test::country_at_war(kind))), run(test::country_at_war(kind)));
        for (std::uint64_t seed = 0; seed < 5; ++seed)
            expect_equal(run(backwards(test::random_country(seed, kind))),
                         run(test::random_country(seed, kind)));
    }
}

TEST(Member, NullPerturbationsChangeNoBit) {
    using Edit = std::pair<const char*, std::function<void(WorldTables&)>>;
    const std::vector<Edit> edits = {
        {"another title", [](auto& t) { t.settings.title = "Another"; }},
        {"another first day", [](auto& t) { t.settings.start_date = "2031-07-01"; }},
        {"an actor nobody names",
         [](auto& t) {
             t.actors.push_back({"A bystander", ActorKind::rebel_group});
         }},
        {"a group's status", [](auto& t) { t.groups[0].status = PoliticalStatus::irrelevant; }},
        {"a closure after the end",
         [](auto& t) { t.closures.push_back(test::closure(Closure::What::route, 0, 60, 90)); }},
        {"a closure within another",
         [](auto& t) { t.closures.push_back(test::closure(Closure::What::place, 4, 13, 17)); }},
        {"a longer road beside a road", [](auto& t) { t.routes.push_back(test::route(0, 1, 81)); }},
        {"violence after the end",
         [](auto& t) {
             t.violence.push_back(violence(3, 60, 90, 1, Distribution::constant(100)));
         }},
        {"violence without danger or deaths",
         [](auto& t) { t.violence.push_back(violence(3, 10, 20, 0, Distribution::constant(0))); }},
        {"a default spelt out", [](auto& t) { test::set(t, "monitoring.structural_risk", 0.2); }},
        {"where a town lies on the map", [](auto& t) { t.places[3].latitude = 12; }},
        {"nobody of the other group",
         [](auto& t) { t.populations.push_back(test::people(2, 0, 0)); }}};
    for (const auto& kind : all_kinds) {
        const auto plain = run(test::country_at_war(kind));
        for (const auto& [what, edit] : edits) {
            SCOPED_TRACE(what);
            auto t = test::country_at_war(kind);
            edit(t);
            const auto out = run(t);
            EXPECT_EQ(out.series, plain.series);
            EXPECT_EQ(out.per_place, plain.per_place);
            if (t.violence.size() == 3) {
                EXPECT_EQ(out.hash, plain.hash);
            }
        }
    }
}

TEST(Member, APerturbationIsFeltFromItsDayOn) {
    auto t = test::country_at_war();
    t.settings.step_days = 1;
    const auto plain = run(t);
    t.violence.push_back(violence(3, 25, 30, 1, Distribution::constant(0)));
    const auto out = run(t);
    const auto& a = plain[Series::displaced];
    const auto& b = out[Series::displaced];
    EXPECT_TRUE(std::equal(a.begin(), a.begin() + 25, b.begin()));
    EXPECT_NE(a, b);
}

TEST(Member, StepsCountTheLastShortOne) {
    auto t = test::country_at_war();
    t.settings.step_days = 7;
    EXPECT_EQ(step_count(World::build(t)), 9u);
    EXPECT_EQ(run(t)[Series::displaced].size(), 9u);
    t.settings.days = 0;
    EXPECT_EQ(run(t)[Series::displaced].size(), 0u);
}

WorldTables peaceful(Day days) {
    auto t = test::two_towns();
    t.settings.days = days;
    t.populations = {test::people(0, 0, 100000), test::people(0, 1, 100000),
                     test::people(1, 1, 1000)};
    test::set(t, "monitoring.reporting", 1);
    return t;
}

ScheduledViolence massacre(Day day, double deaths, ViolenceKind kind = ViolenceKind::one_sided) {
    auto v = violence(0, day, day, 1, Distribution::constant(deaths), kind);
    v.actor = ActorId{1};
    v.target = GroupId{0};
    return v;
}

double onset(std::vector<ScheduledViolence> events) {
    auto t = peaceful(800);
    t.violence = std::move(events);
    return run(t)[Scalar::mass_killing_onset_step];
}

TEST(Member, OnsetOfAMassKillingIsItsStep) {
    EXPECT_EQ(onset({}), -1);
    EXPECT_EQ(onset({massacre(70, 1000)}), -1);
    EXPECT_EQ(onset({massacre(70, 1001)}), 10);
    EXPECT_EQ(onset({massacre(70, 600), massacre(140, 401)}), 20);
    EXPECT_EQ(onset({massacre(70, 600), massacre(70 + 51 * 7, 401)}), 61);
    EXPECT_EQ(onset({massacre(70, 600), massacre(70 + 52 * 7, 600)}), -1)
        << "more than 12 months between";
}

TEST(Member, OnsetIsNotForBattlesUnknownActorsOrUntargetedViolence) {
    EXPECT_EQ(onset({massacre(70, 5000, ViolenceKind::battle)}), -1);
    EXPECT_EQ(onset({massacre(70, 5000, ViolenceKind::communal)}), -1);
    auto unknown = massacre(70, 5000);
    unknown.actor = none<ActorId>();
    EXPECT_EQ(onset({unknown}), -1);
    auto untargeted = massacre(70, 5000);
    untargeted.target = none<GroupId>();
    EXPECT_EQ(onset({untargeted}), -1);
    auto other = massacre(77, 600);
    other.actor = ActorId{0};
    EXPECT_EQ(onset({massacre(70, 600), other}), -1) << "two actors";
}

TEST(Member, TheObservedStageLagsByTheDelay) {
    for (const int weeks : {0, 1, 2, 5}) {
        auto t = peaceful(200);
        t.violence = {massacre(70, 5000)};
        test::set(t, "monitoring.delay", 7 * weeks);
        const auto out = run(t);
        const auto first = [&](Series s) {
            const auto& v = out[s];
            return std::find(v.begin(), v.end(), 3.0) - v.begin();
        };
        EXPECT_EQ(first(Series::stage_true), 10);
        EXPECT_EQ(first(Series::stage_observed), 10 + weeks);
        EXPECT_EQ(out[Scalar::peak_stage], 3);
        const auto& attention = out[Series::attention];
        for (std::size_t step = 0; step < attention.size(); ++step) {
            const auto heard = 10 + static_cast<std::size_t>(weeks);
            if (step < heard) {
                EXPECT_EQ(attention[step], 0);
            } else if (step > heard) {
                EXPECT_NEAR(attention[step], attention[step - 1] * std::exp(-7.0 / 45), 1e-12);
            }
        }
        EXPECT_GT(*std::max_element(attention.begin(), attention.end()), 0.99);
    }
}

TEST(Member, WhatIsNotReportedIsNotSeen) {
    auto t = peaceful(200);
    t.violence = {massacre(70, 5000)};
    test::set(t, "monitoring.reporting", 0);
    test::set(t, "population.leave_rate", 0);
    const auto out = run(t);
    EXPECT_EQ(out[Series::stage_true][10], 3);
    for (const double stage : out[Series::stage_observed]) EXPECT_EQ(stage, 0);
    for (const double a : out[Series::attention]) EXPECT_EQ(a, 0);
}

}  // namespace
}  // namespace forestall
