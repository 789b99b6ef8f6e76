// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/history_text.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace forestall::history {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

TEST(HistoryText, HasTitleFrontNumberedChaptersAndCautionInThisOrder) {
    const Prose prose{"Aru",
                      "A history of member 3",
                      {{"All was well.", {}}},
                      {{"War", "May 2030", {{{"It began.", {12}}, {"It went on.", {}}}}}},
                      {{"No prediction.", {}}}};
    EXPECT_EQ(
        text_of(prose),
        "Aru\nA history of member 3\n\nAll was well.\n\n1. War (May 2030)\n\nIt began. [12] It "
        "went on.\n\nNo prediction.\n");
}

TEST(HistoryText, LinesAreAtMostAsWideAsAsked) {
    Prose prose;
    prose.title = "Aru";
    std::string text;
    for (int i = 0; i < 60; ++i) text += i % 7 == 0 ? "Ngaoundéré " : "déjà 38% ";
    prose.summary = {{text, {}}};
    bool wide = false;
    for (const std::string& line : lines_of(text_of(prose, 40))) {
        std::size_t width = 0;
        for (const char c : line) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        EXPECT_LE(width, 40u) << line;
        wide = wide || line.size() > 40;
    }
    EXPECT_TRUE(wide) << "characters are counted, not bytes";
}

TEST(HistoryText, AWordThatIsTooLongHasALineOfItsOwn) {
    Prose prose;
    prose.title = "a " + std::string(100, 'x') + " b";
    EXPECT_EQ(lines_of(text_of(prose, 40))[1], std::string(100, 'x'));
}

}  // namespace
}  // namespace forestall::history
