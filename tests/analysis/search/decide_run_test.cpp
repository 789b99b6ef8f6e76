// SPDX-License-Identifier: Apache-2.0
// What `decide` ran is in its file, all of it: members that an option was dropped before are gaps,
// and the file can be compared and read back.
#include "analysis/search/decide_run.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "analysis/comparison/outcomes.hpp"
#include "results/reader.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::analysis {
namespace {

TEST(DecideRun, KeepsEveryRunAndShowsTheGaps) {
    const testing::Scratch scratch;
    const Header header = testing::sample_header(1000);
    Job job;
    job.world = std::make_shared<const World>();
    job.options = header.options;
    job.members = 1000;
    const RowSource rows = [&](const Job& asked, std::span<const std::uint64_t> members) {
        std::vector<MemberRow> out;
        for (const std::uint64_t m : members) {
            const MemberRow all = testing::sample_row(header, m);
            MemberRow some{m, {}};
            for (const std::string& name : asked.options)
                for (std::size_t o = 0; o < header.options.size(); ++o)
                    if (header.options[o] == name) some.by_option.push_back(all.by_option[o]);
            out.push_back(std::move(some));
        }
        return out;
    };
    const std::string path = scratch / "out.h5", parts = scratch / "out.h5.parts";
    {
        DecideRun run(job, header, "civilian_deaths", path, Start::fresh, rows);
        const auto first = run(0, 6, {0, 1, 2});
        EXPECT_EQ(first.size(), 3u);
        const auto second = run(6, 4, {0, 2});
        EXPECT_EQ(second.size(), 2u);
        double sum = 0;
        const MemberRow row = testing::sample_row(header, 7);
        for (const double v : row.by_option[2][Series::civilian_deaths]) sum += v;
        EXPECT_EQ(second[1][1], sum);
        run.finish();
    }
    EXPECT_FALSE(std::filesystem::exists(parts));
    const Results results = Results::open(path);
    EXPECT_EQ(results.members(), testing::all_members(10));
    EXPECT_TRUE(results.complete());
    EXPECT_EQ(comparison::members_of_all(results), (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_TRUE(std::isnan(results.values(Series::civilian_deaths, 1).back()));
    const MemberRow want = testing::sample_row(header, 9), got = results.row(9);
    EXPECT_EQ(got.by_option[2].series, want.by_option[2].series);
    EXPECT_FALSE(was_run(got.by_option[1]));
}

}  // namespace
}  // namespace forestall::analysis
