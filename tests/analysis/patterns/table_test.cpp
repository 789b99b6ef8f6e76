// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "checkout.hpp"

namespace forestall::patterns {
namespace {

std::vector<Line> two_rows() {
    return {
        {1, 400, within("share, of \"all\"", {0.5, 0.4, 0.6}, 0, 1, "0 to 1", "a, b"), "make x"},
        {2, 40, cannot("y", "3", "no means"), "make y"},
        {2, 40, within("z", exactly(7), 0, 1, "0 to 1"), "make y"}};
}

TEST(Csv, ComesBackAsItWentOut) {
    const std::string text = csv_of(two_rows());
    const auto back = lines_of(text);
    ASSERT_EQ(back.size(), 3U);
    EXPECT_EQ(csv_of(back), text);
    EXPECT_EQ(back[0].part.what, "share, of \"all\"");
    EXPECT_EQ(back[1].part.judgement, Judgement::cannot_be_expressed);
}

TEST(Csv, OfSomethingElseIsRefused) {
    EXPECT_THROW(lines_of("a,b\n1,2\n"), std::invalid_argument);
    EXPECT_THROW(lines_of(csv_of({}) + "1,2\n"), std::invalid_argument);
    EXPECT_THROW(lines_of(csv_of({}) + "1,2,x,much,,,,met,,\n"), std::invalid_argument);
    EXPECT_THROW(lines_of(csv_of({}) + "1,2,x,1,,,,perhaps,,\n"), std::invalid_argument);
}

TEST(Replaced, ARowRunAgainGoesWhole) {
    const std::vector<Line> fresh{{2, 9, within("w", exactly(1), 0, 1, ""), "make y"}};
    const auto all = replaced(two_rows(), fresh);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].row, 1);
    EXPECT_EQ(all[1].part.what, "w");
}

TEST(VerdictText, SaysHowManyPartsAreMet) {
    EXPECT_EQ(verdict_text(1, two_rows()), "met (1 of 1)");
    EXPECT_EQ(verdict_text(2, two_rows()), "**missed** (0 of 2)");
    EXPECT_EQ(verdict_text(3, two_rows()), "");
}

TEST(Page, KeepsWhatIsNotBetweenItsMarks) {
    const std::string page =
        "a\n<!-- patterns: begin -->\nstays no longer\n<!-- patterns: end -->\nb\n<!-- figures: "
        "begin -->\n"
        "<!-- figures: end -->\nc\n";
    const std::string made = page_with(page, two_rows(), {});
    EXPECT_TRUE(made.starts_with("a\n<!-- patterns: begin -->\n| # |"));
    EXPECT_TRUE(made.ends_with("<!-- figures: end -->\nc\n"));
    EXPECT_EQ(made.find("stays no longer"), std::string::npos);
    EXPECT_EQ(page_with(made, two_rows(), {}), made);
    EXPECT_THROW(page_with("no marks", {}, {}), std::invalid_argument);
}

std::string committed(const char* path) {
    std::ifstream in(in_checkout(path));
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<Line> committed_lines(const char* path) {
    return std::filesystem::exists(in_checkout(path)) ? lines_of(committed(path))
                                                      : std::vector<Line>();
}

TEST(Page, AsCommittedIsWhatItsFiguresMake) {
    const std::string page = committed("docs/patterns.md");
    EXPECT_EQ(page_with(page, committed_lines("docs/patterns/before.csv"),
                        committed_lines("docs/patterns/after.csv")),
              page)
        << "build/tests/patterns --page docs writes it anew";
}

}  // namespace
}  // namespace forestall::patterns
