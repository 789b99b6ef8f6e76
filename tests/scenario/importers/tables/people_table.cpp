// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/people_table.hpp"

#include <gtest/gtest.h>

#include "scenario/observed/country.hpp"
#include "scenario/text.hpp"

namespace forestall::testing {
namespace {

PeopleReading read_people(const std::string& text, const PeopleWish& wish = {.dated = true}) {
    return read_people_table("people.csv", text, wish);
}

TEST(PeopleNumbers, HaveSeparatorsOrNone) {
    EXPECT_EQ(parse_people("12000"), 12000);
    EXPECT_EQ(parse_people("12,000"), 12000);
    EXPECT_EQ(parse_people("1 234 567"), 1234567);
    EXPECT_EQ(parse_people("12000.0"), 12000);
    EXPECT_EQ(parse_people("12.00"), 12);
    EXPECT_EQ(parse_people("0"), 0);
    for (const char* text : {"", "-5", "1.5", "12,00", "1,2345", ",000", "12,", "1,000,00", "NA",
                             "1e3", "12.000", "12.5", "12.", "99999999999999999999"})
        EXPECT_FALSE(parse_people(text)) << text;
}

TEST(CountDates, HaveAnOrderOnlyIfOneIsGiven) {
    using enum DateOrder;
    const auto date = [](const char* text, DateOrder order) {
        const auto day = parse_count_date(text, order);
        return day ? date_text(*day) : "";
    };
    EXPECT_EQ(date("2014-05-31T00:00:00", none), "2014-05-31");
    EXPECT_EQ(date("2014", none), "2014-12-31");
    EXPECT_EQ(date("01-07-17", none), "");
    EXPECT_EQ(date("01-07-17", day_month), "2017-07-01");
    EXPECT_EQ(date("1/7/2017", month_day), "2017-01-07");
    EXPECT_EQ(date("31.12.2016 00:00", day_month), "2016-12-31");
    EXPECT_EQ(date("31/12/2016", month_day), "");
    EXPECT_EQ(date("1/7", day_month), "");
    EXPECT_EQ(date("1/7/2017/3", day_month), "");
}

TEST(PeopleTable, IsReadUnderTheNamesThatPublishersUse) {
    const PeopleReading r = read_people(
        "reportingDate,admin1Name,admin2Name,admin2Pcode,numPresentIdpInd,idpOriginAdmin1Name\n"
        "#date,#adm1+name,#adm2+name,#adm2+code,#affected,#origin\n"
        "2014-05-31T00:00:00,North,Upper,A1,\"1,200\",South\n2014-06-30,North,Lower,A2,30,\n");
    ASSERT_EQ(told(r.diagnostics), "");
    ASSERT_EQ(r.rows.size(), 2U);
    EXPECT_EQ(r.columns.area, "admin2Pcode");
    EXPECT_EQ(r.rows[0].area, "A1");
    EXPECT_EQ(r.rows[0].persons, 1200);
    EXPECT_EQ(r.rows[0].origin, "South");
    EXPECT_EQ(date_text(r.rows[0].date), "2014-05-31");
    EXPECT_EQ(r.rows[1].line, 4);
    EXPECT_EQ(r.tally.rows.at("people.csv").read, 2);
}

TEST(PeopleTable, CountsWhatItLeavesOutByReasonAndSaysWhere) {
    const PeopleReading r = read_people(
        "date;area;persons\n2014-05-31;Ford;12\n2014-05-31;;5\n"
        "2014-05-31;Mill;many\nMay;Mill;7\n");
    ASSERT_EQ(r.rows.size(), 1U);
    const TallyLine& rows = r.tally.rows.at("people.csv");
    EXPECT_EQ(rows.read, 4);
    EXPECT_EQ(rows.dropped.at("no area"), 1);
    EXPECT_EQ(rows.dropped.at("no number of people"), 1);
    EXPECT_EQ(rows.dropped.at("no date"), 1);
    EXPECT_TRUE(r.tally.balanced());
    EXPECT_NE(told(r.diagnostics)
                  .find("people.csv:4:17: warning W213: 'many' is not a number of "
                        "people; it was left out"),
              std::string::npos)
        << told(r.diagnostics);
}

TEST(PeopleTable, NeedsItsColumns) {
    EXPECT_NE(told(read_people("place,people\nFord,5\n").diagnostics)
                  .find("E217: no column is known for --area; name one with --area: place, people"),
              std::string::npos)
        << told(read_people("place,people\nFord,5\n").diagnostics);
    const PeopleWish wish{.columns = {.area = "place", .persons = "people"}};
    EXPECT_EQ(read_people("place,people\nFord,5\n", wish).rows.size(), 1U);
    EXPECT_NE(
        told(read_people("place\nFord\n", wish).diagnostics).find("there is no column 'people'"),
        std::string::npos);
    EXPECT_NE(told(read_people("").diagnostics).find("E217"), std::string::npos);
    EXPECT_NE(told(read_people("date,area,persons\n").diagnostics).find("E218"), std::string::npos);
}

TEST(PeopleTable, DoesNotGuessWhatAPointBeforeThreeDigitsIs) {
    const PeopleReading r = read_people("date,area,persons\n2014-05-31,Ford,12.000\n");
    EXPECT_TRUE(r.rows.empty());
    EXPECT_NE(told(r.diagnostics).find("W213: '12.000' may be a number or thousands of it"),
              std::string::npos)
        << told(r.diagnostics);
}

TEST(PeopleTable, LeavesOutRowsWhoseCellsHaveSlipped) {
    const PeopleReading r = read_people(
        "date,area,persons\n2014-05-31,Ford,1,200\n2014-05-31,Mill,7,\n2014-05-31,Weir,8\n");
    EXPECT_EQ(r.rows.size(), 2U);
    EXPECT_EQ(r.tally.rows.at("people.csv").dropped.at("more cells than columns"), 1);
    EXPECT_TRUE(r.tally.balanced());
}

TEST(PeopleTable, IsRefusedIfTwoColumnsHaveTheNameThatIsRead) {
    const PeopleReading r = read_people("date,area,persons,persons\n2014-05-31,Ford,1,2\n");
    EXPECT_NE(told(r.diagnostics).find("E217: 2 columns are called 'persons'"), std::string::npos)
        << told(r.diagnostics);
    EXPECT_EQ(read_people("date,area,persons,x,x\n2014-05-31,Ford,1,2,3\n").rows.size(), 1U);
}

}  // namespace
}  // namespace forestall::testing
