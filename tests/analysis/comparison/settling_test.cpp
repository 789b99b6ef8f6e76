// SPDX-License-Identifier: Apache-2.0
// How many members an open answer needs: the number that is named is enough about as often as not,
// far fewer are not; and the widest interval is that of the option with an interval.
#include "analysis/comparison/settling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Deaths under doing nothing and under an option that makes them fewer by a factor of exp(-0.2),
/// give or take exp(0.9).
Columns deaths_of(std::size_t members, std::uint64_t study) {
    Columns out(2);
    Stream s(mix(0x5E77, study), process("test.settling"), 0);
    for (std::size_t m = 0; m < members; ++m) {
        const double nothing = 6 + 1.5 * sample::normal(s.uniform());
        out[0].push_back(std::exp(nothing));
        out[1].push_back(std::exp(nothing - 0.2 + 0.9 * sample::normal(s.uniform())));
    }
    return out;
}

Typical typical_of(const Columns& deaths) {
    const Plan plan{.replicates = 499};
    return answers_of(deaths, {}, deaths, 0, plan)[1].deaths;
}

Typical typical(Clear clear, double value, double lo, double hi) {
    Typical out;
    out.clear = clear;
    out.ratio = {value, lo, hi, 0};
    return out;
}

// A ratio of 0.8 with limits 0.64 and 1: the limit touches 1 with the members that are there.
TEST(Settling, NamesTheMembersThatAreThereWhereTheLimitTouchesNoDifference) {
    EXPECT_NEAR(members_to_settle(typical(Clear::open, 0.8, 0.64, 1), 100), 100, 1e-9);
    EXPECT_NEAR(members_to_settle(typical(Clear::open, 1.25, 1, 1.5625), 100), 100, 1e-9);
}

// Twice the distance on the scale of logarithms: four times the members.
TEST(Settling, GrowsWithTheSquare) {
    EXPECT_NEAR(members_to_settle(typical(Clear::open, 0.8, 0.512, 1.25), 100), 400, 1e-9);
}

TEST(Settling, IsNotDefinedForWhatIsClearOrChangesNothing) {
    for (const Clear clear : {Clear::better, Clear::worse, Clear::none})
        EXPECT_TRUE(std::isnan(members_to_settle(typical(clear, 0.8, 0.7, 0.9), 100)));
    EXPECT_THAT(settle_sentence(typical(Clear::better, 0.8, 0.7, 0.9), 100), IsEmpty());
}

TEST(Settling, AsksForEnoughMembersThatDiffer) {
    Typical few = typical(Clear::few, 0.9, 0.5, 1.5);
    few.less = 4;
    few.more = 1;
    EXPECT_DOUBLE_EQ(members_to_settle(few, 100), 400);
    EXPECT_THAT(settle_sentence(few, 100), HasSubstr("about 400 members would make enough differ"));
}

TEST(Settling, SaysWhereNoNumberIsPractical) {
    const Typical same = typical(Clear::open, 1, 0.5, 2);
    EXPECT_TRUE(std::isinf(members_to_settle(same, 100)));
    EXPECT_EQ(settle_text(members_to_settle(same, 100), "futures"),
              "more futures than are practical");
    EXPECT_EQ(settle_text(1234), "about 1,300 members");
}

TEST(Settling, CatastrophesAreCountedInDifferencesOfChances) {
    Catastrophe k;
    k.clear = Clear::open;
    k.difference = {-0.1, -0.3, 0.1, 0};
    EXPECT_NEAR(members_to_settle(k, 50), 200, 1e-9);
}

// True difference 0.2, standard deviation 0.9, critical value about 2: some (2 * 0.9 / 0.2)^2 = 81
// members, where the chance to be clear is one half. Of 400 studies with so many, 200 ± 49 are
// clear (alpha 1e-6); of the biased twin's, with a quarter of the members, fewer than the band has.
TEST(Settling, SoManyMembersAreEnoughEveryOtherTime) {
    constexpr std::size_t studies = 400, members = 81;
    std::size_t clear = 0, twin = 0;
    for (std::uint64_t s = 0; s < studies; ++s) {
        clear += typical_of(deaths_of(members, s)).clear == Clear::better ? 1 : 0;
        twin += typical_of(deaths_of(members / 4, s)).clear == Clear::better ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(clear), 200, 49);
    EXPECT_LT(twin, 151u);
}

// The estimate of it scatters, for the difference that it rests on does; its middle is right.
TEST(Settling, TheMiddleOfWhatIsNamedIsRight) {
    std::vector<double> named;
    for (std::uint64_t s = 0; s < 200; ++s) {
        const Columns deaths = deaths_of(40, s);
        Typical t = typical_of(deaths);
        t.clear = Clear::open;  // also where luck has made it clear already
        named.push_back(members_to_settle(t, 40));
    }
    std::nth_element(named.begin(), named.begin() + 100, named.end());
    EXPECT_NEAR(std::log(named[100] / 81), 0, std::log(1.8));
}

TEST(Widest, IsOfThoseWithAnInterval) {
    std::vector<Answers> answers(4);
    answers[1].deaths = typical(Clear::open, 0.9, 0.75, 1.08);
    answers[2].deaths = typical(Clear::better, 0.5, 0.4, 0.625);
    answers[3].deaths = typical(Clear::few, 0.9, 0.01, 90);
    EXPECT_NEAR(widest(answers, 0), 0.25, 1e-12);
    EXPECT_TRUE(std::isnan(widest({answers[0], answers[3]}, 0)));
}

}  // namespace
}  // namespace forestall::comparison
