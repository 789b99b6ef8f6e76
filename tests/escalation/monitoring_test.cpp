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
            .displacement_scale = 0.1,
            .prevention_level = 0.15,
            .mitigation_level = 0.35,
            .escalating_deaths = 20,
            .response_deaths = 250,
            .calm_days = 84,
            .attention_memory_days = 45,
            .attended_level = 0.3,
            .refugees_per_death = 200,
            .indicator_error = 0,
            .battle_scale = 15,
            .attention_scale = 300};
}

constexpr double million = 1e6;

TEST(Risk, IsTheStructuralRiskInPeace) {
    StageWatch watch(7);
    EXPECT_EQ(watch.update(Evidence{0, 0, million}, parameters()), Stage::prevention);
    EXPECT_DOUBLE_EQ(watch.risk(), 0.2);
    auto safe = parameters();
    safe.structural_risk = 0.1;
    StageWatch calm(7);
    EXPECT_EQ(calm.update(Evidence{0, 0, million}, safe), Stage::none);
}

TEST(Risk, CombinesWhatIsSeenAsIndependentWays) {
    StageWatch watch(7);
    watch.update(Evidence{100, 0.1, million},
                 parameters());  // 10 deaths per 100,000; a tenth displaced: both at their scale
    const double seen = 1 - std::exp(-1.0);
    EXPECT_NEAR(watch.risk(), 1 - 0.8 * (1 - seen / 2) * (1 - seen / 2), 1e-12);
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

TEST(Risk, RisesAQuarterOfTheWayWithBattlesIncitementAndUnrest) {
    const double seen = 1 - std::exp(-1.0);
    const auto risk = [](const Evidence& e) {
        StageWatch watch(7);
        watch.update(e, parameters());
        return watch.risk();
    };
    EXPECT_NEAR(risk({.population = million, .battle_deaths = 150}), 1 - 0.8 * (1 - seen / 4),
                1e-12);
    EXPECT_NEAR(risk({.population = million, .incitement = 1}), 1 - 0.8 * 0.75, 1e-12);
    EXPECT_NEAR(risk({.population = million, .incitement = 7}), 1 - 0.8 * 0.75, 1e-12)
        << "full is full";
    EXPECT_NEAR(risk({.population = million, .mobilised_share = 0.05}), 1 - 0.8 * (1 - seen / 4),
                1e-12);
}

TEST(Risk, ForgetsBattlesByOneEthPerQuarter) {
    StageWatch watch(91);
    watch.update({.population = million, .battle_deaths = 150}, parameters());
    watch.update({.population = million}, parameters());
    EXPECT_NEAR(watch.risk(), 1 - 0.8 * (1 - (1 - std::exp(-std::exp(-1.0))) / 4), 1e-12);
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
    const double after = watch.risk();
    for (int step = 1; step < 13; ++step) {
        watch.update(Evidence{0, 0, million}, parameters());
        EXPECT_DOUBLE_EQ(watch.risk(), after);
    }
    watch.update(Evidence{0, 0, million}, parameters());
    EXPECT_DOUBLE_EQ(watch.risk(), 0.2);
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
    EXPECT_EQ(watch.update(Evidence{0, 0.9, million}, parameters()), Stage::prevention)
        << "high risk without violence";
    EXPECT_GT(watch.risk(), 0.35);
    EXPECT_EQ(watch.update(Evidence{50, 0.9, million}, parameters()), Stage::mitigation);
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
