// SPDX-License-Identifier: Apache-2.0
#include "results/export.hpp"

#include <gmock/gmock.h>

#include "results/assemble.hpp"
#include "results/export/sample_file.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ExportCsv, HasOneLinePerOptionMemberAndStep) {
    Header header = sample_header(4);
    header.options[1] = "talks, early";
    const auto lines = lines_of(csv_of_series(sample_file(header)));
    ASSERT_EQ(lines.size(), 1u + 3 * 4 * 5);
    EXPECT_THAT(lines[0], StartsWith("option,member,time,civilian_deaths,battle_deaths,"));
    const auto deaths = sample_row(header, 1).by_option[1][Series::civilian_deaths];
    EXPECT_THAT(lines[1 + 20 + 5 + 2],
                StartsWith("\"talks, early\",1,2030-01-15," +
                           std::to_string(static_cast<int>(deaths[2])) + ","));
}

TEST(ExportCsv, HasOneLinePerOptionMemberAndPlace) {
    const auto lines = lines_of(csv_of_places(sample_file(sample_header(4))));
    ASSERT_EQ(lines.size(), 1u + 3 * 4 * 4);
    EXPECT_THAT(lines[0],
                StartsWith("option,member,location,deaths_by_location,displaced_by_location"));
    EXPECT_THAT(lines[2], StartsWith("none,0,Plâce 1,"));
}

TEST(ExportOfGaps, CsvLeavesTheFieldsEmpty) {
    const auto series = lines_of(csv_of_series(sample_with_gaps())),
               places = lines_of(csv_of_places(sample_with_gaps()));
    ASSERT_EQ(series.size(), 1u + 3 * 3 * 14);
    EXPECT_THAT(series[1 + 14 * 3], StartsWith("option 1,0,2030-01-01,"));
    EXPECT_THAT(series[1 + 14 * 3], Not(HasSubstr(",,")));
    EXPECT_EQ(series[1 + 14 * 4], "option 1,1,2030-01-01" + std::string(series_count, ',') + "\r");
    EXPECT_EQ(places[1 + 2 * 4], "option 1,1,Plâce 0,,\r");
    for (const auto& line : series)
        EXPECT_THAT(line, Not(AnyOf(HasSubstr("nan"), HasSubstr("-9223"))));
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
    EXPECT_THROW(csv_of_series(sample_file(header)), FormatError);
}

}  // namespace
}  // namespace forestall
