// SPDX-License-Identifier: Apache-2.0
// What the sentences claim, for each thing that a file can say: told, noise, two together, nothing.
#include "analysis/assumptions/words.hpp"

#include <gmock/gmock.h>

#include "analysis/assumptions/made_up.hpp"

namespace forestall::assumptions {
namespace {

using forestall::testing::made_up;
using forestall::testing::Truth;
using ::testing::HasSubstr;

Study study() {
    Truth t;
    t.members = 60;
    t.harm = [](std::size_t o, const std::vector<double>&, Stream&) { return o == 0 ? 1.0 : 0.0; };
    Study out = made_up(t, 1);
    out.assumptions[1].words = {"what kin weigh", "km", "", "Straus 2015", "C", "", false};
    return out;
}

Flip flip(double score, bool told) {
    Flip out;
    out.numbers = {1};
    out.score = {score};
    out.value = {score};
    out.distance = std::fabs(score);
    out.plausible = true;
    out.told = told;
    out.lead = {3, told ? 1.0 : -1.0, 5, 1};
    return out;
}

TEST(FlipVerdict, NamesWhatIsToldItsDirectionItsRangeAndWhatItRestsOn) {
    const Study s = study();
    Flips flips;
    flips.each = {flip(-1, true)};
    const std::string text = flip_verdict(s, flips);
    EXPECT_THAT(text, HasSubstr("One plausible change of a single assumption, out of 5 uncertain "
                                "numbers, clearly changes the advice"));
    EXPECT_THAT(
        text,
        HasSubstr(
            "number.1 (what kin weigh) at -1 km or less (so in 16 % of futures; 5 to 95 %: -1.645 "
            "to 1.645)"));
    EXPECT_THAT(text, HasSubstr("'none' is better than 'option 1'"));
    EXPECT_THAT(
        text,
        HasSubstr("It rests on grade C (calibration, or literature scaled down), Straus 2015."));
    flips.each = {flip(1, true), flip(1.2, true)};
    EXPECT_THAT(flip_verdict(s, flips), HasSubstr("2 plausible changes"));
    EXPECT_THAT(flip_verdict(s, flips), HasSubstr("at 1 km or more (so in 16 % of futures"));
}

TEST(FlipVerdict, SaysHowMuchOfWhatIsSeenIsNoise) {
    Flips flips;
    flips.each = {flip(0.5, false)};
    flips.by_chance = 1.4;
    const std::string text = flip_verdict(study(), flips);
    EXPECT_THAT(text, HasSubstr("In 60 simulated futures, no single plausible change"));
    EXPECT_THAT(text, HasSubstr("1 of 5 uncertain numbers seem to change it"));
    EXPECT_THAT(text, HasSubstr("about 1 would seem to by chance if none mattered"));
    EXPECT_THAT(text, HasSubstr("By best estimate"));
}

TEST(FlipVerdict, SaysThatNothingDoesOrOnlyTwoTogether) {
    Flips flips;
    EXPECT_THAT(flip_verdict(study(), flips),
                HasSubstr("nothing plausible makes another option better than 'option 1'"));
    Flip both = flip(1, false);
    both.numbers = {1, 2};
    both.score = both.value = {1, -1};
    flips.pairs = {both};
    EXPECT_THAT(flip_verdict(study(), flips),
                HasSubstr("The nearest two that would do so together are number.1"));
    EXPECT_THAT(flip_verdict(study(), flips), HasSubstr("), and number.2 at -1 or less"));
}

TEST(ValueVerdict, ClaimsOnlyWhatIsToldFromChance) {
    const Study s = study();
    Values v;
    v.clairvoyance.value = 0;
    EXPECT_THAT(value_verdict(s, v),
                HasSubstr("'option 1' is best in every future: nothing that could be found out"));
    v.clairvoyance = {9, 7, 11, 1};
    Worth one;
    one.name = "number.1";
    one.members = {1};
    one.worth = {2, 0.5, 4, 1};
    v.each = {one};
    EXPECT_THAT(value_verdict(s, v),
                HasSubstr("none would save more civilian deaths than chance alone could show"));
    EXPECT_THAT(value_verdict(s, v), HasSubstr("one could be worth as much as 4"));
    v.each[0].told = true;
    EXPECT_THAT(value_verdict(s, v),
                HasSubstr("number.1 (about 2, at most 4). Nothing else is clear of chance."));
    EXPECT_THAT(value_verdict(s, v), HasSubstr("would save 9 (7 to 11) on average"));
}

TEST(Words, OfGuessesAndGrades) {
    EXPECT_EQ(guesses_text("none", {}), "");
    EXPECT_EQ(guesses_text("a", {3, 1}),
              "Of the 3 effects of 'a', 1 rests on judgement (grade D, of value or link).");
    EXPECT_EQ(guesses_text("a", {3, 0}),
              "Of the 3 effects of 'a', 0 rest on judgement (grade D, of value or link).");
    EXPECT_EQ(grade_text(""), "not graded");
    Assumption a;
    a.words.grade = "D";
    a.words.source = "judgement: talks stall";
    EXPECT_EQ(basis_text(a), "grade D, judgement: talks stall");
}

}  // namespace
}  // namespace forestall::assumptions
