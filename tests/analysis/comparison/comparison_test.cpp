// SPDX-License-Identifier: Apache-2.0
// The figures of a comparison on columns small enough to work out by hand, and what the verdict
// says of them.
#include "analysis/comparison/comparison.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairing.hpp"
#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/studies.hpp"
#include "analysis/comparison/tail.hpp"
#include "analysis/comparison/verdict.hpp"

namespace forestall::comparison {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
const Plan quick{.replicates = 999};
const Wording words{"civilian deaths", "USD", 2024, 0.03};

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

/// Baseline, an option that saves a fifth of the people, one that does nothing, one that kills, all
/// with groups.
Paired planted() {
    Paired p;
    p.options = {"none", "talks", "statement", "raid"};
    const double share[] = {1, 0.8, 1, 1.3};
    p.groups = {"Hill", "Plain"};
    p.deaths_by_group.assign(2, Columns(4));
    p.displaced_by_group.assign(2, Columns(4));
    for (std::size_t o = 0; o < 4; ++o) {
        p.outcome.emplace_back();
        p.cost.emplace_back();
        p.displaced.emplace_back();
        for (std::uint32_t m = 0; m < 400; ++m) {
            Stream s(9, 9, m);
            const double deaths = s.uniform() < 0.5 ? 0 : 100 * s.uniform();
            p.outcome[o].push_back(share[o] * deaths);
            p.cost[o].push_back(o == 0 ? 0 : 1000.0);
            p.displaced[o].push_back(10 * share[o] * deaths);
            for (std::size_t g = 0; g < 2; ++g) {
                const double part = g == 0 ? deaths : (share[o] - 1) * deaths;
                p.deaths_by_group[g][o].push_back(part);
                p.displaced_by_group[g][o].push_back(part);
            }
        }
    }
    p.deaths = p.outcome;
    return p;
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

TEST(Comparison, RefusesWhatDoesNotFit) {
    Paired p = planted();
    p.cost.pop_back();
    EXPECT_THROW(compare(p, quick), std::invalid_argument);
    p = planted();
    p.options.resize(1);
    EXPECT_THROW(compare(p, quick), std::invalid_argument);
}

TEST(Verdict, NamesTheBestTheCostTheHarmAndWhatDidNothing) {
    const std::string text = verdict(compare(planted(), quick), words);
    EXPECT_THAT(text, HasSubstr("'talks' is best"));
    EXPECT_THAT(text, HasSubstr("clearly better than every other option"));
    EXPECT_THAT(text, HasSubstr("1,000 USD (prices of 2024, discounted at 3 % a year)"));
    EXPECT_THAT(text, HasSubstr("a death averted"));
    EXPECT_THAT(text, HasSubstr("'raid' is worse than 'none'"));
    EXPECT_THAT(text, HasSubstr("'raid' costs lives among Plain"));
    EXPECT_THAT(
        text,
        HasSubstr("'statement' does not change the outcome in any member; a change in up to"));
}

TEST(Verdict, GathersWhatHasTooFewMembers) {
    Comparison c = compare(planted(), quick);
    c.members = 20;
    for (const std::size_t o : {1u, 2u, 3u}) c.options[o].members_changed = o == 2 ? 0 : 19;
    c.options[2].cost.value = 0;
    c.options[2].p_worse = wilson(0, 20);
    const std::string text = verdict(c, words);
    EXPECT_THAT(text, HasSubstr("20 members are too few for the intervals of 'talks' and 'raid'."));
    EXPECT_THAT(text, HasSubstr("in any member: it never began; a change in up to 16 % of worlds"));
    EXPECT_THAT(text, Not(HasSubstr("do not rely")));
    c.members = 400;
    EXPECT_THAT(verdict(c, words),
                HasSubstr("'talks' (in 19) and 'raid' (in 19) change the outcome in fewer than 20 "
                          "of 400 members: do not rely on their intervals."));
}

TEST(Verdict, SaysWhenNothingCanBeToldApart) {
    Paired p = planted();
    for (std::size_t o = 1; o < 4; ++o)
        for (std::uint32_t m = 0; m < 400; ++m) {
            Stream s(11, o, m);
            p.outcome[o][m] = s.uniform() < 0.5 ? 0 : 100 * s.uniform();
        }
    p.deaths = p.outcome;
    const std::string text = verdict(compare(p, quick), words);
    EXPECT_THAT(text, HasSubstr("inconclusive"));
    EXPECT_THAT(text, Not(HasSubstr("is best:")));
}

TEST(Verdict, IsNotSurerThanTheIntervalsOfARival) {
    Comparison c = compare(planted(), quick);
    c.pairs.not_told = {2};
    c.options[1].p_best.value = c.options[1].p_best_on_average.value = 1;
    const std::string text = verdict(c, words);
    EXPECT_THAT(text, HasSubstr("'talks' has the best mean"));
    EXPECT_THAT(text, HasSubstr("not clearly better than 'statement', so it may not be the best"));
    EXPECT_THAT(text, HasSubstr("does best in all 400 members"));
    EXPECT_THAT(text, HasSubstr("which does not settle the matter"));
    EXPECT_THAT(text, Not(HasSubstr("is best:")));
    EXPECT_THAT(text, Not(HasSubstr("100 %")));
}

TEST(Verdict, SaysWhenEveryOptionIsWorseThanDoingNothing) {
    Paired p = planted();
    for (std::size_t o : {1u, 2u}) p.outcome[o] = p.outcome[3];
    const std::string text = verdict(compare(p, quick), words);
    EXPECT_THAT(text, HasSubstr("'none' is best: every other option is clearly worse"));
}

}  // namespace
}  // namespace forestall::comparison
