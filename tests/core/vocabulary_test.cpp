// SPDX-License-Identifier: Apache-2.0
#include "core/vocabulary.hpp"

#include <gtest/gtest.h>

#include "core/stage.hpp"

namespace forestall {
namespace {

enum class Colour : std::uint8_t { red, green, blue };
constexpr auto colours =
    vocabulary<Colour>({{Colour::red, "red"}, {Colour::green, "green"}, {Colour::blue, "blue"}});

TEST(Vocabulary, FindsTheTextOfAValueAndTheValueOfAText) {
    for (const auto& [value, text] : colours) {
        EXPECT_EQ(colours.text(value), text);
        EXPECT_EQ(colours.find(text), value);
    }
    EXPECT_EQ(colours.text(Colour::green), "green");
    EXPECT_EQ(colours.find("mauve"), std::nullopt);
    EXPECT_EQ(colours.find(""), std::nullopt);
    EXPECT_THROW(colours.text(static_cast<Colour>(3)), std::out_of_range);
}

TEST(Vocabulary, IsJoinedFromARowOn) {
    EXPECT_EQ((joined_words<colours, ' '>), "red green blue");
    EXPECT_EQ((joined_words<colours, '|', 1>), "green|blue");
    EXPECT_EQ((joined_words<colours, '|', 2>), "blue");
}

TEST(Stage, HasTheWordsThatFilesHold) {
    EXPECT_EQ((joined_words<stage_words, ' '>), "none prevention mitigation response");
    EXPECT_LT(Stage::prevention, Stage::mitigation);
    EXPECT_LT(Stage::mitigation, Stage::response);
    EXPECT_EQ(number_of(Stage::response), 3);
}

}  // namespace
}  // namespace forestall
