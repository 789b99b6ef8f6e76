// SPDX-License-Identifier: Apache-2.0
#include "scenario/report.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

using ::testing::HasSubstr;

TEST(Shown, HasNothingThatActsOrHides) {
    EXPECT_EQ(shown("a\nb\tc"), "'a\\nb\\tc'");
    EXPECT_EQ(shown("Fo\u200brd"), "'Fo\\u200brd'");
    EXPECT_EQ(shown("Côte d'Ivoire"), "'Côte d'Ivoire'");
    EXPECT_EQ(shown("\xff"), "'?'");
}

TEST(Shown, IsCutBetweenCharacters) {
    std::string long_name;
    for (int i = 0; i < 61; ++i) long_name += "é";
    EXPECT_EQ(shown(long_name), fmt::format("'{}…'", long_name.substr(0, 120)));
}

TEST(Shown, LetsASecondByteOrderMarkBeSeen) {
    ScenarioFiles files = two_rivers();
    std::string& text = files["locations.csv"];
    text = fmt::format("\uFEFF\uFEFF{}", text);
    EXPECT_THAT(told(load(files)), HasSubstr("unknown column '\\ufeffname'"));
}

}  // namespace
}  // namespace forestall::testing
