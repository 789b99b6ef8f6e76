// SPDX-License-Identifier: Apache-2.0
#include "results/export.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "results/assemble.hpp"
#include "results/sample_job.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Results sample(const Header& header) {
    const auto rows = sample_rows(header, all_members(header.members));
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "sample");
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(ExportCsv, HasOneLinePerOptionMemberAndStep) {
    Header header = sample_header(4);
    header.options[1] = "talks, early";
    const auto lines = lines_of(csv_of_series(sample(header)));
    ASSERT_EQ(lines.size(), 1u + 3 * 4 * 5);
    EXPECT_THAT(lines[0], StartsWith("option,member,time,civilian_deaths,battle_deaths,"));
    const auto deaths = sample_row(header, 1).by_option[1][Series::civilian_deaths];
    EXPECT_THAT(lines[1 + 20 + 5 + 2],
                StartsWith("\"talks, early\",1,2030-01-15," +
                           std::to_string(static_cast<int>(deaths[2])) + ","));
}

TEST(ExportCsv, HasOneLinePerOptionMemberAndPlace) {
    const auto lines = lines_of(csv_of_places(sample(sample_header(4))));
    ASSERT_EQ(lines.size(), 1u + 3 * 4 * 4);
    EXPECT_THAT(lines[0],
                StartsWith("option,member,location,deaths_by_location,displaced_by_location"));
    EXPECT_THAT(lines[2], StartsWith("none,0,Plâce 1,"));
}

TEST(ExportGeojson, GivesMeansAtPoints) {
    const Header header = sample_header(3);
    const auto json = nlohmann::json::parse(geojson_of_places(sample(header), 2));
    ASSERT_EQ(json["features"].size(), 4u);
    const auto& second = json["features"][1];
    EXPECT_EQ(second["geometry"]["coordinates"], nlohmann::json({18.0, 4.75}));
    double sum = 0;
    for (std::uint64_t m = 0; m < 3; ++m)
        sum += sample_row(header, m).by_option[2][PerPlace::deaths_by_location][1];
    EXPECT_DOUBLE_EQ(second["properties"]["deaths_by_location"].get<double>(), sum / 3);
    EXPECT_EQ(second["properties"]["option"], "option 2");
    EXPECT_THROW(geojson_of_places(sample(header), 3), std::out_of_range);
}

TEST(ExportViews, SumsStepsIntoWholeMonths) {
    const Header header =
        sample_header(2, 1, 14, 2);  // 2030-01-01 to 2030-04-08: January to March are whole
    const auto lines = lines_of(views_of_results(sample(header), {0, 70, {Series::battle_deaths}}));
    ASSERT_EQ(lines.size(), 1u + 3 * 2);
    EXPECT_EQ(lines[0], "month_id,country_id,draw,outcome\r");
    const auto deaths = sample_row(header, 1).by_option[0][Series::battle_deaths];
    double january = 0;
    for (std::size_t t = 0; t < 5; ++t) january += deaths[t];
    EXPECT_EQ(lines[2], "601,70,1," + std::to_string(static_cast<int>(january)) + "\r");
}

/// As `decide` leaves it: members 1 and 2 were not run under option 1, nobody under option 2.
Results with_gaps() {
    Header header = sample_header(3, 3, 14, 2);
    header.gaps = true;
    auto rows = sample_rows(header, all_members(3));
    for (std::uint64_t m = 1; m < 3; ++m) rows[m].by_option[1] = {};
    for (MemberRow& row : rows) row.by_option[2] = {};
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "gaps");
}

TEST(ExportOfGaps, CsvLeavesTheFieldsEmpty) {
    const auto series = lines_of(csv_of_series(with_gaps())),
               places = lines_of(csv_of_places(with_gaps()));
    ASSERT_EQ(series.size(), 1u + 3 * 3 * 14);
    EXPECT_THAT(series[1 + 14 * 3], StartsWith("option 1,0,2030-01-01,"));
    EXPECT_THAT(series[1 + 14 * 3], Not(HasSubstr(",,")));
    EXPECT_EQ(series[1 + 14 * 4], "option 1,1,2030-01-01" + std::string(series_count, ',') + "\r");
    EXPECT_EQ(places[1 + 2 * 4], "option 1,1,Plâce 0,,\r");
    for (const auto& line : series)
        EXPECT_THAT(line, Not(AnyOf(HasSubstr("nan"), HasSubstr("-9223"))));
}

TEST(ExportOfGaps, GeojsonTakesMeansOverTheMembersThatWereRun) {
    const auto run =
        nlohmann::json::parse(geojson_of_places(with_gaps(), 1))["features"][0]["properties"];
    EXPECT_EQ(run["members"], 1);
    EXPECT_EQ(
        run["deaths_by_location"],
        sample_row(sample_header(3, 3, 14, 2), 0).by_option[1][PerPlace::deaths_by_location][0]);
    const auto none =
        nlohmann::json::parse(geojson_of_places(with_gaps(), 2))["features"][0]["properties"];
    EXPECT_EQ(none["members"], 0);
    EXPECT_TRUE(none["deaths_by_location"].is_null());
}

TEST(ExportOfGaps, ViewsHasOnlyDrawsThatWereRun) {
    const auto draws = [](std::size_t option) {
        return lines_of(views_of_results(with_gaps(), {option, 70, {Series::battle_deaths}}));
    };
    EXPECT_EQ(draws(0).size(), 1u + 3 * 3);
    ASSERT_EQ(draws(1).size(), 1u + 3);
    EXPECT_THAT(draws(1)[1], StartsWith("601,70,0,"));
    EXPECT_EQ(draws(2).size(), 1u);
}

TEST(ExportCsv, MakesFormulasHarmlessAndLeavesNumbersAlone) {
    Header header = sample_header(1, 6, 5, 1);
    header.options = {"=1+1", "+1", "-1", "@sum(a)", "\tx", "a=\"b\",\nc"};
    auto rows = sample_rows(header, {0});
    for (MemberOutcome& o : rows[0].by_option) o.per_place[0][0] = 7;
    const std::string text = csv_of_places(Results::from_image_without_digest(
        writer_of_rows(header, rows, Content::whole).finish(), "x"));
    for (const char* label : {"\r\n'=1+1,0,", "\r\n'+1,0,", "\r\n'-1,0,", "\r\n'@sum(a),0,",
                              "\r\n'\tx,0,", "\r\n\"a=\"\"b\"\",\nc\",0,"})
        EXPECT_THAT(text, HasSubstr(label));
    header.locations[0].name = "-5";
    rows = sample_rows(header, {0});
    for (MemberOutcome& o : rows[0].by_option) o.per_place[0][0] = -3, o.per_place[1][0] = 4;
    EXPECT_THAT(csv_of_places(Results::from_image_without_digest(
                    writer_of_rows(header, rows, Content::whole).finish(), "x")),
                HasSubstr(",0,'-5,-3,4\r\n"))
        << "a label is text, a negative number a number";
}

TEST(Export, RefusesAFileWithoutADate) {
    Header header = sample_header(1);
    header.start_date = "2030-02-30";
    EXPECT_THROW(csv_of_series(sample(header)), FormatError);
}

}  // namespace
}  // namespace forestall
