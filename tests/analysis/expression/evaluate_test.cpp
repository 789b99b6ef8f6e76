// SPDX-License-Identifier: Apache-2.0
#include "analysis/expression/evaluate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace forestall::expression {
namespace {

using ::testing::ElementsAre;

/// Three members of four steps, and a number for each of them.
Values named(std::string_view name) {
    if (name == "deaths") return {2, 3, 4, {0, 1, 2, 3, 5, 0, 0, 0, 0, 0, 0, 0}};
    if (name == "stage") return {2, 3, 4, {0, 1, 2, 2, 3, 3, 3, 3, 0, 0, 1, 1}};
    return {1, 3, 1, {4, std::nan(""), 7}};
}
std::optional<int> dimensions(std::string_view name) {
    if (name == "deaths" || name == "stage") return 2;
    if (name == "onset") return 1;
    return std::nullopt;
}
const std::vector<std::string> names{"deaths", "stage", "onset"};

std::vector<double> value(std::string_view text) {
    const Parsed parsed = parse(text);
    EXPECT_TRUE(parsed.good()) << parsed.problem;
    EXPECT_EQ(check(parsed.term, dimensions, names).text, "");
    const Values v = evaluate(parsed.term, named);
    EXPECT_EQ(v.dimensions, dimensions_of(parsed.term, dimensions));
    return v.numbers;
}

TEST(Evaluate, AFunctionTakesTimeFirstThenMembers) {
    EXPECT_THAT(value("sum(deaths)"), ElementsAre(6, 5, 0));
    EXPECT_THAT(value("mean(sum(deaths))"), ElementsAre(11.0 / 3));
    EXPECT_THAT(value("quantile(deaths, 0.5)"), ElementsAre(1.5, 0, 0));
    EXPECT_THAT(value("quantile(sum(deaths), 0.5)"), ElementsAre(5));
    EXPECT_THAT(value("last(stage)"), ElementsAre(2, 3, 1));
    EXPECT_THAT(value("max(deaths) - min(deaths)"), ElementsAre(3, 5, 0));
}

TEST(Evaluate, FirstIsThePlaceAndNeverIsUnknown) {
    const auto first = value("first(stage >= 2)");
    EXPECT_EQ(first[0], 2);
    EXPECT_EQ(first[1], 0);
    EXPECT_TRUE(std::isnan(first[2]));
    EXPECT_THAT(value("mean(first(stage >= 2))"), ElementsAre(1)) << "of those that know";
}

TEST(Evaluate, ComparesAndCounts) {
    EXPECT_THAT(value("count(deaths > 0)"), ElementsAre(3, 1, 0));
    EXPECT_THAT(value("any(stage == 3 or deaths >= 3)"), ElementsAre(1, 1, 0));
    EXPECT_THAT(value("share(not deaths)"), ElementsAre(0.25, 0.75, 1));
    EXPECT_THAT(value("share(sum(deaths) != 0)"), ElementsAre(2.0 / 3));
    EXPECT_THAT(value("sum(deaths < sum(deaths))"), ElementsAre(4, 3, 0))
        << "one number a member stands along all steps";
}

// Shares are of all members: one in whom a step never came is in none of them but in "different".
TEST(Evaluate, NoComparisonWithNeverIsTrue) {
    EXPECT_THAT(value("onset > 5"), ElementsAre(0, 0, 1));
    EXPECT_THAT(value("onset <= 5"), ElementsAre(1, 0, 0));
    EXPECT_THAT(value("onset >= 0"), ElementsAre(1, 0, 1));
    EXPECT_THAT(value("onset == 4"), ElementsAre(1, 0, 0));
    EXPECT_THAT(value("onset != 4"), ElementsAre(0, 1, 1));
    EXPECT_THAT(value("share(onset > 5)"), ElementsAre(1.0 / 3));
    EXPECT_THAT(value("share(first(stage >= 2) < 1)"), ElementsAre(1.0 / 3));
    EXPECT_TRUE(std::isnan(value("not onset")[1]));
    EXPECT_TRUE(std::isnan(value("onset and 1")[1]));
}

TEST(Evaluate, KnownTakesNothingAway) {
    EXPECT_THAT(value("known(onset)"), ElementsAre(1, 0, 1));
    EXPECT_THAT(value("share(known(first(stage >= 2)))"), ElementsAre(2.0 / 3));
    EXPECT_THAT(value("known(mean(onset))"), ElementsAre(1));
}

TEST(Evaluate, CountsMembersThatAreLeftOut) {
    const auto left_out = [](const char* text) {
        return evaluate(parse(text).term, named).left_out;
    };
    EXPECT_EQ(left_out("mean(onset)"), 1U);
    EXPECT_EQ(left_out("1 + mean(first(stage >= 2)) / sum(sum(deaths))"), 1U);
    EXPECT_EQ(left_out("share(onset > 5)"), 0U);
    EXPECT_EQ(left_out("max(deaths)"), 0U);
}

TEST(Evaluate, EveryFunctionHasAnAnswerForNothing) {
    for (const FunctionSpec& f : functions()) {
        const std::string text = std::string(f.name) + (f.with_level ? "(x, 0.5)" : "(x)");
        const Values v = evaluate(parse(text).term, [](std::string_view) {
            return Values{1, 0, 1, {}};
        });
        EXPECT_EQ(v.numbers.size(), f.one_by_one ? 0U : 1U) << f.name;
    }
}

TEST(Check, SaysWhatIsWrong) {
    const auto problem = [](const char* text) {
        return check(parse(text).term, dimensions, names);
    };
    EXPECT_EQ(problem("sum(deths)").text, "there is no variable 'deths'");
    EXPECT_EQ(problem("sum(deths)").hint, "did you mean 'deaths'?");
    EXPECT_EQ(problem("sum(deths)").at, 4U);
    EXPECT_EQ(problem("summ(deaths)").text, "there is no function 'summ'");
    EXPECT_EQ(problem("sum(deaths, 1)").text, "sum takes one argument");
    EXPECT_EQ(problem("quantile(deaths)").text, "quantile takes two arguments");
    EXPECT_EQ(problem("quantile(deaths, 2)").text, "a level is a plain number from 0 to 1");
    EXPECT_EQ(problem("quantile(deaths, onset)").text, "a level is a plain number from 0 to 1");
    EXPECT_EQ(problem("sum(3)").text, "sum is given one number, of which there is nothing to take");
    EXPECT_EQ(problem("sum(sum(sum(deaths)))").at, 0U);
    EXPECT_EQ(problem("sum(sum(deaths)) / 3").text, "");
}

}  // namespace
}  // namespace forestall::expression
