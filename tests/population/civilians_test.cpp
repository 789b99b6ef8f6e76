// SPDX-License-Identifier: Apache-2.0
// A day of the civilians in both representations, against closed forms. People in these worlds do
// not influence each other, so counts are binomial and one run with 2^20 people is a test at alpha
// 1e-6 (4.9 sd). Twins whose rates are off by a few per cent lie 10 sd away and more, and are shown
// to be found.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/math.hpp"
#include "population/rules/homecoming.hpp"
#include "population/rules/leave.hpp"
#include "population/scene.hpp"

namespace forestall {
namespace {

using test::place;
using test::route;
using test::Scene;

constexpr Persons many = 1 << 20;
constexpr double crowd = 1 << 20;
constexpr double z = 4.9;

class Civilian : public ::testing::TestWithParam<Representation> {
protected:
    static WorldTables in(WorldTables t) {
        t.settings.representation = GetParam();
        return t;
    }
    static WorldTables camp_within_a_day() {
        auto t = in(test::road_to_a_camp(1, 50));
        t.populations = {test::people(0, 0, many)};
        return t;
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Civilian,
                         ::testing::Values(Representation::cohort, Representation::individual),
                         [](const auto& i) {
                             return i.param == Representation::cohort ? "Cohort" : "Individual";
                         });

/// Expected share of people at home at the end of each day: leave by trait, a day's walk, a
/// decision to return every four weeks.
std::vector<double> share_at_home(const World& world, int days, double alarm,
                                  const PopulationParameters& p) {
    std::array<double, trait_bins> home{}, sheltered{}, out{}, back{};
    home.fill(1.0 / trait_bins);
    const double q = 1 - std::exp(-28 * p.return_rate_per_day * (1 - alarm / p.calm_level));
    std::vector<double> result;
    for (int day = 0; day < days; ++day) {
        double sum = 0;
        const bool decides =
            (static_cast<std::uint64_t>(day) + world.address(PlaceId{1})) % 28 == 0;
        for (std::size_t b = 0; b < trait_bins; ++b) {
            sheltered[b] += out[b];
            home[b] += back[b];
            back[b] = decides ? sheltered[b] * q : 0;
            sheltered[b] -= back[b];
            out[b] = home[b] * (1 - std::exp(-rules::leave_propensity(traits_of(b)) * alarm *
                                             p.leave_rate_per_day));
            sum += home[b] -= out[b];
        }
        result.push_back(sum);
    }
    return result;
}

TEST_P(Civilian, FlowsBetweenTwoStatesFollowTheMarkovChain) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 0.1;
    p.return_rate_per_day = 0.06;
    constexpr double alarm = 0.4;
    Scene scene(camp_within_a_day(), p);
    scene.alarm[0] = scene.unease[0] = alarm;
    const auto expected = share_at_home(scene.world, 200, alarm, p);
    auto faster = p;
    faster.leave_rate_per_day *= 1.02;
    const auto twin = share_at_home(scene.world, 200, alarm, faster);
    int found = 0;
    for (std::size_t day = 0; day < expected.size(); ++day) {
        scene.run(1);
        const double sd = std::sqrt(crowd * expected[day] * (1 - expected[day]));
        const auto home = static_cast<double>(scene.at_home(0));
        // 200 days are looked at: alpha 1e-6 in all is 5.7 sd for each.
        ASSERT_NEAR(home, crowd * expected[day], 5.7 * sd) << "day " << day;
        found += std::abs(home - crowd * twin[day]) > 5.7 * sd;
    }
    EXPECT_GT(found, 100) << "leaving faster by 2 % is told apart";
}

TEST_P(Civilian, ThoseWhoStayAreTheOnesLessReadyToGo) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 0.1;
    Scene scene(camp_within_a_day(), p);
    scene.alarm[0] = 1;
    scene.run(10);
    Stream any(1, 2, 3);
    const auto left = scene.people.traits_at_home(scene.world.cell(PlaceId{0}, GroupId{0}), any);
    ASSERT_EQ(left.size(), trait_bins);
    for (std::size_t b = 0; b < trait_bins; ++b) {
        const double stay =
            std::exp(-rules::leave_propensity(traits_of(b)) * 0.1 * 10) / trait_bins;
        EXPECT_NEAR(static_cast<double>(left[b]), crowd * stay,
                    5.5 * std::sqrt(crowd * stay * (1 - stay)))
            << b;
    }
}

TEST_P(Civilian, AwayFromHomeAreCountedByTheirHome) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 0.1;
    auto t = in(test::road_to_a_camp(2, 50));
    t.places[1].kind = PlaceKind::settlement;
    t.populations = {test::people(0, 0, 20'000), test::people(1, 0, 30'000)};
    Scene scene(std::move(t), p);
    scene.alarm[0] = 1;
    scene.alarm[1] = 0.5;
    scene.run(20);
    for (const PlaceId host : ids<PlaceId>(3)) {
        const std::vector<Persons> by_home = scene.people.sheltered_by_home(host);
        ASSERT_EQ(by_home.size(), 3U);
        EXPECT_EQ(by_home[0] + by_home[1] + by_home[2], scene.people.sheltered(host));
        EXPECT_EQ(by_home[index(host)], 0) << "nobody is away from home there";
    }
    const std::vector<Persons> in_camp = scene.people.sheltered_by_home(PlaceId{2});
    EXPECT_GT(in_camp[0], 0);
    EXPECT_GT(in_camp[1], 0);
}

TEST_P(Civilian, NobodyLeavesACalmPlace) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 0.2;
    Scene scene(camp_within_a_day(), p);
    scene.run(50);
    EXPECT_EQ(scene.at_home(0), many);
}

TEST_P(Civilian, DeathsInShelterFollowTheirHazard) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;
    p.shelter_death_rate_per_day = 0.001;
    Scene scene(camp_within_a_day(), p);
    scene.alarm[0] = 1;
    scene.run(2 + 28 * 10);  // in the camp from day 1 on: 10 or 11 decisions
    int decisions = 0;
    for (std::uint64_t day = 1; day < 282; ++day)
        decisions += (day + scene.world.address(PlaceId{1})) % 28 == 0;
    const double q = 1 - std::exp(-0.001 * 28 * decisions);
    const auto dead = static_cast<double>(scene.people.totals().indirect_deaths);
    const double sd = std::sqrt(crowd * q * (1 - q));
    EXPECT_NEAR(dead, crowd * q, z * sd);
    EXPECT_GT(std::abs(dead - crowd * (1 - std::exp(-0.00104 * 28 * decisions))), z * sd)
        << "4 % more, 20 sd away, is found";
}

TEST_P(Civilian, SplitBetweenPlacesByTheirWeights) {
    auto t = in(test::empty_country());
    t.places = {place("Home"), place("KFar", "Aru", PlaceKind::camp),
                place("KNear", "Besh", PlaceKind::camp)};
    t.routes = {route(0, 1, 90), route(0, 2, 40)};
    t.populations = {test::people(0, 0, many)};
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;
    Scene scene(t, p);
    scene.alarm[0] = 1;
    scene.run(3);
    const double far = 1 / (1 + std::exp(0.5));  // 90 against 40 km at a reach of 100
    EXPECT_NEAR(static_cast<double>(scene.sheltered(1)), crowd * far,
                z * std::sqrt(crowd * far * (1 - far)));
    EXPECT_EQ(scene.people.totals().refugees, scene.sheltered(2));
    EXPECT_EQ(scene.people.totals().idps, scene.sheltered(1));
}

TEST_P(Civilian, MoveOnFromShelterButNeitherHomeNorWhereTheyAre) {
    auto t = in(test::empty_country());
    t.places = {place("Home"), place("KOne", "Aru", PlaceKind::camp),
                place("KTwo", "Aru", PlaceKind::camp)};
    t.routes = {route(0, 1, 50), route(1, 2, 50)};
    t.populations = {test::people(0, 0, 1000)};
    t.closures = {test::close_place(2, 0, 3)};  // all go to One first
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;
    p.onward_rate_per_day = 1000;
    Scene scene(t, p);
    scene.alarm[0] = 1;
    scene.run(3);
    EXPECT_EQ(scene.sheltered(1) + scene.people.totals().in_transit, 1000);
    Persons in_two = 0;
    for (int day = 0; day < 56; ++day) scene.run(1), in_two = std::max(in_two, scene.sheltered(2));
    EXPECT_EQ(in_two, 1000);
    EXPECT_EQ(scene.at_home(0), 0);
}

TEST_P(Civilian, GoHomeWhereItIsCalmWhateverOthersFindAtTheirs) {
    auto t = in(test::empty_country());
    t.places = {place("Alarmed"), place("Calm"), place("Zelt", "Aru", PlaceKind::camp)};
    t.routes = {route(0, 2, 50), route(1, 2, 50)};
    t.populations = {test::people(0, 0, 1000), test::people(1, 0, 1000)};
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;
    p.return_rate_per_day = 1000;
    p.danger_aversion = 1000;  // nobody flees to the other town
    Scene scene(t, p);
    scene.alarm[0] = scene.alarm[1] = scene.unease[0] = scene.unease[1] = 1;
    scene.run(2);
    ASSERT_EQ(scene.sheltered(2), 2000);
    scene.alarm[1] = scene.unease[1] = 0;
    scene.run(42);
    EXPECT_EQ(scene.at_home(0), 0);
    EXPECT_EQ(scene.at_home(1), 1000);
    EXPECT_EQ(scene.sheltered(2), 1000);
    EXPECT_EQ(scene.people.totals().returned, 1000);
}

TEST_P(Civilian, GoAndComeAsHouseholds) {
    auto t = in(test::empty_country());
    t.places = {place("Home"), place("KOne", "Aru", PlaceKind::camp),
                place("KTwo", "Aru", PlaceKind::camp)};
    t.routes = {route(0, 1, 50), route(0, 2, 50)};
    t.populations = {test::people(0, 0, 1003)};
    auto p = test::at_rest();
    p.household = 5;
    p.leave_rate_per_day = 1000;
    p.return_rate_per_day = 0.01;
    Scene scene(t, p);
    scene.alarm[0] = scene.unease[0] = 1;
    scene.run(3);
    ASSERT_EQ(scene.sheltered(1) + scene.sheltered(2), 1003);
    const Persons rest = scene.sheltered(1) % 5;
    EXPECT_TRUE(rest == 0 || rest == 3) << "one household is of three";
    scene.alarm[0] = scene.unease[0] = 0;
    for (int day = 0; day < 100; ++day) {
        scene.run(1);
        const Persons home = scene.at_home(0) % 5;
        ASSERT_TRUE(home == 0 || home == 3) << home << " on day " << day;
    }
    EXPECT_GT(scene.at_home(0), 300);
    EXPECT_LT(scene.at_home(0), 1000);
    scene.people.check_conservation();
}

TEST_P(Civilian, ACampFillsToItsRoomAndNoFurther) {
    auto t = in(test::road_to_a_camp(1, 50));
    t.places.push_back(place("Zz other", "Aru", PlaceKind::camp));
    t.routes.push_back(route(0, 2, 500));
    t.places[1].capacity = 300;
    auto p = test::at_rest();
    p.distance_reach_km = 1000;
    p.leave_rate_per_day = 0.02;
    Scene scene(t, p);
    scene.alarm[0] = 1;
    scene.run(100);
    EXPECT_GT(scene.sheltered(1), 240);
    EXPECT_LE(scene.sheltered(1), 310) << "but for those on the way when the last room went";
}

TEST_P(Civilian, TheInitialStockOfPrescribedModeIsInTheCampsOnDayNought) {
    auto t = camp_within_a_day();
    t.settings.displacement = DisplacementMode::prescribed;
    Scene scene(t);
    scene.alarm[0] = 1;
    scene.run(1, 54321);
    EXPECT_EQ(scene.people.totals().displaced(), 54321);
    EXPECT_EQ(scene.sheltered(1), 54321);
    scene.run(1, 60000);
    EXPECT_EQ(scene.people.totals().displaced(), 60000);
    EXPECT_EQ(scene.sheltered(1), 54321) << "newcomers walk";
    scene.run(1, 60000);
    EXPECT_EQ(scene.sheltered(1), 60000);
    scene.run(1, 100);
    EXPECT_EQ(scene.people.totals().displaced(), 100);
    EXPECT_EQ(scene.at_home(0), many - 100);
}

TEST_P(Civilian, PrescribedDeparturesAreByPropensity) {
    auto t = camp_within_a_day();
    t.settings.displacement = DisplacementMode::prescribed;
    Scene scene(t);
    scene.alarm[0] = 1;
    scene.run(1, many / 64);
    Stream any(1, 2, 3);
    const auto left = scene.people.traits_at_home(scene.world.cell(PlaceId{0}, GroupId{0}), any);
    // Few of many leave, so bins hardly deplete: each gets its propensity's share, within the
    // batches' slow drift.
    for (std::size_t b = 0; b < trait_bins; ++b) {
        const double leavers = crowd / 64 * rules::leave_propensity(traits_of(b)) / trait_bins;
        EXPECT_NEAR(static_cast<double>(left[b]), crowd / 16 - leavers,
                    5.5 * std::sqrt(crowd / 16 * 15 / 16))
            << b;
    }
}

TEST_P(Civilian, ADeadUnitIsAnAgentsPeopleAndNoMoreThanThereAre) {
    auto t = in(test::two_towns());
    t.settings.persons_per_agent = GetParam() == Representation::individual ? 7 : 1;
    Scene scene(t);
    std::vector<Persons> by_group(2);
    Stream s(1, 2, 3);
    for (int i = 0; i < 200; ++i) scene.people.kill(PlaceId{0}, GroupId{1}, 3, s, by_group);
    scene.people.check_conservation();
    EXPECT_EQ(by_group[0], 0);
    EXPECT_EQ(by_group[1], scene.people.totals().killed);
    // 200 rounds of 3 deaths: in agents of seven each round kills one with chance 3/7.
    const double sd =
        GetParam() == Representation::individual ? 7 * std::sqrt(200 * 3.0 / 7 * 4 / 7) : 1;
    EXPECT_NEAR(static_cast<double>(by_group[1]), 600, z * sd);
    for (int i = 0; i < 20; ++i) scene.people.kill(PlaceId{0}, none<GroupId>(), 500, s, by_group);
    EXPECT_EQ(by_group[0] + by_group[1], 2000);
    EXPECT_EQ(scene.people.present(PlaceId{0}), 0);
    EXPECT_EQ(scene.people.present(PlaceId{1}), 2000);
}

TEST_P(Civilian, ACopyIsAWorldOfItsOwn) {
    auto p = test::at_rest();
    p.leave_rate_per_day = 0.05;
    auto t = in(test::road_to_a_camp(3, 80));
    Scene scene(t, p);
    scene.alarm[0] = 1;
    scene.run(10);
    const Population before = scene.people;
    const auto digest = [](const Population& people) {
        StateHash h;
        people.hash(h);
        return h.digest();
    };
    const auto then = digest(before);
    scene.run(10);
    EXPECT_EQ(digest(before), then);
    const auto later = digest(scene.people);
    scene.people = before;
    scene.day -= 10;
    scene.run(10);
    EXPECT_EQ(digest(scene.people), later);
}

}  // namespace
}  // namespace forestall
