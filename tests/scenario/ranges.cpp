// SPDX-License-Identifier: Apache-2.0
// A number of an option that nothing could act on is refused: no length of time is negative,
// rounds to nothing or outlasts every period, no budget is other than an amount of money.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/talk.hpp"

namespace forestall::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Lengths, ThatAreNoneAreRefusedInInterventions) {
    for (const char* length : {"1e30 d", "40000 d", "-30 d", "0.4 d", "-0.2 d", "1e300 year"})
        for (const char* key : {"lead_time", "ramp", "duration", "decay"}) {
            const std::string line = fmt::format("{} = \"{}\"", key, length);
            EXPECT_THAT(told(load_talk({.intervention = line})),
                        HasSubstr(fmt::format("E026: '{}' is '{}'", key, length)))
                << line;
        }
    EXPECT_THAT(told(load_talk({.intervention = "duration = \"0 d\""})), HasSubstr("E026"));
}

TEST(Lengths, ThatAreNoneAreRefusedInStarts) {
    const std::string risk = "start = { indicator = \"risk\", at_least = 0.5, for = ";
    const std::string stage = "start = { stage = \"prevention\", delay = ";
    for (const char* length : {"1e30 d", "1e9 d", "-5 d", "0.4 d"}) {
        const std::string end = fmt::format("\"{}\" }}", length);
        EXPECT_THAT(told(load_talk({.start = risk + end})), HasSubstr("E026: 'for'")) << length;
        EXPECT_THAT(told(load_talk({.start = stage + end})), HasSubstr("E026: 'delay'")) << length;
    }
}

TEST(Lengths, OfWholeDaysAreTaken) {
    const Loaded loaded =
        load_talk({.intervention = "lead_time = \"12 h\"\nramp = \"0 d\"\nduration = \"1 month\"",
                   .start = "start = { stage = \"prevention\", delay = \"2 d\" }"});
    ASSERT_TRUE(loaded.tables) << told(loaded);
    const Intervention& word = loaded.tables->interventions.front();
    EXPECT_EQ(word.lead_time, 1);
    EXPECT_EQ(word.ramp, 0);
    EXPECT_EQ(word.duration, 30);
}

TEST(Levels, OfAnIndicatorMustBeGivenAndCanBeReached) {
    const auto started = [](const char* start) { return told(load_talk({.start = start})); };
    EXPECT_THAT(started("start = { indicator = \"risk\" }"),
                HasSubstr("E058: 'risk' without a level to reach"));
    EXPECT_THAT(started("start = { indicator = \"risk\", at_least = nan }"), HasSubstr("E026"));
    EXPECT_THAT(started("start = { indicator = \"risk\", at_least = -0.1 }"), HasSubstr("E026"));
    EXPECT_THAT(started("start = { indicator = \"risk\", at_least = 1.5 }"), HasSubstr("E059"));
    EXPECT_THAT(started("start = { indicator = \"risk\", at_least = 0.5 }"), IsEmpty());
}

TEST(Levels, OfAConditionAreNumbers) {
    for (const char* bound : {"above", "below"}) {
        const std::string effect = fmt::format(
            "[[intervention.effect]]\nlever = \"mass_rate\"\ngrade = \"D\"\nwhere = \"stage\"\n"
            "value = {{ uniform = [0.8, 1], source = \"judgement\" }}\n{} = nan",
            bound);
        EXPECT_THAT(told(load_talk({.intervention = effect})),
                    HasSubstr(fmt::format("E026: '{}' is nan", bound)));
    }
}

TEST(Budgets, AreAmountsOfMoney) {
    for (const char* budget :
         {"250000", "1e6", "{ uniform = [\"1 USD\", \"2 USD\"], source = \"x\" }"}) {
        EXPECT_THAT(told(load_talk({.option = fmt::format("budget = {}", budget)})),
                    HasSubstr("E008: 'budget' has the wrong type"))
            << budget;
        EXPECT_THAT(told(load_talk({.more = fmt::format("[budget]\nmoney = {}", budget)})),
                    HasSubstr("E008: 'money' has the wrong type"))
            << budget;
    }
    for (const char* budget : {"-1 USD", "1e30 USD"})
        EXPECT_THAT(told(load_talk({.option = fmt::format("budget = \"{}\"", budget)})),
                    HasSubstr("E026: 'budget' is"))
            << budget;
    EXPECT_THAT(told(load_talk({.option = "budget = \"4 d\""})), HasSubstr("E018"));
    const Loaded loaded = load_talk({.option = "budget = \"40 M USD\""});
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_EQ(loaded.tables->options.front().budget, 40e6);
}

TEST(Budgets, CountMoneyByAYearAndAShare) {
    const auto budgeted = [](const std::string& line) {
        return load_talk({.more = "[budget]\n" + line});
    };
    for (const char* share : {"-0.5", "1.1", "nan", "1e300"})
        EXPECT_THAT(told(budgeted(fmt::format("discount = {}", share))),
                    HasSubstr("E027: 'discount' is"))
            << share;
    for (const char* year : {"1", "1899", "2201", "99999999"})
        EXPECT_THAT(told(budgeted(fmt::format("price_year = {}", year))),
                    HasSubstr("E026: 'price_year' is"))
            << year;
    const Loaded loaded = budgeted("discount = 0.05\nprice_year = 1990");
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_EQ(loaded.tables->settings.discount, 0.05);
    EXPECT_EQ(loaded.tables->settings.price_year, 1990);
}

}  // namespace
}  // namespace forestall::testing
