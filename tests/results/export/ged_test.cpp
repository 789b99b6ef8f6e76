// SPDX-License-Identifier: Apache-2.0
#include "results/export/ged.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "results/export/ged_columns.hpp"
#include "results/export/sample_file.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using Row = std::map<std::string, std::string, std::less<>>;

/// Rows by column; no field of the made-up job has a comma but the source.
std::vector<Row> rows_of(const std::string& text) {
    std::vector<Row> rows;
    for (const std::string& line : lines_of(text)) {
        Row row;
        std::size_t at = 0;
        for (const std::string_view column : ged_columns) {
            const bool quoted = line[at] == '"';
            const std::size_t close = quoted ? line.find('"', at + 1) : at;
            const std::size_t end = std::min(line.find(',', close), line.find('\r', close));
            row[std::string(column)] = line.substr(at, end - at);
            at = end + 1;
        }
        rows.push_back(std::move(row));
    }
    rows.erase(rows.begin());
    return rows;
}

std::vector<Row> log_of(const RunDetail& detail, std::set<std::string> states) {
    const Header header = sample_header(1, 1);
    return rows_of(ged_of_run(sample_run(header, detail), std::move(states)));
}

TEST(ExportGed, HasTheColumnsOfThePublishedTable) {
    const Header header = sample_header(1, 1);
    const auto lines = lines_of(ged_of_run(sample_run(header, sample_detail(header)), {}));
    EXPECT_THAT(lines[0], HasSubstr("id,relid,year,active_year,code_status,type_of_violence,"));
    EXPECT_THAT(lines[0], HasSubstr(",deaths_unknown,best,high,low,gwnoa,gwnob\r"));
}

TEST(ExportGed, HasARowForEachEventInWhichSomebodyWasKilled) {
    const Header header = sample_header(1, 1);
    const auto rows = log_of(sample_detail(header), {"Army of Aru"});
    ASSERT_THAT(rows, SizeIs(2));
    const Row battle{{"id", "1"},
                     {"type_of_violence", "1"},
                     {"side_a", "Army of Aru"},
                     {"side_b", "Riders"},
                     {"latitude", "4.75"},
                     {"longitude", "18"},
                     {"geom_wkt", "POINT (18 4.75)"},
                     {"date_start", "2030-01-04"},
                     {"date_end", "2030-01-04"},
                     {"date_prec", "1"},
                     {"deaths_a", "0"},
                     {"deaths_unknown", "7"},
                     {"deaths_civilians", "5"},
                     {"best", "12"},
                     {"low", "12"},
                     {"high", "12"},
                     {"year", "2030"}};
    for (const auto& [column, value] : battle) EXPECT_EQ(rows[0].at(column), value) << column;
    EXPECT_EQ(rows[1].at("type_of_violence"), "3");
    EXPECT_EQ(rows[1].at("side_b"), "Civilians");
    EXPECT_EQ(rows[1].at("date_start") + " " + rows[1].at("date_end"), "2030-01-22 2030-01-28");
    EXPECT_EQ(rows[1].at("date_prec"), "3");
    EXPECT_THAT(rows[1].at("source_article"), HasSubstr("simulated by forestall 0.1.0"));
}

TEST(ExportGed, AStateIsSideAAndWhoTakesPowerIsOne) {
    RunDetail detail = sample_detail(sample_header(1, 1));
    Event battle = detail.events[0];
    std::swap(battle.actor, battle.opponent);
    Event takeover{1, EventKind::takeover};
    takeover.actor = ActorId{1};
    takeover.opponent = ActorId{0};
    detail.events = {battle, takeover, battle};
    const auto rows = log_of(detail, {"Army of Aru"});
    EXPECT_EQ(rows[0].at("side_a"), "Army of Aru");
    EXPECT_EQ(rows[1].at("side_a"), "Riders");
    EXPECT_EQ(log_of(detail, {}).front().at("type_of_violence"), "2");
}

TEST(ExportGed, LeavesThePositionEmptyWhereThereIsNone) {
    RunDetail detail = sample_detail(sample_header(1, 1));
    detail.events[0].place = none<PlaceId>();
    const auto rows = log_of(detail, {});
    EXPECT_EQ(rows[0].at("latitude") + rows[0].at("geom_wkt") + rows[0].at("where_prec"), "");
    EXPECT_EQ(rows[0].at("best"), "12");
}

TEST(ExportGed, RefusesAFileThatIsNotOfARun) {
    EXPECT_THROW(ged_of_run(sample_file(sample_header(1)), {}), FormatError);
}

}  // namespace
}  // namespace forestall
