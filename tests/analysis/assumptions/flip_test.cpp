// SPDX-License-Identifier: Apache-2.0
// Flips against known ones: with a difference of mean + slope × z, the advice changes at z = -mean
// / slope.
#include "analysis/assumptions/flip.hpp"

#include <gmock/gmock.h>

#include "analysis/assumptions/false_alarms.hpp"
#include "analysis/assumptions/made_up.hpp"
#include "analysis/assumptions/prices.hpp"

namespace forestall::assumptions {
namespace {

using forestall::testing::made_up;
using forestall::testing::normal;
using forestall::testing::outbreak;
using forestall::testing::Truth;

/// Option 1 is worse by mean + slopes · z + noise.
Truth lines(double mean, std::vector<double> slopes, double noise, std::size_t members = 1000) {
    Truth t;
    t.members = members;
    t.harm = [=, slopes = std::move(slopes)](std::size_t o, const std::vector<double>& z,
                                             Stream& luck) {
        const double shared = 10 * outbreak(luck, 1000), own = normal(luck);
        double more = mean + noise * own;
        for (std::size_t i = 0; i < slopes.size(); ++i) more += slopes[i] * z[i];
        return shared + (o == 0 ? 0 : more);
    };
    return t;
}

TEST(Flip, IsWhereTheLinesCross) {
    Study study = made_up(lines(1, {-1.25}, 1), 2);
    study.assumptions[0].law = Law{{Shape::normal, {50, 10, 0}, ""}, 0, 100};
    const Flips flips = flips_of(study, {});
    ASSERT_FALSE(flips.each.empty());
    const Flip& f = flips.each.front();
    EXPECT_EQ(f.numbers, std::vector<std::size_t>{0});
    EXPECT_EQ(f.to, 1u);
    EXPECT_NEAR(f.score[0], 0.8, 0.12);
    EXPECT_NEAR(f.value[0], 58, 1.2);
    EXPECT_TRUE(f.plausible);
    EXPECT_TRUE(f.told);
    EXPECT_GT(f.stands, 0.99);
    EXPECT_NEAR(f.lead.value, 1.25 * plausible_score - 1, 0.25);
    EXPECT_LE(f.lead.lo, 1.25 * plausible_score - 1);
    EXPECT_GE(f.lead.hi, 1.25 * plausible_score - 1);
    EXPECT_TRUE(flips.pairs.empty());
}

TEST(Flip, OutsideThePlausibleRangeIsFarAndNeverTold) {
    const Flips flips = flips_of(made_up(lines(2, {1}, 0.2), 2), {});
    ASSERT_EQ(flips.each.size(), 1u);
    EXPECT_NEAR(flips.each[0].score[0], -2,
                0.2);  // the 2 % point of 1,000 draws is known to about 0.1
    EXPECT_FALSE(flips.each[0].plausible);
    EXPECT_FALSE(flips.each[0].told);
}

TEST(Flip, OfTwoTogetherIsFoundWhereOneAloneIsNotEnough) {
    const Flips flips = flips_of(made_up(lines(3, {-1, 0, 1.2}, 0.2), 2), {});
    EXPECT_TRUE(std::none_of(flips.each.begin(), flips.each.end(),
                             [](const Flip& f) { return f.plausible; }));
    ASSERT_EQ(flips.pairs.size(), 1u);
    const Flip& f = flips.pairs.front();
    EXPECT_THAT(f.numbers, ::testing::UnorderedElementsAre(0u, 2u));
    // The nearest point of the line z0 - 1.2 z2 = 3 to the middle is 3 / |(1, -1.2)| away.
    EXPECT_NEAR(f.distance, 3 / std::hypot(1, 1.2), 0.12);
    EXPECT_GT(f.score[f.numbers[0] == 0 ? 0 : 1], 0);
}

TEST(Flip, IsNowhereWhereOneOptionIsFarBetter) {
    const Flips flips = flips_of(made_up(lines(100, {1, 1}, 1), 2), {});
    EXPECT_TRUE(flips.each.empty());
    EXPECT_TRUE(flips.pairs.empty());
    EXPECT_EQ(flips.by_chance, 0);
}

TEST(Flip, AHollowInTheMiddleIsNone) {
    Truth t = lines(0, {}, 0);
    t.members = 2000;
    t.harm = [](std::size_t o, const std::vector<double>& z, Stream& luck) {
        return (o == 0 ? 0 : 2 * z[0] * z[0] - 0.5) + 0.1 * normal(luck);  // below 0 within ± 0.5
    };
    for (const Flip& f : flips_of(made_up(t, 2), {}).each) EXPECT_NE(f.numbers[0], 0u);
}

TEST(Flip, IsNotLookedForInOptionsThatANumberCannotReach) {
    // Noise makes a hundred numbers of option 1's seem to matter to option 2; only option 1 may be
    // named.
    Truth t;
    t.members = 60;
    t.assumptions = 100;
    t.options = 3;
    t.harm = [](std::size_t o, const std::vector<double>&, Stream& luck) {
        double own = 0;
        for (std::size_t i = 0; i <= o; ++i) own = normal(luck);
        return own + (o == 0 ? 0 : 0.2);
    };
    Study study = made_up(t, 4);
    const std::size_t other = study.best == 1 ? 2 : 1;
    for (Assumption& a : study.assumptions) {
        a.reaches.assign(3, false);
        a.reaches[other] = true;
    }
    const Flips flips = flips_of(study, {});
    EXPECT_FALSE(flips.each.empty());
    for (const Flip& f : flips.each) EXPECT_EQ(f.to, other);
}

TEST(Flip, IsTheSameOnAnyNumberOfThreads) {
    const Study study = made_up(lines(0.2, {0.5, 0.2, 0.1}, 3, 200), 4);
    const Parallel parallel(Backend::jthread, 4, 3);
    const Flips a = flips_of(study, {199, 5, nullptr}), b = flips_of(study, {199, 5, &parallel});
    ASSERT_EQ(a.each.size(), b.each.size());
    EXPECT_EQ(a.by_chance, b.by_chance);
    for (std::size_t i = 0; i < a.each.size(); ++i) {
        EXPECT_EQ(a.each[i].value, b.each[i].value);
        EXPECT_EQ(a.each[i].lead.lo, b.each[i].lead.lo);
    }
}

TEST(Flip, OfTheWorthIsWhereCostAndHarmBalance) {
    // Option 1 averts 10 at a cost of 1,000,000: the advice changes at 100,000 a unit.
    Truth t;
    t.harm = [](std::size_t o, const std::vector<double>&, Stream& luck) {
        return (o == 0 ? 10 : 0) + normal(luck);
    };
    Study study = made_up(t, 3);
    for (double& c : study.cost[1]) c = 1e6;
    Plan plan;
    plan.replicates = 499;
    WorthFlips flips = worth_flips(study, plan);
    ASSERT_EQ(flips.below.size(), 1u);
    EXPECT_TRUE(flips.above.empty());
    EXPECT_NEAR(flips.below[0].worth.value, 1e5, 1);
    EXPECT_EQ(flips.below[0].to, 0u);
    study.worth = 1e4;
    study.harm = net_harm(study.turned, study.cost, study.worth);
    study.best = best_of(study.harm, 0);
    EXPECT_EQ(study.best, 0u);
    flips = worth_flips(study, plan);
    EXPECT_TRUE(flips.below.empty());
    ASSERT_EQ(flips.above.size(), 1u);
    EXPECT_NEAR(flips.above[0].worth.value, 1e5, 1);
    EXPECT_EQ(flips.above[0].to, 1u);
}

/// Three options, the first better by nothing at all, ten numbers that matter to nothing, heavy
/// tails: 200 files at a rate of 5 % at most: at most 27 are told of a flip at alpha 1e-6. The twin
/// takes each number's own interval; it tells in far more files.
TEST(Flip, IsToldInOneOfTwentyFilesAtMostWhereNothingMatters) {
    constexpr int files = 200;
    Truth t;
    t.members = 200;
    t.assumptions = 10;
    t.options = 3;
    t.harm = [](std::size_t o, const std::vector<double>&, Stream& luck) {
        double own = 0;
        for (std::size_t i = 0; i <= o; ++i) own = 10 * outbreak(luck, 1000);
        return own;
    };
    int told = 0, twin = 0, plausible = 0;
    double by_chance = 0;
    for (int f = 0; f < files; ++f) {
        const Flips flips =
            flips_of(made_up(t, 900 + static_cast<std::uint64_t>(f)), {199, 7, nullptr});
        bool any = false, alone = false;
        for (const Flip& flip : flips.each) {
            any = any || flip.told;
            alone = alone || (flip.plausible && flip.lead.value > flip.lead.error);
            plausible += flip.plausible;
        }
        told += any;
        twin += alone;
        by_chance += flips.by_chance;
    }
    RecordProperty("told", told);
    RecordProperty("twin", twin);
    EXPECT_GT(test::tail(told, files, 0.05), 1e-6) << told;
    EXPECT_LT(test::tail(twin, files, 0.05), 1e-6) << twin;
    EXPECT_NEAR(plausible, by_chance, 0.1 * by_chance);  // what chance gives is what is found
}

}  // namespace
}  // namespace forestall::assumptions
