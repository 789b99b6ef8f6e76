// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/ucdp.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "checkout.hpp"
#include "scenario/text.hpp"

namespace forestall::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* full =
    "id,year,type_of_violence,side_a,side_b,where_prec,where_description,latitude,longitude,"
    "country,date_start,"
    "date_end,deaths_a,deaths_civilians,best,high,low\n"
    "11,2012,1,Army of Aru,Front,2,\"Ford, by the river\",1.25,30.5,Aru,2012-03-01,2012-03-04 "
    "00:00:00.000,3,2,7,9,5\n"
    "12,2012,3,Front,Civilians,6,\"said \"\"near\"\" "
    "Mill\",-2,31,Aru,2012-04-01,2012-04-01,0,4,4,4,4\n";

constexpr const char* shorter =
    "id,date,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,"
    "best_death,high_death\n"
    "21,2012-03-02,Aru,Non-state violence,x,Herders,Farmers,1.5,30.5,0,3,8\n"
    "22,2012-03-02,Aru,One-sided violence,x,Army of Aru,Civilians,1.5,200,1,3,8\n"
    "23,2012-03-05,Aru,State-based violence,x,Army of Aru,Front,1.5,30.5,1,2,2\n";

std::string all_text(const UcdpReading& r) {
    std::string out;
    for (const auto& d : r.diagnostics.all()) out += to_string(d) + "\n";
    return out;
}

TEST(Ucdp, ReadsTheFullSchema) {
    const UcdpReading r = read_ucdp("ged.csv", full);
    ASSERT_EQ(r.events.size(), 2U) << all_text(r);
    EXPECT_TRUE(r.diagnostics.all().empty()) << all_text(r);
    const UcdpEvent& e = r.events[0];
    EXPECT_EQ(date_text(e.first), "2012-03-01");
    EXPECT_EQ(date_text(e.last), "2012-03-04");
    EXPECT_EQ(e.type, UcdpType::state_based);
    EXPECT_EQ(e.side_a + "/" + e.side_b, "Army of Aru/Front");
    EXPECT_EQ(e.low, 5);
    EXPECT_EQ(e.best, 7);
    EXPECT_EQ(e.high, 9);
    EXPECT_EQ(e.civilians, 2);
    EXPECT_EQ(e.place_precision, 2);
    EXPECT_EQ(e.latitude, 1.25);
    EXPECT_EQ(r.events[1].type, UcdpType::one_sided);
    EXPECT_EQ(r.events[1].latitude, -2);
}

TEST(Ucdp, ReadsTheShortSchemaAndTellsWhatItLeavesOut) {
    const UcdpReading r = read_ucdp("ged.csv", shorter);
    ASSERT_EQ(r.events.size(), 2U);
    EXPECT_EQ(r.rows, 3U);
    EXPECT_EQ(all_text(r),
              "ged.csv:3:1: warning W201: longitude is '200', not within ±180; it was left out\n");
    EXPECT_EQ(r.events[0].type, UcdpType::non_state);
    EXPECT_EQ(r.events[0].first, r.events[0].last);
    EXPECT_EQ(r.events[0].civilians, -1);
    EXPECT_EQ(r.events[0].place_precision, 0);
}

TEST(Ucdp, TakesLatin1AndLineEndsOfWindows) {
    std::string text = shorter;
    text.replace(text.find("Herders"), 7, "P\xEAuls");
    std::string windows;
    for (const char c : text) {
        if (c == '\n') windows += '\r';
        windows += c;
    }
    const UcdpReading r = read_ucdp("ged.csv", windows);
    ASSERT_EQ(r.events.size(), 2U) << all_text(r);
    EXPECT_EQ(r.events[0].side_a, "Pêuls");
    EXPECT_NE(all_text(r).find("W115"), std::string::npos);
}

TEST(Ucdp, ReadsDatesWithATimeOfDay) {
    for (const char* time :
         {"T00:00:00", " 00:00:00.000", "T00:00:00Z", " 00:00", "t23:59:59+01:00"}) {
        std::string text = full;
        for (const char* date : {"2012-03-01", "2012-04-01"})
            for (std::size_t at = text.find(date); at != std::string::npos;
                 at = text.find(date, at + 20))
                text.insert(at + 10, time);
        const UcdpReading r = read_ucdp("ged.csv", text);
        ASSERT_EQ(r.events.size(), 2U) << text << all_text(r);
        EXPECT_EQ(date_text(r.events[1].last), "2012-04-01");
    }
}

TEST(Ucdp, WithoutAnEventThatCanBeReadIsAnError) {
    const std::string header = std::string(full).substr(0, std::string(full).find('\n') + 1);
    EXPECT_EQ(
        all_text(read_ucdp("ged.csv", header)),
        "ged.csv: error E202: the file has a header but no event; export a region or a period "
        "with events\n");
    std::string text = full;
    for (const char* date : {"2012-03-01", "2012-04-01"})
        text.replace(text.find(date), 10, "1 March 12");
    const UcdpReading r = read_ucdp("ged.csv", text);
    EXPECT_TRUE(r.diagnostics.has_errors());
    EXPECT_NE(all_text(r).find("none of 2 rows can be read; 2: no date"), std::string::npos)
        << all_text(r);
}

TEST(Ucdp, CountsWhatItLeavesOutByReason) {
    std::string text = shorter;
    text += "24,soon,Aru,State-based violence,x,Army of Aru,Front,1.5,30.5,1,20,30\n";
    text += "23,2012-03-05,Aru,State-based violence,x,Army of Aru,Front,1.5,30.5,1,2,2\n";
    const Tally tally = read_ucdp("ged.csv", text).tally;
    const TallyLine& rows = tally.rows.at("ged.csv");
    EXPECT_EQ(rows.read, 5);
    EXPECT_EQ(rows.in_world, 2);
    const std::map<std::string, double, std::less<>> rows_lost{
        {"no date", 1}, {"no position", 1}, {"repeats an event", 1}};
    EXPECT_EQ(rows.dropped, rows_lost);
    const TallyLine& deaths = tally.things.at("deaths");
    EXPECT_EQ(deaths.read, 3 + 3 + 2 + 20 + 2);
    EXPECT_EQ(deaths.in_world, 5);
    EXPECT_EQ(deaths.dropped.at("no date"), 20);
    EXPECT_TRUE(tally.balanced());
}

TEST(Ucdp, TakesSemicolonsAndTabs) {
    for (const char separator : {';', '\t'}) {
        std::string text = shorter;
        std::replace(text.begin(), text.end(), ',', separator);
        EXPECT_EQ(read_ucdp("ged.csv", text).events.size(), 2U);
    }
}

TEST(Ucdp, RefusesWhatIsNoSuchFile) {
    EXPECT_TRUE(read_ucdp("x.csv", "").diagnostics.has_errors());
    EXPECT_TRUE(read_ucdp("x.csv", "name,region\nFord,North\n").diagnostics.has_errors());
    std::string broken = shorter;
    broken.append("24,\"2012");
    EXPECT_TRUE(read_ucdp("x.csv", broken).diagnostics.has_errors());
    Limits limits;
    limits.violence = 1;
    EXPECT_TRUE(read_ucdp("x.csv", shorter, limits).diagnostics.has_errors());
}

struct ExpectedRows {
    const char* name;
    std::size_t events;
    Persons best;
};

class UcdpFiles : public ::testing::TestWithParam<ExpectedRows> {};

/// Every row of the real files is an event; sums by an independent count.
TEST_P(UcdpFiles, AreReadWhole) {
    const fs::path file =
        in_checkout("../shared/data/ucdp_ged") / (std::string(GetParam().name) + ".csv");
    if (!fs::exists(file)) GTEST_SKIP() << "NOT TESTED: no " << file;
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    const UcdpReading r = read_ucdp(file.filename().string(), text.str());
    EXPECT_FALSE(r.diagnostics.has_errors()) << all_text(r);
    EXPECT_EQ(r.rows, GetParam().events);
    ASSERT_EQ(r.events.size(), GetParam().events) << all_text(r);
    Persons best = 0;
    for (const UcdpEvent& e : r.events) best += e.best;
    EXPECT_EQ(best, GetParam().best);
}

INSTANTIATE_TEST_SUITE_P(Public, UcdpFiles,
                         ::testing::Values(ExpectedRows{"burundi_to_2015-04-01", 142, 592},
                                           ExpectedRows{"car_to_2015-01-01", 931, 8385},
                                           ExpectedRows{"iraq_to_2014-06-01", 3341, 23603},
                                           ExpectedRows{"mali_to_2014-01-01", 130, 1280},
                                           ExpectedRows{"myanmar_to_2016-10-01", 2481, 17605},
                                           ExpectedRows{"nigeria_to_2015-01-01", 1282, 15827},
                                           ExpectedRows{"south_sudan_to_2015-01-01", 198, 4108},
                                           ExpectedRows{"syria_to_2014-01-01", 24414, 83091}),
                         [](const auto& each) {
                             std::string name = each.param.name;
                             return name.substr(0, name.find("_to_"));
                         });

constexpr const char* older =
    "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,date_start,date_end,best_est,"
    "high_est,low_est\n"
    "#id,#type,#a,#b,#prec,#lat,#lon,#date,#date,#n,#n,#n\n"
    "31,1,Army of Aru,Front,4.0,1.25,30.5,2012-03-01,2012-03-04,2.0,3,1\n"
    "32,1,Army of Aru,Front,near,1.25,30.5,2012-03-01,2012-03-04,2,3,1\n";

TEST(Ucdp, ReadsOlderColumnsTagsAndWholeNumbersWithADecimal) {
    const UcdpReading r = read_ucdp("ged.csv", older);
    ASSERT_EQ(r.events.size(), 1U) << all_text(r);
    EXPECT_EQ(r.events[0].place_precision, 4);
    EXPECT_EQ(r.events[0].best, 2);
    EXPECT_EQ(r.rows, 2U);
    EXPECT_EQ(all_text(r),
              "ged.csv:4:1: warning W201: where_prec is 'near', not 1 to 7; it was left out\n");
}

TEST(Ucdp, IsRefusedIfTwoColumnsHaveANameThatIsRead) {
    std::string text = shorter;
    text.replace(text.find("conflict_name"), 13, "best_death");
    EXPECT_NE(all_text(read_ucdp("ged.csv", text)).find("E217: 2 columns are called 'best_death'"),
              std::string::npos);
}

}  // namespace
}  // namespace forestall::testing
