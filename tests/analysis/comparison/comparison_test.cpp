// SPDX-License-Identifier: Apache-2.0
// The figures of a comparison on columns small enough to work out by hand.
#include "analysis/comparison/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/family.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairing.hpp"
#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/planted.hpp"
#include "analysis/comparison/quick.hpp"
#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/studies.hpp"
#include "analysis/comparison/tail.hpp"
#include "analysis/comparison/verdict.hpp"

namespace forestall::comparison {
namespace {

using test::quick;

TEST(Ranking, TiesAreShared) {
    const Columns c{{1, 2, 3, 0}, {1, 5, 2, 0}, {1, 2, 9, 4}};
    const auto best = chance_of_best(c);
    EXPECT_NEAR(best[0].value, (1.0 / 3 + 0.5 + 0 + 0.5) / 4, 1e-12);
    EXPECT_NEAR(best[0].value + best[1].value + best[2].value, 1, 1e-12);
    EXPECT_EQ(chance_of_worse(c, 0)[1].value, 0.25);
    EXPECT_EQ(chance_of_worse(c, 0)[0].value, 0);
}

TEST(Ranking, WilsonIsTheTextbookInterval) {
    const Figure f = wilson(0.1, 100);  // Newcombe 1998: 0.0552 to 0.1744
    EXPECT_NEAR(f.lo, 0.0552, 1e-4);
    EXPECT_NEAR(f.hi, 0.1744, 1e-4);
    EXPECT_EQ(wilson(0, 10).lo, 0);
}

TEST(Exact, LimitsAreThoseOfTheTextbook) {
    const Figure f = exact_share(10, 100, 0.05);  // Newcombe 1998: 0.0490 to 0.1762
    EXPECT_NEAR(f.lo, 0.0490, 1e-4);
    EXPECT_NEAR(f.hi, 0.1762, 1e-4);
    EXPECT_EQ(exact_share(0, 40, 0.05).lo, 0);
    EXPECT_LT(exact_share(40, 40, 0.05).lo, 1);
    EXPECT_EQ(exact_share(40, 40, 0.05).hi, 1);
}

TEST(Exact, PairedSharesAreTangos) {
    // No pair that differs: z² / (n + z²) either way, in closed form.
    const Figure none = paired_shares(0, 0, 50, 0.05);
    const double z2 = 1.959963984540054 * 1.959963984540054;
    EXPECT_NEAR(none.lo, -z2 / (50 + z2), 1e-9) << "what was not seen may still be";
    EXPECT_NEAR(none.hi, z2 / (50 + z2), 1e-9);
    // 12 and 4 pairs of 60, by another program.
    const Figure f = paired_shares(12, 4, 60, 0.05);
    EXPECT_NEAR(f.value, 8.0 / 60, 1e-12);
    EXPECT_NEAR(f.lo, 0.0029302846304987, 1e-6);
    EXPECT_NEAR(f.hi, 0.26689292541912707, 1e-6);
    const Figure turned = paired_shares(4, 12, 60, 0.05);
    EXPECT_NEAR(turned.lo, -f.hi, 1e-9);
    EXPECT_NEAR(turned.hi, -f.lo, 1e-9);
}

TEST(Exact, QuantilesLieBetweenOrderStatistics) {
    std::vector<double> x;
    for (int i = 1; i <= 100; ++i) x.push_back(i);
    const Figure f = exact_quantile(x, 0.5, 0.05);  // ranks 40 and 61 of 100
    EXPECT_EQ(f.value, 50);
    EXPECT_EQ(f.lo, 40);
    EXPECT_EQ(f.hi, 61);
    x.resize(5);
    EXPECT_TRUE(std::isnan(exact_quantile(x, 0.9, 0.05).hi)) << "five say nothing of what is above";
}

TEST(Family, WhatChangesFewMembersStandsOutsideAndWidensNobody) {
    Columns d = test::study(4, 1000, {});
    d.erase(d.begin());  // changed nothing
    const Family before = family_of(d, quick);
    Columns more = d;
    more.emplace_back(1000, 0.0);
    for (const std::size_t m : {3, 4, 5}) more.back()[m] = 900;
    const Family after = family_of(more, quick);
    EXPECT_TRUE(after.outside.back());
    EXPECT_LE(after.means.figures.back().lo, 0) << "three members make nothing clear";
    EXPECT_GT(after.changed.back().hi, 0.003);
    EXPECT_LT(after.changed.back().hi, 0.02);
    for (std::size_t o = 0; o < d.size(); ++o) {
        ASSERT_FALSE(before.outside[o]) << o;
        // What it may err is taken off the others: they widen by that alone.
        EXPECT_LT(after.means.critical[o], 1.15 * before.means.critical[o]);
    }
}

TEST(Contrasts, SayWhatTheirColumnsWould) {
    const Columns c = test::study(5, 80, {});
    std::vector<Contrast> contrasts{{3, Contrast::nothing}};
    Columns stored{c[3]};
    for (std::size_t a = 0; a < c.size(); ++a)
        for (std::size_t b = a + 1; b < c.size(); ++b) {
            contrasts.push_back({a, b});
            stored.push_back(values_of(c, {a, b}));
        }
    const Means made = simultaneous_means(c, contrasts, quick),
                kept = simultaneous_means(stored, quick);
    ASSERT_EQ(made.figures.size(), kept.figures.size());
    EXPECT_EQ(made.critical, kept.critical);
    EXPECT_EQ(made.nonzero, kept.nonzero);
    for (std::size_t i = 0; i < kept.figures.size(); ++i) {
        EXPECT_EQ(made.figures[i].lo, kept.figures[i].lo);
        EXPECT_EQ(made.figures[i].hi, kept.figures[i].hi);
    }
}

TEST(Regret, IsAgainstTheBestOfEachMember) {
    const Columns c{{1, 2, 3}, {4, 0, 3}};
    EXPECT_EQ(member_regrets(c), (Columns{{0, 2, 0}, {3, 0, 0}}));
    EXPECT_EQ(regrets_of_means(c)[0], 0);
    EXPECT_NEAR(regrets_of_means(c)[1], 1.0 / 3, 1e-12);
}

TEST(Tail, IsTheMeanOfTheWorstTenth) {
    std::vector<double> x;
    for (int i = 1; i <= 100; ++i) x.push_back(i);
    EXPECT_NEAR(worst_tenth({x}, quick)[0].value, 95.5, 1e-9);  // 91 … 100
}

TEST(Tail, OfOneMemberIsNotDefined) {
    const std::vector<double> few(19, 7), enough(20, 7);
    const Figure none = worst_tenth({few, few}, quick)[1];
    EXPECT_TRUE(std::isnan(none.value) && std::isnan(none.lo) && std::isnan(none.error));
    EXPECT_EQ(worst_tenth({enough}, quick)[0].value, 7);
}

TEST(Pairing, CountsWhatSharedLuckSaves) {
    std::vector<double> x, y;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        Stream s(3, 4, i);
        const double shared = 3 * sample::normal(s.uniform());
        x.push_back(shared + sample::normal(s.uniform()));
        y.push_back(shared + sample::normal(s.uniform()));
    }
    const Figure f = variance_reductions({x, y}, 0, quick)[1];  // (10 + 10) / 2
    EXPECT_LT(f.lo, 10);
    EXPECT_GT(f.hi, 10);
    EXPECT_LT(f.hi - f.lo, 2);
    EXPECT_TRUE(std::isnan(variance_reductions({x, x}, 0, quick)[1].value));
}

TEST(Cost, IsDiscountedByDayAndMovedBetweenPriceYears) {
    const std::vector<std::int64_t> days{0, 365};
    const auto w =
        spending_weights(days, {.discount = 0.1, .inflation = 0.02, .from = 2024, .to = 2026});
    EXPECT_NEAR(w[0], 1.02 * 1.02, 1e-12);
    EXPECT_NEAR(w[1] / w[0], std::pow(1.1, -365 / 365.25), 1e-12);
    EXPECT_EQ(present_values(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 0.5}),
              (std::vector<double>{2, 5}));
}

TEST(CostEffect, IsDefinedExactlyWhereTheIntervalOfTheEffectExcludesZero) {
    const std::vector<double> cost(100, 500.0);
    std::vector<double> averted;
    for (int i = 0; i < 100; ++i) averted.push_back(i % 2 == 0 ? 2 : 0);
    const double error = std::sqrt(100.0 / 99 / 100);
    const Figure f = cost_per_averted(cost, averted, 2);
    EXPECT_NEAR(f.value, 500, 1e-9);
    EXPECT_NEAR(f.lo, 500 / (1 + 2 * error),
                1e-6);  // constant cost: Fieller is the interval of the effect turned over
    EXPECT_NEAR(f.hi, 500 / (1 - 2 * error), 1e-6);
    EXPECT_TRUE(std::isnan(cost_per_averted(cost, averted, 1 / error + 0.01).value));
    EXPECT_FALSE(std::isnan(cost_per_averted(cost, averted, 1 / error - 0.01).value));
    for (double& a : averted) a = -a;
    EXPECT_TRUE(std::isnan(cost_per_averted(cost, averted, 2).value));
}

TEST(CostEffect, ADearerOptionIsAcceptableOnlyToThoseWhoPay) {
    const Columns cost{{0, 0, 0, 0}, {1000, 1000, 1000, 1000}}, averted{{0, 0, 0, 0}, {1, 1, 1, 1}};
    const Acceptability a = acceptability(cost, averted, usual_willingness(), quick);
    for (std::size_t w = 0; w < a.willingness.size(); ++w) {
        if (a.willingness[w] == 1000) continue;
        EXPECT_EQ(std::lround(a.chance[1][w]), a.willingness[w] > 1000 ? 1 : 0) << a.willingness[w];
    }
}

TEST(Means, DoNotDependOnThreads) {
    const Columns d = test::study(4, 300, {});
    const Parallel three(Backend::jthread, 3, 5);
    Plan threaded = quick;
    threaded.parallel = &three;
    EXPECT_EQ(simultaneous_means(d, quick).critical, simultaneous_means(d, threaded).critical);
}

TEST(Means, AFamilyNeedsWiderIntervalsThanItsMembersAlone) {
    const Columns d = test::study(4, 500, {});
    const Means together = simultaneous_means(d, quick), alone = separate_means(d, quick);
    for (std::size_t o = 1; o < d.size(); ++o) EXPECT_GE(together.critical[o], alone.critical[o]);
    EXPECT_EQ(together.figures[0].lo, 0);  // changed nothing
    EXPECT_EQ(together.nonzero[0], 0u);
}

TEST(Means, AFewMembersThatDifferDoNotBlowUpTheOthers) {
    Columns d = test::study(4, 1000, {});
    const double before = simultaneous_means(d, quick).critical[1];
    d[0].assign(1000, 0);
    d[0][17] = 900;
    d[0][18] = 901;
    EXPECT_LT(simultaneous_means(d, quick).critical[1], before + 1);
}

TEST(Readable, RoundsHalvesAwayFromZeroAsTerminalsDo) {
    EXPECT_EQ(readable(218.5), "219");
    EXPECT_EQ(readable(3786.5), "3,787");
    EXPECT_EQ(readable(-3786.5), "-3,787");
    EXPECT_EQ(readable(219.5), "220");
}

TEST(Comparison, GivesACostOneIntervalThatIsNeverNegative) {
    Paired p = planted();
    for (std::size_t o = 1; o < 4; ++o)
        for (std::uint32_t m = 0; m < 400; ++m) {
            p.cost[o][m] = o == 1 ? 1000.0 + m : 0;
            if (m == 7 * o) p.cost[o][m] = 1e6;
        }
    const Comparison c = compare(p, quick);
    for (std::size_t o = 1; o < 4; ++o) {
        EXPECT_EQ(c.options[o].cost.lo, c.options[o].extra_cost.lo) << o;
        EXPECT_EQ(c.options[o].cost.hi, c.options[o].extra_cost.hi) << o;
        EXPECT_GE(c.options[o].cost.lo, 0) << o;
    }
    EXPECT_EQ(c.options[2].cost.lo, 0) << "one member alone costs anything";
}

TEST(Comparison, FindsWhatWasPlanted) {
    const Comparison c = compare(planted(), quick);
    EXPECT_EQ(c.pairs.best, 1u);
    EXPECT_TRUE(c.pairs.not_told.empty());
    EXPECT_LT(c.options[1].difference.hi, 0);
    EXPECT_GT(c.options[3].difference.lo, 0);
    EXPECT_EQ(c.options[2].members_changed, 0u);
    EXPECT_NEAR(c.options[1].cost_per_death_averted.value, -1000 / c.options[1].difference.value,
                1e-6);
    EXPECT_TRUE(std::isnan(c.options[3].cost_per_death_averted.value));
    EXPECT_GT(c.options[1].variance_reduction.lo, 3);
    EXPECT_NEAR(c.options[1].independent_members.value, 400 * c.options[1].variance_reduction.value,
                1e-6);
    EXPECT_EQ(c.options[3].harm[0].deaths.value, 0);
    EXPECT_GT(c.options[3].harm[1].deaths.lo, 0);
    EXPECT_LT(c.options[1].harm[1].deaths.hi, 0);
}

/// One figure, one interval: the difference of an option from the baseline is the same, turned, as
/// that of the baseline from it, whichever of them is best, so that "better than nothing" and "not
/// told apart from nothing" exclude each other.
TEST(Comparison, GivesTheDifferenceFromTheBaselineTheSameIntervalEverywhere) {
    for (const bool less_is_better : {true, false})
        for (std::size_t baseline = 0; baseline < 4; ++baseline) {
            Paired p = planted();
            p.less_is_better = less_is_better;
            p.baseline = baseline;
            const Comparison c = compare(p, quick);
            const Figure& d = c.options[c.pairs.best].difference;
            const double sign = less_is_better ? -1 : 1;
            if (c.pairs.best == baseline) {
                for (std::size_t o = 0; o < 4; ++o) {
                    EXPECT_EQ(c.pairs.from_best[o].value, -sign * c.options[o].difference.value);
                    EXPECT_EQ(c.pairs.from_best[o].lo, less_is_better
                                                           ? c.options[o].difference.lo
                                                           : -c.options[o].difference.hi);
                }
            } else {
                EXPECT_EQ(c.pairs.from_best[baseline].value, sign * d.value);
                EXPECT_EQ(c.pairs.from_best[baseline].lo, less_is_better ? -d.hi : d.lo);
                EXPECT_EQ(c.pairs.from_best[baseline].hi, less_is_better ? -d.lo : d.hi);
            }
            for (const std::size_t o : c.pairs.not_told) EXPECT_LE(c.pairs.from_best[o].lo, 0);
        }
}

TEST(Comparison, TurnsRoundWhereMoreIsBetter) {
    Paired p = planted();
    p.less_is_better = false;
    const Comparison c = compare(p, quick);
    EXPECT_EQ(c.pairs.best, 3u);
    EXPECT_GT(c.options[3].difference.lo, 0);
    EXPECT_GT(c.options[1].p_worse.value, 0.4);
}

/// In half of the members nobody is killed, in the others some 50: options change the latter.
TEST(Answers, SayTheFactorTheChanceAndTheDisplacement) {
    Paired p = planted();
    p.killing.assign(4, std::vector<double>(400, 0));
    for (std::size_t m = 0; m < 400; ++m) {
        for (std::size_t o = 0; o < 4; ++o) p.killing[o][m] = p.deaths[o][m] > 80 ? 1 : 0;
        p.killing[2][m] = p.killing[0][m];
    }
    const Comparison c = compare(p, quick);
    const Answers& talks = c.options[1].answers;
    double log = 0;
    for (std::size_t m = 0; m < 400; ++m)
        log += std::log((p.deaths[1][m] + shift) / (p.deaths[0][m] + shift)) / 400;
    EXPECT_NEAR(talks.deaths.ratio.value, std::exp(log), 1e-12);
    EXPECT_EQ(talks.deaths.clear, Clear::better);
    EXPECT_EQ(talks.deaths.more, 0u);
    EXPECT_EQ(talks.displaced.clear, Clear::better);
    EXPECT_LT(talks.killing.difference.hi, 0);
    EXPECT_EQ(talks.killing.clear, Clear::better);
    EXPECT_EQ(c.options[2].answers.deaths.clear, Clear::none);
    EXPECT_EQ(c.options[3].answers.deaths.clear, Clear::worse);
    EXPECT_NEAR(c.outlook.mass_killing.value, c.options[0].answers.killing.chance.value, 1e-12);
    EXPECT_GT(c.outlook.one_in_ten.value, c.outlook.middle_deaths.value);
    EXPECT_TRUE(lead_of(c).found);
    EXPECT_EQ(lead_of(c).option, 1u);
    EXPECT_EQ(ranked(c), (std::vector<std::size_t>{1, 2, 3}));
}

TEST(Answers, LeadEvenWhereTheMeanDoesNot) {
    Paired p = planted();
    p.outcome[1][7] = p.deaths[1][7] = 5e3;  // one catastrophe
    const Comparison c = compare(p, quick);
    EXPECT_NE(c.pairs.best, 1u) << "by means";
    EXPECT_EQ(lead_of(c).option, 1u);
    EXPECT_EQ(c.options[1].answers.deaths.clear, Clear::better);
    EXPECT_GE(c.options[1].mean.lo, 0) << "never fewer than nobody";
    EXPECT_GE(c.options[1].cvar.lo, 0);
    EXPECT_GE(c.options[1].difference.lo, -c.options[0].mean.hi);
}

TEST(Phrases, SayFactorsAndPoints) {
    EXPECT_EQ(factor_text(0.62, of_people), "38 % fewer");
    EXPECT_EQ(factor_text(1.031, of_much), "3.1 % more");
    EXPECT_EQ(factor_text(3.2, of_people), "3.2 times as many");
    EXPECT_EQ(factor_text(1e-9, of_people), "more than 99 % fewer");
    EXPECT_EQ(factor_range({0.62, 0.55, 0.69, 0}, of_people), "31 to 45 % fewer");
    EXPECT_EQ(factor_range({0.9, 0.75, 1.03, 0}, of_people), "25 % fewer to 3 % more");
    EXPECT_EQ(points_range({-0.14, -0.22, -0.05, 0}), "5 to 22 points lower");
    EXPECT_EQ(points_range({0.02, -0.03, 0.08, 0}), "3 lower to 8 points higher");
    EXPECT_EQ(chance_words(1), "more than 99 %");
    EXPECT_EQ(chance_range({0.05, 0.001, 0.08, 0}), "less than 1 to 8 %");
}

TEST(Comparison, RefusesWhatDoesNotFit) {
    Paired p = planted();
    p.cost.pop_back();
    EXPECT_THROW(compare(p, quick), std::invalid_argument);
    p = planted();
    p.options.resize(1);
    EXPECT_THROW(compare(p, quick), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::comparison
