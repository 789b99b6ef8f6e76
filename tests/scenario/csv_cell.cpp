// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv_cell.hpp"

#include <gtest/gtest.h>

#include "scenario/csv.hpp"

namespace forestall::testing {
namespace {

TEST(CsvCell, IsReadAsTheSameText) {
    for (const char* text : {"", "Ford", "Ford, by the river", "\"Ford\"", " Ford ", "#5 Besh",
                             "two\nlines", "tab\tand comma,", "Bouaké"}) {
        const std::string row = "x," + csv_cell(text) + ",y\n";
        CsvReader reader(row);
        std::vector<CsvCell> cells;
        ASSERT_TRUE(reader.next(cells)) << text;
        ASSERT_EQ(cells.size(), 3U) << text;
        EXPECT_EQ(cells[1].text, text);
    }
}

TEST(CsvCell, HasNoQuotesThatItDoesNotNeed) { EXPECT_EQ(csv_cell("Ford's mill"), "Ford's mill"); }

}  // namespace
}  // namespace forestall::testing
