// SPDX-License-Identifier: Apache-2.0
// The sections on assumptions say what flips and values say, call noise by its name, and escape
// what they quote.
#include <gmock/gmock.h>

#include "analysis/assumptions/made_up.hpp"
#include "analysis/assumptions/words.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {
namespace {

using forestall::testing::made_up;
using forestall::testing::normal;
using forestall::testing::Truth;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* hostile = "</script><b>shout</b>";

/// Option 1 is worse by slope · z of the first number, less a lead of 1, and noise.
Findings findings(double slope, double noise) {
    Truth t;
    t.members = 300;
    t.harm = [=](std::size_t o, const std::vector<double>& z, Stream& luck) {
        return o == 0 ? 0 : -1 + slope * z[0] + noise * normal(luck);
    };
    Questioned q;
    q.study = made_up(t, 3);
    q.study.assumptions[0].words = {hostile, "km", "", hostile, "D", "", false};
    q.study.effects = {{}, {4, 3}};
    q.resamples = 199;
    q.shuffles = 99;
    q.flips = assumptions::flips_of(q.study, {q.resamples, 1, nullptr});
    assumptions::Effort effort;
    effort.plan.replicates = 199;
    effort.shuffles = q.shuffles;
    q.values = assumptions::values_of(q.study, effort);
    q.arguments = "'out 1.h5' --outcome displaced";
    Findings out;
    out.questioned = q;
    out.compared.emplace();
    out.compared->comparison.pairs.best = 1;
    return out;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

TEST(AssumptionSections, SayWhichChangeChangesTheAdviceAndWhatToFindOut) {
    const Findings f = findings(2, 0.5);
    const std::string flips = flips_section(f), values = values_section(f);
    EXPECT_THAT(
        flips,
        HasSubstr(escaped(assumptions::flip_verdict(f.questioned->study, f.questioned->flips))));
    EXPECT_THAT(
        flips,
        HasSubstr(
            "A plausible change of one assumption would make &#39;none&#39; better: number.0 · "));
    EXPECT_THAT(flips, HasSubstr("★"));
    EXPECT_THAT(flips, HasSubstr("Of the 4 effects of &#39;option 1&#39;, 3 rest on judgement"));
    EXPECT_THAT(flips, HasSubstr("forestall flip &#39;out 1.h5&#39; --outcome displaced --confirm "
                                 "400 --without-guesses"));
    EXPECT_THAT(flips, HasSubstr("199 resamples"));
    EXPECT_THAT(
        values,
        HasSubstr(escaped(assumptions::value_verdict(f.questioned->study, f.questioned->values))));
    EXPECT_THAT(values, HasSubstr("Find out first: number.0 · "));
    EXPECT_THAT(values, HasSubstr("99 shuffles"));
    // The figure is in the table beside it.
    EXPECT_THAT(values, HasSubstr(interval_text(f.questioned->values.each.front().worth)));
}

TEST(AssumptionSections, CallNoiseNoise) {
    const Findings f = findings(0, 30);
    const std::string flips = flips_section(f), values = values_section(f);
    ASSERT_EQ(assumptions::told_count(f.questioned->flips) +
                  assumptions::told_count(f.questioned->values.each),
              0U);
    ASSERT_GT(assumptions::plausible_count(f.questioned->flips), 0U);
    EXPECT_THAT(flips, HasSubstr("Inconclusive: in 300 futures no single assumption"));
    EXPECT_THAT(flips, Not(HasSubstr("★")));
    EXPECT_THAT(flips, HasSubstr("inconclusive in 300 futures"));
    EXPECT_THAT(values, HasSubstr("Nothing is clearly worth finding out"));
    EXPECT_THAT(values, HasSubstr("All are grey: none is clear of chance."));
    EXPECT_EQ(count(values, "class=\"best\""), 0U);
}

TEST(AssumptionSections, SayThatNothingCanChangeAnAdviceThatIsBestInEveryFuture) {
    const Findings f = findings(0, 0);
    EXPECT_THAT(flips_section(f),
                HasSubstr("No plausible change of assumptions changes the advice."));
    EXPECT_THAT(values_section(f),
                HasSubstr("Nothing that could be found out would change the choice."));
    EXPECT_THAT(values_section(f), Not(HasSubstr("<svg")));
}

TEST(AssumptionSections, EscapeWhatTheyQuoteAndCaptionEveryTable) {
    const Findings f = findings(2, 0.5);
    const std::string all = flips_section(f) + values_section(f);
    EXPECT_EQ(count(all, hostile), 0U);
    EXPECT_GT(count(all, escaped(hostile)), 2U);
    EXPECT_EQ(count(all, "<table"), count(all, "<caption>"));
    EXPECT_EQ(count(all, "<svg role=\"img\" aria-label="), count(all, "<svg"));
}

TEST(AssumptionSections, SayWhyThereIsNothing) {
    Findings f;
    f.unquestioned = "Too few <futures>.";
    EXPECT_THAT(assumptions_sections(f, {}), HasSubstr("<p>Too few &lt;futures&gt;.</p>"));
    EXPECT_EQ(assumptions_sections({}, {}), "");
}

}  // namespace
}  // namespace forestall::report
