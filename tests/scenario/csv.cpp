// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv.hpp"

#include <gtest/gtest.h>

#include "scenario/csv_cell.hpp"

namespace forestall::testing {
namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view text, CsvDialect dialect = {}) {
    CsvReader reader(text, dialect);
    std::vector<std::vector<std::string>> out;
    std::vector<CsvCell> row;
    while (reader.next(row)) {
        auto& cells = out.emplace_back();
        for (const auto& cell : row) cells.push_back(cell.text);
    }
    return out;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, ReadsQuotedCommasQuotesAndLineEnds) {
    EXPECT_EQ(rows_of("a,\"b, c\",\"say \"\"no\"\"\"\n\"two\r\nlines\",,x"),
              (Rows{{"a", "b, c", "say \"no\""}, {"two\nlines", "", "x"}}));
}

TEST(Csv, TakesEveryLineEndAByteOrderMarkAndSkipsBlankLinesAndComments) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF# note\r\na,b\r\n\r\n#\"x\n1 , 2\r3,4"),
              (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
}

TEST(Csv, KnowsWhereEveryCellStandsInCharacters) {
    CsvReader reader("é,b\n# c\n  x,\"y\nz\", w\n");
    std::vector<CsvCell> row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row[1].column, 3);
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row[0].line, 3);
    EXPECT_EQ(row[0].column, 3);
    EXPECT_EQ(row[1].column, 5);
    EXPECT_EQ(row[2].line, 4);
    EXPECT_EQ(row[2].column, 5);
}

std::string problem_of(std::string_view text) {
    CsvReader reader(text);
    std::vector<CsvCell> row;
    while (reader.next(row)) {
    }
    if (!reader.problem()) return "";
    return std::to_string(reader.problem()->line) + ":" + std::to_string(reader.problem()->column) +
           " " + reader.problem()->what;
}

TEST(Csv, RefusesOpenQuotesStrayQuotesAndNul) {
    EXPECT_EQ(problem_of("a,b\n1,\"2\n3,4\n"), "2:3 a quote is opened and never closed");
    EXPECT_EQ(problem_of("a,\"b\"c\n"), "1:6 text after a closing quote");
    EXPECT_EQ(problem_of("a,b\"c\n"), "1:4 a quote inside a cell that does not start with one");
    EXPECT_EQ(problem_of(std::string_view("a\0b", 3)), "1:2 a NUL character");
    EXPECT_EQ(problem_of(std::string_view("\"a\0\"", 4)), "1:3 a NUL character");
}

TEST(Csv, LenientTakesStrayQuotesAsMeant) {
    EXPECT_EQ(rows_of("a, \"b\" ,c\"d\n", {.comments = false, .lenient = true}),
              (Rows{{"a", "b", "c\"d"}}));
}

TEST(Csv, StopsAtTooManyCells) {
    CsvReader reader("a,b,c\n", {.columns = 2});
    std::vector<CsvCell> row;
    EXPECT_FALSE(reader.next(row));
    EXPECT_TRUE(reader.problem());
}

TEST(Utf8, FindsTheFirstByteThatIsNot) {
    EXPECT_FALSE(invalid_utf8("plain é € 😀"));
    EXPECT_EQ(invalid_utf8("M\xfchle"), 1U);
    EXPECT_EQ(invalid_utf8("a\xC0\x80"), 1U);         // overlong
    EXPECT_EQ(invalid_utf8("\xED\xA0\x80"), 0U);      // surrogate
    EXPECT_EQ(invalid_utf8("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
    EXPECT_EQ(invalid_utf8("ab\xE2\x82"), 2U);        // cut off
}

TEST(Utf8, MakesAnythingReadable) { EXPECT_EQ(readable_utf8("M\xfchle \xE2\x82 é"), "M?hle ?? é"); }

TEST(CsvCellText, IsReadAsTheSameText) {
    for (const char* text : {"", "Ford", "Ford, by the river", "\"Ford\"", " Ford ", "#5 Besh",
                             "two\nlines", "tab\tand comma,", "Bouaké"}) {
        const std::string row = "x," + csv_cell(text) + ",y\n";
        CsvReader reader(row);
        std::vector<CsvCell> cells;
        ASSERT_TRUE(reader.next(cells)) << text;
        ASSERT_EQ(cells.size(), 3U) << text;
        EXPECT_EQ(cells[1].text, text);
    }
    EXPECT_EQ(csv_cell("Ford's mill"), "Ford's mill");
}

}  // namespace
}  // namespace forestall::testing
