// SPDX-License-Identifier: Apache-2.0
// What the verdict says of a comparison in which it is known what each option does.
#include "analysis/comparison/verdict.hpp"

#include <gmock/gmock.h>

#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/planted.hpp"
#include "analysis/comparison/quick.hpp"

namespace forestall::comparison {
namespace {

using test::quick;
using ::testing::HasSubstr;
using ::testing::Not;
const Wording words{"civilian deaths", "USD", 2024, 0.03};

TEST(Verdict, NamesTheBestTheCostTheHarmAndWhatDidNothing) {
    const std::string text = verdict(compare(planted(), quick), words);
    EXPECT_THAT(text, HasSubstr("If nothing is done: "));
    EXPECT_THAT(text, HasSubstr("'talks' works best"));
    EXPECT_THAT(text, HasSubstr("% fewer civilian deaths in the typical future than 'none'"));
    EXPECT_THAT(text, HasSubstr("clearly better than every other option"));
    EXPECT_THAT(text, HasSubstr("1,000 USD (prices of 2024, discounted at 3 % a year)"));
    EXPECT_THAT(text, HasSubstr("a death averted"));
    EXPECT_THAT(text, HasSubstr("'raid' is worse: "));
    EXPECT_THAT(text, HasSubstr("'raid' costs lives among Plain"));
    EXPECT_THAT(
        text,
        HasSubstr("'statement' does not change the outcome in any member; a change in up to"));
}

TEST(Verdict, SaysWhatStandsOutsideAndHowManyWorldsItMayChange) {
    Comparison c = compare(planted(), quick);
    for (const std::size_t o : {1u, 2u, 3u}) {
        c.options[o].few = true;
        c.options[o].members_changed = o == 2 ? 0 : 19;
        c.options[o].changed = exact_share(c.options[o].members_changed, 400, 0.05);
    }
    c.options[2].cost.value = 0;
    const std::string text = verdict(c, words);
    EXPECT_THAT(text, HasSubstr("in any member: it never began; a change in up to 1 % of worlds"));
    EXPECT_THAT(text, HasSubstr("Too few of 400 members differ for an interval under 'talks' (in "
                                "19, 7 % of worlds at most) and 'raid' (in 19, 7 % of worlds"));
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
    c.typical.not_told = {2};
    c.options[1].p_best.value = 1;
    const std::string text = verdict(c, words);
    EXPECT_THAT(text, HasSubstr("not clearly better than 'statement', so it may not be the best"));
    EXPECT_THAT(text, Not(HasSubstr("100 %")));
    c.about_deaths = false;
    c.pairs.not_told = {2};
    const std::string means = verdict(c, words);
    EXPECT_THAT(means, HasSubstr("'talks' has the best mean"));
    EXPECT_THAT(means, HasSubstr("does best in all 400 members"));
    EXPECT_THAT(means, Not(HasSubstr("is best:")));
    EXPECT_THAT(means, Not(HasSubstr("100 %")));
}

TEST(Verdict, SaysWhenEveryOptionIsWorseThanDoingNothing) {
    Paired p = planted();
    for (std::size_t o : {1u, 2u}) p.outcome[o] = p.outcome[3];
    p.deaths = p.outcome;
    const std::string text = verdict(compare(p, quick), words);
    EXPECT_THAT(text, HasSubstr("'none' is best: every other option is clearly worse"));
}

}  // namespace
}  // namespace forestall::comparison
