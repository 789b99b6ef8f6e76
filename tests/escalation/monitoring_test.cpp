// SPDX-License-Identifier: Apache-2.0
#include "escalation/monitoring.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall {
namespace {

MonitoringParameters parameters() {
    return {.delay_days = 14,
            .reporting = 1,
            .structural_risk = 0.2,
            .deaths_scale = 10,
            .displacement_scale = 0.001,
            .prevention_level = 0.15,
            .mitigation_level = 0.35,
            .escalating_deaths = 20,
            .response_deaths = 250,
            .calm_days = 84,
            .attention_memory_days = 45,
            .attended_level = 0.3,
            .refugees_per_death = 200,
            .indicator_error = 0,
            .battle_scale = 20,
            .quarter = 0.2,
            .month = 0.35,
            .battles = 0.25,
            .displaced = 0.1,
            .unrest = 0.1,
            .incitement = 0.3,
            .orders = 0.4,
            .upheaval = 0.3,
            .leading = 0.4,
            .imminent = 1,
            .per_head = 1000,
            .assumed = 0.65,
            .attention_scale = 300};
}

constexpr double million = 1e6;

double log_odds(double p) { return std::log(p / (1 - p)); }

/// What the evidence of one step adds to the log-odds of the structural risk.
double added(const Evidence& e, double counted = 1) {
    StageWatch watch(7);
    watch.update(e, parameters(), counted);
    return log_odds(watch.risk()) - log_odds(0.2);
}

TEST(Risk, IsTheStructuralRiskInPeace) {
    StageWatch watch(7);
    EXPECT_EQ(watch.update(Evidence{0, 0, million}, parameters()), Stage::prevention);
    EXPECT_NEAR(watch.risk(), 0.2, 1e-12);
    auto safe = parameters();
    safe.structural_risk = 0.1;
    StageWatch calm(7);
    EXPECT_EQ(calm.update(Evidence{0, 0, million}, safe), Stage::none);
}

TEST(Risk, AddsUpWhatIsSeenInLogOdds) {
    EXPECT_NEAR(added({.civilian_deaths = 10, .population = million}),
                0.2 * std::log(2) + 0.35 * std::log(3), 1e-9);
    EXPECT_NEAR(added({.displaced_share = 0.001, .population = million}), 0.1 * std::log(2), 1e-9);
    EXPECT_NEAR(added({.population = million, .battle_deaths = 20}), 0.25 * std::log(2), 1e-9);
    EXPECT_NEAR(added({.population = million, .mobilised_share = 0.005}), 0.1 * std::log(2), 1e-9);
    EXPECT_NEAR(added({.population = million, .incitement = 7}), 0.3, 1e-9) << "full is full";
    EXPECT_NEAR(added({.population = million, .orders = 1}), 0.4, 1e-9);
    EXPECT_NEAR(added({.population = million, .upheaval = 0.5}), 0.15, 1e-9);
    EXPECT_NEAR(added({.population = million, .leading = 10}), 0.4 * std::log(2), 1e-9);
}

TEST(Risk, AllowsForDeathsThatAreNotReported) {
    EXPECT_NEAR(added({.civilian_deaths = 5, .population = million}, 0.5),
                added({.civilian_deaths = 10, .population = million}), 1e-12);
}

TEST(Risk, GrowsWithDeathsAndDisplacementAndStaysAShare) {
    double before = 0;
    for (double x = 0; x < 1e5; x = 2 * x + 1) {
        StageWatch watch(7);
        watch.update(Evidence{x, std::min(1.0, x / 1e4), million}, parameters());
        EXPECT_GE(watch.risk(), before);
        EXPECT_LE(watch.risk(), 1);
        before = watch.risk();
    }
}

TEST(Risk, ForgetsBattlesByOneEthPerQuarter) {
    StageWatch watch(91);
    watch.update({.population = million, .battle_deaths = 150}, parameters());
    watch.update({.population = million}, parameters());
    EXPECT_NEAR(log_odds(watch.risk()) - log_odds(0.2),
                0.25 * std::log1p(150 * std::exp(-1.0) / 20), 1e-9);
}

TEST(Stage, IsNoMitigationForBattlesAndWordsAlone) {
    StageWatch watch(7);
    const Evidence war{
        .population = million, .battle_deaths = 1e4, .incitement = 1, .mobilised_share = 0.2};
    for (int step = 0; step < 10; ++step)
        EXPECT_EQ(watch.update(war, parameters()), Stage::prevention);
    EXPECT_GT(watch.risk(), parameters().mitigation_level)
        << "the risk is there; civilians do not die";
}

TEST(Risk, ForgetsDeathsAfterThirteenWeeks) {
    StageWatch watch(7);
    watch.update(Evidence{100, 0, million}, parameters());
    for (int step = 1; step < 13; ++step) {
        watch.update(Evidence{0, 0, million}, parameters());
        EXPECT_GT(watch.risk(), 0.25);
    }
    watch.update(Evidence{0, 0, million}, parameters());
    EXPECT_NEAR(watch.risk(), 0.2, 1e-9);
}

TEST(Stage, IsResponseWhenAThreatIsImminentOrMuchOfASmallPeopleIsKilled) {
    auto p = parameters();
    p.imminent = 0.5;
    StageWatch alarmed(7);
    EXPECT_EQ(alarmed.update({.civilian_deaths = 40,
                              .population = million,
                              .battle_deaths = 200,
                              .incitement = 1,
                              .orders = 1,
                              .upheaval = 1},
                             p),
              Stage::response)
        << "40 are far from 250";
    p = parameters();
    p.per_head = 25;
    StageWatch few(7);
    EXPECT_EQ(few.update(Evidence{60, 0, 200000}, p), Stage::response) << "30 in 100,000";
}

TEST(Stage, IsResponseAtOnceFromTheThresholdOfDeaths) {
    StageWatch watch(7);
    watch.update(Evidence{249, 0, million}, parameters());
    EXPECT_LT(watch.stage(), Stage::response);
    watch.update(Evidence{1, 0, million}, parameters());
    EXPECT_EQ(watch.stage(), Stage::response);
}

TEST(Stage, IsMitigationWhenRiskIsHighAndViolenceEscalates) {
    StageWatch watch(7);
    const Evidence unrest{.displaced_share = 0.9, .population = million, .incitement = 1};
    EXPECT_EQ(watch.update(unrest, parameters()), Stage::prevention)
        << "high risk without violence";
    EXPECT_GT(watch.risk(), 0.35);
    Evidence killing = unrest;
    killing.civilian_deaths = 50;
    EXPECT_EQ(watch.update(killing, parameters()), Stage::mitigation);
}

TEST(Stage, FallsOnlyAfterCalmHasLasted) {
    for (const double calm_days : {0.0, 7.0, 84.0, 200.0}) {
        auto p = parameters();
        p.calm_days = calm_days;
        StageWatch watch(7);
        ASSERT_EQ(watch.update(Evidence{300, 0, million}, p), Stage::response);
        int lower = 0;  // steps in which the quarter's deaths are below the threshold
        for (int step = 1; step < 60 && watch.stage() == Stage::response; ++step) {
            watch.update(Evidence{0, 0, million}, p);
            if (step >= 13) ++lower;
        }
        EXPECT_EQ(lower, std::max(1, static_cast<int>(std::ceil(calm_days / 7))))
            << calm_days << " days of calm asked for";
        EXPECT_EQ(watch.stage(), Stage::prevention);
    }
}

TEST(Stage, ARelapseStartsTheCalmAnew) {
    StageWatch watch(7);
    watch.update(Evidence{300, 0, million}, parameters());
    for (int step = 0; step < 13 + 10; ++step) watch.update(Evidence{0, 0, million}, parameters());
    EXPECT_EQ(watch.stage(), Stage::response)
        << "11 weeks below the threshold are less than 84 days";
    watch.update(Evidence{300, 0, million}, parameters());
    for (int step = 0; step < 13 + 10; ++step) watch.update(Evidence{0, 0, million}, parameters());
    EXPECT_EQ(watch.stage(), Stage::response);
    watch.update(Evidence{0, 0, million}, parameters());
    EXPECT_EQ(watch.stage(), Stage::prevention);
}

TEST(Attention, DecaysByOneEthPerMemory) {
    const auto p = parameters();
    EXPECT_NEAR(attention_after(0.8, 0, 45, p), 0.8 * std::exp(-1.0), 1e-15);
    EXPECT_EQ(attention_after(0, 0, 7, p), 0);
    double a = 1;
    for (int week = 0; week < 100; ++week) {
        const double next = attention_after(a, 0, 7, p);
        EXPECT_LT(next, a);
        EXPECT_GT(next, 0);
        a = next;
    }
}

TEST(Attention, RisesWithReportsAndSaturates) {
    const auto p = parameters();
    EXPECT_NEAR(attention_after(0, 300, 7, p), 1 - std::exp(-1.0), 1e-15);
    double before = 0;
    for (double reports = 0; reports < 1e7; reports = 3 * reports + 1) {
        const double a = attention_after(0.3, reports, 7, p);
        EXPECT_GE(a, before);
        EXPECT_LE(a, 1);
        before = a;
    }
    EXPECT_NEAR(before, 1, 1e-12);
}

}  // namespace
}  // namespace forestall
