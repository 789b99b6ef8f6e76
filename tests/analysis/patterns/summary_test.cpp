// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

Case terms() {
    Case c;
    c.people = {100, 200};
    c.region_of = {0, 1, -1};
    c.side_of = {0, 1};
    c.sides = {"first", "second"};
    c.capital = 0;
    c.half_years = {182, 365};
    return c;
}

TEST(RiskSummary, IsDefinedWhereNobodyDies) {
    const std::vector<Course> calm = {calm_course(209), calm_course(209)};
    const RiskSummary found = risk_summary(calm);
    EXPECT_EQ(found.onset.k, 0);
    EXPECT_NEAR(found.onset.n, 2 * 209 * 7 / 365.0, 1e-9);
    EXPECT_EQ(found.fighting.n, 0);
    EXPECT_EQ(found.killing.n, 0);
    EXPECT_EQ(found.ratio, 0);
    EXPECT_EQ(found.burst, 0);
}

TEST(RiskSummary, CountsYearsUntilTheOnset) {
    Course c = calm_course(209);
    c.onset = 51;
    const RiskSummary found = risk_summary(std::vector<Course>{c});
    EXPECT_EQ(found.onset.k, 1);
    EXPECT_NEAR(found.onset.n, std::max(1.0, 52 * 7 / 365.0), 1e-9);
}

/// Four years: war in the first two and in the last, killing in the second.
TEST(RiskSummary, CountsYearsAfterWhichItIsOverForNow) {
    Course c = calm_course(209);
    for (const int year : {0, 1, 3}) c.acts.push_back(battle(year * 53 + 3, 30));
    c.acts.push_back(battle(2 * 53 + 3, 24));
    c.acts.push_back(killing(53 + 3, 120));
    c.acts.push_back(killing(2 * 53 + 3, 99));
    const RiskSummary found = risk_summary(std::vector<Course>{c});
    EXPECT_EQ(found.fighting.n, 2) << "the last year has none after it";
    EXPECT_EQ(found.fighting.k, 1);
    EXPECT_EQ(found.killing.n, 1);
    EXPECT_EQ(found.killing.k, 1);
    EXPECT_NEAR(found.ratio, std::log((219 + 10) / (114.0 + 10)), 1e-9);
    EXPECT_NEAR(found.burst, std::log((120 + 30) / 333.0), 1e-9);
}

/// A mass killing of the first year that ends by itself, and one whose perpetrator is beaten.
TEST(RiskSummary, CountsWaysInWhichKillingEnds) {
    Course change = calm_course();
    for (int w = 0; w < 10; ++w) change.acts.push_back(killing(5 + w, 150));
    Course beaten = change;
    for (std::size_t y = 1; y < 10; ++y) beaten.strength[y * 2] = 100;
    const RiskSummary found = risk_summary(std::vector<Course>{change, beaten, calm_course()});
    EXPECT_EQ(found.strategy.n, 2);
    EXPECT_EQ(found.strategy.k, 1);
}

TEST(RiskSummary, CountsTrucesThatFiveYearsCanBeSeenOf) {
    Course c = calm_course();
    c.truces = {{0, 1, 100, 152, true},   // broken after a year
                {0, 1, 100, 522, false},  // holds
                {0, 1, 100, 400, true},   // broken after five years
                {0, 1, 300, 310, true}};  // too late to be seen for five years
    const RiskSummary found = risk_summary(std::vector<Course>{c});
    EXPECT_EQ(found.relapse.n, 3);
    EXPECT_EQ(found.relapse.k, 1);
}

TEST(RiskSummary, CountsRunsInWhichKillingGoesAlongWithFighting) {
    Course along = calm_course(), apart = calm_course();
    for (int q = 0; q < 8; ++q) {
        along.acts.push_back(killing(q * 13 + 1, 10.0 * (q + 1)));
        along.acts.push_back(battle(q * 13 + 1, 10.0 * (q + 1)));
        apart.acts.push_back(killing(q * 13 + 1, 10.0 * (q + 1)));
        apart.acts.push_back(battle(q * 13 + 1, 10.0 * (8 - q)));
    }
    const RiskSummary found = risk_summary(std::vector<Course>{along, apart, calm_course()});
    EXPECT_EQ(found.together.n, 2);
    EXPECT_EQ(found.together.k, 1);
}

TEST(RiskSummary, CountsFalseAlarmsOfYearsUntilTheOnset) {
    Course early = calm_course(), never = calm_course();
    early.seen[10] = 3;
    const RiskSummary found = risk_summary(std::vector<Course>{early, never});
    EXPECT_EQ(found.alarms.k, 1);
    EXPECT_NEAR(found.alarms.n, 2 * 522 * 7 / 365.25, 1e-9);
    Course right = early;
    right.onset = 20;
    EXPECT_EQ(false_alarms(right).k, 0);
    Course soon = early;
    soon.onset = 40;
    EXPECT_EQ(false_alarms(soon).n, 1) << "no fewer years than alarms";
}

TEST(CaseSummary, IsDefinedWhereNobodyDies) {
    for (const double x : case_summary(calm_course(52), terms()).numbers())
        EXPECT_TRUE(std::isfinite(x));
}

TEST(CaseSummary, SaysWhenWhereAndWho) {
    const std::vector<Death> deaths = {{10, 0, 0, true, 30, 20},
                                       {200, 1, 1, true, 60, 50},
                                       {300, 1, -1, false, 15, 15},
                                       {400, -1, -1, false, 5, 5}};
    const CaseSummary found =
        case_summary(deaths, std::vector<std::int64_t>{2, 3, 85}, 9000, 45, terms());
    ASSERT_EQ(found.half_years.size(), 2u);
    EXPECT_NEAR(found.half_years[0], std::log(25.0), 1e-9);
    EXPECT_NEAR(found.half_years[1], std::log(70.0), 1e-9) << "what lies behind the last is left";
    EXPECT_NEAR(found.ratio, std::log(95.0 / 25), 1e-9);
    EXPECT_NEAR(found.capital, std::log(35.0 / 80), 1e-9) << "of deaths whose region is known";
    EXPECT_NEAR(found.small, std::log(4.0 / 3), 1e-9);
    EXPECT_NEAR(found.largest, std::log(86.0), 1e-9);
    EXPECT_NEAR(found.second_side, std::log(70.0 / 40), 1e-9);
    EXPECT_NEAR(found.displaced, std::log(10000.0 / 50), 1e-9);
    EXPECT_EQ(found.numbers().size(), 9u);
}

TEST(CaseSummary, OfACourseCountsCiviliansAsReported) {
    Course c = calm_course(52);
    c.acts = {killing(1, 40), battle(1, 7)};
    c.displaced[1] = 500;
    const auto deaths = deaths_of(c, terms());
    ASSERT_EQ(deaths.size(), 2u);
    EXPECT_EQ(deaths[0].reported, 20);
    EXPECT_EQ(deaths[1].reported, 7);
    EXPECT_EQ(deaths[0].side, 0);
    EXPECT_EQ(deaths[1].side, -1) << "of one-sided deaths only";
    EXPECT_NEAR(case_summary(c, terms()).displaced, std::log(1500.0 / 45), 1e-6);
}

}  // namespace
}  // namespace forestall::patterns
