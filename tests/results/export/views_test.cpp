// SPDX-License-Identifier: Apache-2.0
#include "results/export/views.hpp"

#include <gmock/gmock.h>

#include "results/export/sample_file.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::StartsWith;

TEST(ExportViews, SumsStepsIntoWholeMonths) {
    const Header header =
        sample_header(2, 1, 14, 2);  // 2030-01-01 to 2030-04-08: January to March are whole
    const auto lines =
        lines_of(views_of_results(sample_file(header), {0, 70, {Series::battle_deaths}}));
    ASSERT_EQ(lines.size(), 1u + 3 * 2);
    EXPECT_EQ(lines[0], "month_id,country_id,draw,outcome\r");
    const auto deaths = sample_row(header, 1).by_option[0][Series::battle_deaths];
    double january = 0;
    for (std::size_t t = 0; t < 5; ++t) january += deaths[t];
    EXPECT_EQ(lines[2], "601,70,1," + std::to_string(static_cast<int>(january)) + "\r");
}

TEST(ExportViews, HasOnlyDrawsThatWereRun) {
    const auto draws = [](std::size_t option) {
        return lines_of(
            views_of_results(sample_with_gaps(), {option, 70, {Series::battle_deaths}}));
    };
    EXPECT_EQ(draws(0).size(), 1u + 3 * 3);
    ASSERT_EQ(draws(1).size(), 1u + 3);
    EXPECT_THAT(draws(1)[1], StartsWith("601,70,0,"));
    EXPECT_EQ(draws(2).size(), 1u);
}

/// The made-up run over 2030-01-01 to 2030-04-08 with one battle and one killing.
Results run_of(std::uint64_t member) {
    const Header header = sample_header(2, 1, 14);
    return sample_run(header, sample_detail(header), member);
}

TEST(ExportViews, CountsTheKilledOfRunsByMonthAndPlace) {
    std::vector<Results> runs;
    for (std::uint64_t member : {0, 1}) runs.push_back(run_of(member));
    const auto lines = lines_of(views_of_runs(runs, ViewsArea::location));
    ASSERT_EQ(lines.size(), 1u + 3 * 4 * 2);
    EXPECT_EQ(lines[0], "month_id,location,draw,outcome\r");
    EXPECT_EQ(lines[1], "601,Plâce 0,0,0\r");
    EXPECT_EQ(lines[3], "601,Plâce 1,0,12\r");
    EXPECT_EQ(lines[6], "601,Plâce 2,1,7\r");
    EXPECT_EQ(lines[3 + 8], "602,Plâce 1,0,0\r");
}

TEST(ExportViews, PutsPlacesIntoCellsOfHalfADegree) {
    EXPECT_EQ(priogrid_cell(-90, -180), 1);
    EXPECT_EQ(priogrid_cell(4.6, 18.6), 189 * 720 + 397 + 1);
    EXPECT_EQ(priogrid_cell(90, 180), 360 * 720);
    std::vector<Results> runs;
    runs.push_back(run_of(0));
    const auto lines = lines_of(views_of_runs(runs, ViewsArea::cell));
    EXPECT_EQ(lines[0], "month_id,priogrid_gid,draw,outcome\r");
    EXPECT_EQ(lines.size(), 1u + 3 * 4);
}

TEST(ExportViews, RefusesRunsOfOtherPlacesAndWhatIsNotARun) {
    const Header other = sample_header(2, 1, 14, 5);
    std::vector<Results> runs;
    runs.push_back(run_of(0));
    runs.push_back(sample_run(other, sample_detail(other)));
    EXPECT_THROW(views_of_runs(runs, ViewsArea::cell), FormatError);
    std::vector<Results> ensembles;
    ensembles.push_back(sample_file(other));
    EXPECT_THROW(views_of_runs(ensembles, ViewsArea::cell), FormatError);
}

}  // namespace
}  // namespace forestall
