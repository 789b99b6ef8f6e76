// SPDX-License-Identifier: Apache-2.0
// What spreadsheets make of a table has one message that names it.
#include "scenario/csv_dialect.hpp"

#include <gtest/gtest.h>

#include "scenario/hostile.hpp"

namespace forestall::testing {
namespace {

using namespace hostile;

constexpr const char* tables[] = {"locations.csv", "routes.csv", "populations.csv"};

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++n;
    return n;
}

TEST(Dialect, OfOtherSeparatorsIsOneMessageATable) {
    for (const auto& [sign, name] :
         {std::pair(";", "semicolons"), std::pair("\t", "tabs"), std::pair("|", "bars")}) {
        auto files = two_rivers();
        for (const char* table : tables)
            files[table] = replaced(replaced(files[table], ".", ","), ",", sign);
        std::string expected;
        for (const char* table : tables) {
            const std::string said =
                std::string(table) + ":1:1: error E066: cells are separated by " + name +
                ", not by commas; save it as "
                "comma-separated (\"CSV UTF-8\" in a spreadsheet), with points in numbers: 10.5\n";
            EXPECT_EQ(told(load(changed(table, [&](const std::string&) { return files[table]; }))),
                      said);
        }
        EXPECT_EQ(count(told(load(files)), "\n"), 3U) << told(load(files));
    }
}

TEST(Dialect, OfASeparatorLineIsOneMessage) {
    for (const char* table : tables) {
        EXPECT_EQ(told(load(changed(table, [](const std::string& s) { return "sep=,\n" + s; }))),
                  std::string(table) +
                      ":1:1: error E066: a 'sep=' line, which only Excel reads; remove the line\n");
        const std::string text = told(load(changed(
            table, [](const std::string& s) { return "sep=;\n" + replaced(s, ",", ";"); })));
        EXPECT_EQ(count(text, "\n"), 1U) << text;
        EXPECT_NE(
            text.find(
                "E066: a 'sep=' line, which only Excel reads; remove the line and save it as"),
            std::string::npos);
    }
}

TEST(Dialect, OfDecimalCommasIsOneMessageThatNamesThem) {
    const std::string hint =
        ", here and 2 more times; write numbers with a point, 10.5, and put quotes around a name "
        "that holds a comma\n";
    const auto cut = [](const std::string& s) { return replaced(s, ",0,", ",0,25,"); };
    EXPECT_EQ(told(load(changed("locations.csv", cut))),
              "locations.csv:2:10: error E066: the row has 7 cells, the header 6: a decimal comma, "
              "or a name with a "
              "comma" +
                  hint);
    const auto quoted = [](const std::string& s) { return replaced(s, ",0,", ",\"0,25\","); };
    EXPECT_EQ(told(load(changed("locations.csv", quoted))),
              "locations.csv:2:10: error E066: '0,25' has a decimal comma" + hint);
}

TEST(Dialect, OfAnIndexWithoutANameIsOneMessage) {
    const auto indexed = [](const std::string& s) { return "," + replaced(s, "\n", "\n0,"); };
    const std::string text = told(load(changed("locations.csv", indexed)));
    EXPECT_EQ(count(text, "\n"), 1U) << text;
    EXPECT_NE(text.find("locations.csv:1:1: error E066: the first column has no name"),
              std::string::npos);
}

TEST(Dialect, OfBlankColumnsAtTheEndIsTaken) {
    EXPECT_EQ(told(load(changed("locations.csv",
                                [](const std::string& s) { return replaced(s, "\n", ",,\n"); }))),
              "");
}

TEST(Dialect, OfWholeNumbersWithAPointIsTaken) {
    const Loaded loaded = load(changed(
        "populations.csv", [](const std::string& s) { return replaced(s, "000\n", "000.0\n"); }));
    EXPECT_EQ(told(loaded), "");
    ASSERT_TRUE(loaded.tables);
    EXPECT_EQ(loaded.tables->populations[1].persons, 2000);
    EXPECT_NE(
        told(load(changed("populations.csv",
                          [](const std::string& s) { return replaced(s, "000\n", "000.5\n"); })))
            .find("error E016: '1000.5' is not a whole number"),
        std::string::npos);
}

TEST(Dialect, OfMissingValuesSaysWhatToWrite) {
    EXPECT_EQ(told(load(changed("populations.csv",
                                [](const std::string& s) { return replaced(s, "1000", "NA"); }))),
              "populations.csv:2:18: error E016: 'NA' is not a whole number; 'persons' must have a "
              "value in every row: "
              "write your best estimate, or leave the row out\n");
    EXPECT_EQ(told(load(changed("locations.csv",
                                [](const std::string& s) { return replaced(s, "5000", "NA"); }))),
              "locations.csv:4:25: error E016: 'NA' is not a whole number; leave the cell blank "
              "where nothing is known\n");
}

TEST(HashRow, IsWarnedOfWithItsLine) {
    auto files = two_rivers();
    files["populations.csv"] += "#5 Besh,Highlanders,90000\n";
    EXPECT_EQ(told(load(files)),
              "populations.csv:4:1: warning W011: '#5 Besh' begins with #, so this line is a "
              "comment and is not read; to "
              "have it read, put quotes around the first cell\n");
    files["populations.csv"] =
        "# the census of 2020, see sources.md, and others\nlocation,group,persons\n"
        "# counted, by hand\n## Besh, Mill and more, all of them\nFord,Highlanders,1000\n";
    EXPECT_EQ(told(load(files)), "");
    files["populations.csv"] = "#location,group,persons\nFord,Highlanders,1000\n";
    EXPECT_EQ(told(load(files)),
              "populations.csv:1:1: error E066: the header line begins with #, so it is read as a "
              "comment; remove the #\n");
}

TEST(HashRow, IsReadWhenQuoted) {
    auto files = two_rivers();
    files["locations.csv"] += "\"#5 Besh\",Aru,0,1.5,settlement,\n";
    files["routes.csv"] += "\"#5 Besh\",Mill,120\n";
    files["populations.csv"] += "\"#5 Besh\",Highlanders,90000\n";
    const Loaded loaded = load(files);
    EXPECT_EQ(told(loaded), "");
    ASSERT_TRUE(loaded.tables);
    EXPECT_EQ(loaded.tables->populations.back().persons, 90'000);
}

TEST(Noise, DoesNotFollowATableThatCannotBeReadToItsEnd) {
    const auto broken = [](const std::string& s) { return replaced(s, "Mill", "\"Mill"); };
    EXPECT_EQ(count(told(load(changed("locations.csv", broken))), "\n"), 1U);
    const auto slipped = [](const std::string& s) { return replaced(s, "Mill,", "Mill,Town,"); };
    EXPECT_EQ(count(told(load(changed("locations.csv", slipped))), "\n"), 1U);
    const auto nameless = [](const std::string& s) { return replaced(s, "Mill,", ","); };
    EXPECT_EQ(count(told(load(changed("locations.csv", nameless))), "\n"), 1U);
}

TEST(Noise, OfOneNameInManyRowsIsOneMessage) {
    auto files = two_rivers();
    files["populations.csv"] = replaced(files["populations.csv"], "Highlanders", "Highlander");
    EXPECT_EQ(told(load(files)),
              "populations.csv:2:6: error E022: unknown group 'Highlander', here and once more; "
              "did you mean "
              "'Highlanders'?\n");
}

TEST(Noise, OfAMisspeltColumnIsOneMessage) {
    EXPECT_EQ(
        told(load(changed("routes.csv",
                          [](const std::string& s) { return replaced(s, "from", "fromm"); }))),
        "routes.csv:1:1: error E011: unknown column 'fromm'; did you mean 'from'?\n");
}

TEST(Noise, DoesNotFollowASyntaxErrorInToml) {
    auto files = two_rivers();
    files["scenario.toml"] += "[broken\n";
    files["options/a.toml"] = "title = \"A\"\n";
    files["violence.csv"] =
        "first,last,location,kind,actor,target,deaths,source\n2030-01-02,,Ford,battle,Nobody,Noone,"
        "10,s\n";
    EXPECT_EQ(count(told(load(files)), "\n"), 1U) << told(load(files));
}

}  // namespace
}  // namespace forestall::testing
