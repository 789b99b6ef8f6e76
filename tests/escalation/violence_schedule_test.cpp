// SPDX-License-Identifier: Apache-2.0
#include "escalation/violence_schedule.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "population/scene.hpp"

namespace forestall {
namespace {

using test::Scene;

ScheduledViolence event(std::size_t place, Day first, Day last, double civilians,
                        double fighters = 0) {
    ScheduledViolence v;
    v.place = static_cast<PlaceId>(place);
    v.first = first;
    v.last = last;
    v.civilian_deaths = Distribution::constant(civilians);
    v.battle_deaths = Distribution::constant(fighters);
    return v;
}

WorldTables towns_with(std::vector<ScheduledViolence> violence) {
    WorldTables t = test::two_towns();
    t.settings.days = 100;
    t.violence = std::move(violence);
    return t;
}

struct Sums {
    Persons civilians = 0;
    Persons fighters = 0;
    Persons reported = 0;
    std::vector<Persons> by_group = std::vector<Persons>(2);
    int days_with_tolls = 0;
};

/// All days of the run.
Sums run(Scene& scene, const PopulationParameters& parameters = test::at_rest(),
         double reporting = 1) {
    ViolenceSchedule schedule(scene.world, scene.luck, parameters);
    Sums sums;
    for (Day day = 0; day < scene.world.settings().days; ++day) {
        std::vector<Toll> tolls;
        schedule.strike(day, scene.people, reporting, scene.luck, tolls);
        sums.days_with_tolls += !tolls.empty();
        for (const Toll& t : tolls) {
            Persons died = 0;
            for (std::size_t g = 0; g < 2; ++g)
                sums.by_group[g] += t.civilians[g], died += t.civilians[g];
            EXPECT_LE(t.reported, died);
            EXPECT_GE(t.reported, 0);
            sums.civilians += died;
            sums.fighters += t.fighters;
            sums.reported += t.reported;
        }
        scene.people.check_conservation();
    }
    EXPECT_EQ(scene.people.totals().killed, sums.civilians);
    return sums;
}

TEST(ViolenceSchedule, AllDeathsFallWithinTheEvent) {
    constexpr std::array<std::pair<Day, Day>, 8> spans = {
        {{0, 0}, {0, 99}, {10, 12}, {-5, 3}, {99, 99}, {40, -1}, {0, -1}, {7, 8}}};
    for (const auto& [first, last] : spans)
        for (std::uint64_t member = 0; member < 5; ++member) {
            Scene scene(towns_with({event(0, first, last, 137, 41)}), test::at_rest(), member);
            const Sums sums = run(scene);
            EXPECT_EQ(sums.civilians, 137) << "days " << first << " to " << last;
            EXPECT_EQ(sums.fighters, 41);
            EXPECT_EQ(sums.days_with_tolls, (last < 0 ? 99 : last) - std::max(0, first) + 1);
        }
}

TEST(ViolenceSchedule, DaysShareTheDeathsEvenly) {
    // The first of ten days has a binomial tenth of 1,000: mean 100, sd 9.5.
    double sum = 0;
    constexpr int members = 400;
    for (std::uint64_t member = 0; member < members; ++member) {
        Scene scene(towns_with({event(0, 0, 9, 1000)}), test::at_rest(), member);
        ViolenceSchedule schedule(scene.world, scene.luck, test::at_rest());
        std::vector<Toll> tolls;
        schedule.strike(0, scene.people, 1, scene.luck, tolls);
        sum += static_cast<double>(tolls.at(0).civilians[0] + tolls.at(0).civilians[1]);
    }
    EXPECT_NEAR(sum / members, 100, 4.9 * std::sqrt(90.0 / members));
}

TEST(ViolenceSchedule, KillsNoMoreThanThereAre) {
    Scene scene(towns_with({event(0, 0, 9, 1e6)}));
    EXPECT_EQ(run(scene).civilians, 2000);
    EXPECT_EQ(scene.at_home(0), 0);
    EXPECT_EQ(scene.at_home(1), 2000) << "nobody elsewhere";
}

TEST(ViolenceSchedule, VictimsAreOfTheTargetedGroupOnly) {
    for (const std::uint32_t target : {0u, 1u}) {
        auto v = event(0, 0, 9, 1e6);
        v.target = GroupId{target};
        Scene scene(towns_with({v}));
        const Sums sums = run(scene);
        EXPECT_EQ(sums.by_group[target], 1000);
        EXPECT_EQ(sums.by_group[1 - target], 0);
    }
}

TEST(ViolenceSchedule, WithoutATargetGroupsDieByTheirNumbers) {
    WorldTables t = towns_with({event(0, 0, 0, 1000)});
    t.populations = {test::people(0, 0, 3000), test::people(0, 1, 1000)};
    Scene scene(t);
    const Sums sums = run(scene);
    EXPECT_EQ(sums.civilians, 1000);
    // Hypergeometric: mean 750, variance 1000 · 3/4 · 1/4 · 3000/3999.
    EXPECT_NEAR(static_cast<double>(sums.by_group[0]), 750, 4.9 * std::sqrt(187.5 * 3000 / 3999));
}

TEST(ViolenceSchedule, VictimsAreAmongTheShelteredToo) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;
    for (const auto representation : {Representation::cohort, Representation::individual}) {
        WorldTables t = towns_with({event(1, 50, 50, 1e6)});
        t.settings.representation = representation;
        Scene scene(t, p);
        scene.alarm[0] = 1;
        scene.run(5);
        ASSERT_EQ(scene.sheltered(1), 2000);
        EXPECT_EQ(run(scene, p).civilians, 4000);
        EXPECT_EQ(scene.people.totals().displaced(), 0);
    }
}

TEST(ViolenceSchedule, ReportsFollowReportingAndAccess) {
    for (const double reporting : {0.0, 0.6, 1.0})
        for (const double access : {0.0, 0.5, 1.0}) {
            WorldTables t = towns_with({event(0, 0, 99, 2e9)});
            t.populations = {test::people(0, 0, 1000000)};
            t.places[0].access = access;
            Scene scene(t);
            const Sums sums = run(scene, test::at_rest(), reporting);
            ASSERT_EQ(sums.civilians, 1000000);
            const double q = reporting * access;
            EXPECT_NEAR(static_cast<double>(sums.reported), 1e6 * q,
                        4.9 * std::sqrt(1e6 * q * (1 - q)));
        }
}

TEST(ViolenceSchedule, UncertainDeathsAreDrawnOncePerMember) {
    auto v = event(0, 0, 9, 0);
    v.civilian_deaths = {Shape::uniform, {100, 200, 0}, "a test"};
    std::vector<Persons> totals;
    for (std::uint64_t member = 0; member < 30; ++member) {
        Scene scene(towns_with({v}), test::at_rest(), member);
        totals.push_back(run(scene).civilians);
        EXPECT_GE(totals.back(), 100);
        EXPECT_LE(totals.back(), 200);
        Scene again(towns_with({v}), test::at_rest(), member);
        EXPECT_EQ(run(again).civilians, totals.back());
    }
    EXPECT_GT(*std::max_element(totals.begin(), totals.end()),
              *std::min_element(totals.begin(), totals.end()) + 50);
}

TEST(ViolenceSchedule, RowsAlikeInAllButTheirNumbersHaveDrawsOfTheirOwn) {
    auto v = event(0, 0, 9, 0);
    v.civilian_deaths = {Shape::uniform, {0, 1000, 0}, "a test"};
    int even =
        0;  // with shared draws both rows would have the same toll, and every total would be even
    for (std::uint64_t member = 0; member < 40; ++member) {
        Scene scene(towns_with({v, v}), test::at_rest(), member);
        even += run(scene).civilians % 2 == 0;
    }
    EXPECT_LT(even, 40);
}

struct Fields {
    std::vector<double> danger, alarm, unease;
};
Fields look(const World& world, Day day, const PopulationParameters& p) {
    const std::vector<double> calm(world.places().size());
    Fields f{calm, calm, calm};
    ViolenceSchedule(world, Luck(1, 1), p).look(day, f.danger, f.alarm, f.unease);
    return f;
}

TEST(ViolenceSchedule, DangerIsThereWhileTheEventLastsAlarmDullsAndFadesUneaseFades) {
    auto v = event(0, 10, 39, 0);
    v.intensity = 0.5;
    const World world = World::build(towns_with({v}));
    auto p = test::at_rest();
    EXPECT_EQ(look(world, 9, p).danger[0], 0);
    EXPECT_EQ(look(world, 9, p).alarm[0], 0);
    EXPECT_EQ(look(world, 10, p).danger[0], 0.5);
    EXPECT_EQ(look(world, 10, p).alarm[0], 0.5);
    EXPECT_EQ(look(world, 39, p).danger[0], 0.5);
    EXPECT_NEAR(look(world, 39, p).alarm[0], 0.5 * std::exp(-29.0 / 90), 1e-15);
    EXPECT_EQ(look(world, 40, p).danger[0], 0);
    EXPECT_NEAR(look(world, 69, p).alarm[0], 0.5 * std::exp(-59.0 / 90) * std::exp(-1.0), 1e-15);
    EXPECT_EQ(look(world, 39, p).unease[0], 0.5) << "unease does not dull";
    EXPECT_NEAR(look(world, 69, p).unease[0], 0.5 * std::exp(-1.0), 1e-15) << "but fades";
    EXPECT_EQ(look(world, 39, p).danger[1], 0);
    EXPECT_EQ(look(world, 39, p).alarm[1], 0);
}

TEST(ViolenceSchedule, AlarmReachesNeighboursByRoadButNotAbroad) {
    WorldTables t = test::two_countries();  // Ford - 100 km - Mill - 50 km - Refuge (abroad)
    t.violence = {event(0, 0, 9, 0)};
    const World world = World::build(t);
    auto p = test::at_rest();
    p.alarm_reach_km = 100;
    const Fields f = look(world, 0, p);
    EXPECT_EQ(f.alarm[0], 1);
    EXPECT_NEAR(f.alarm[1], std::exp(-1.0), 1e-12);
    EXPECT_EQ(f.alarm[2], 0);
    EXPECT_EQ(f.danger[1], 0);
    EXPECT_EQ(f.unease[1], 0);
}

TEST(ViolenceSchedule, AlarmReachesOverTheShortestAndTheLongestOfRoads) {
    WorldTables t = test::two_countries();
    t.routes[0].km = 0.001;
    t.routes[1].km = 1e9;
    t.violence = {event(0, 0, 9, 0)};
    const World world = World::build(t);
    auto p = test::at_rest();
    p.alarm_reach_km = 100;
    EXPECT_GT(look(world, 0, p).alarm[1], 0.99);
}

TEST(ViolenceSchedule, TheLoudestOfEventsCounts) {
    auto quiet = event(0, 0, 9, 0);
    quiet.intensity = 0.3;
    const World world = World::build(towns_with({quiet, event(0, 5, 9, 0)}));
    auto p = test::at_rest();
    p.alarm_memory_days = 1e12;
    EXPECT_EQ(look(world, 4, p).danger[0], 0.3);
    EXPECT_EQ(look(world, 5, p).danger[0], 1);
    EXPECT_NEAR(look(world, 5, p).alarm[0], 1, 1e-9);
    EXPECT_EQ(look(world, 5, p).unease[0], 1);
}

}  // namespace
}  // namespace forestall
