// SPDX-License-Identifier: Apache-2.0
// `forestall compare` on a file with several options: the keys of the contract, the table, and what
// it refuses.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/frame/command.hpp"
#include "results/assemble.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::app {
namespace {

using ::testing::HasSubstr;

class Compare : public ::testing::Test {
protected:
    void SetUp() override {
        write("out.h5", 3);
        write("one.h5", 1);
    }
    void write(const std::string& name, std::size_t options) {
        const Header header = forestall::testing::sample_header(60, options);
        auto rows = forestall::testing::sample_rows(header, forestall::testing::all_members(60));
        for (MemberRow& row :
             rows)  // the second option halves what the first has, at 1,000 USD a step
            if (options > 1) {
                auto& best = row.by_option[1];
                best.series = row.by_option[0].series;
                for (double& v : best[Series::civilian_deaths]) v = std::floor(v / 2);
                for (double& v : best[Series::spend]) v = 1000;
                for (double& v : row.by_option[0][Series::spend]) v = 0;
            }
        write_results(path(name), writer_of_rows(header, rows, Content::whole).finish());
    }
    std::string path(const std::string& name) const { return scratch_ / name; }
    std::string run(std::vector<std::string> words, int code) {
        words.insert(words.begin(), {"forestall", "compare"});
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        EXPECT_EQ(run_program(words), code);
        const std::string error = ::testing::internal::GetCapturedStderr();
        return ::testing::internal::GetCapturedStdout() + error;
    }
    forestall::testing::Scratch scratch_;
};

TEST_F(Compare, AnswersTheKeysOfTheContract) {
    const auto answer =
        nlohmann::json::parse(run({path("out.h5"), "--json", "--resamples", "999"}, 0));
    for (const char* key : {"outcome", "baseline", "options", "verdict"})
        EXPECT_TRUE(answer.contains(key)) << key;
    EXPECT_EQ(answer["baseline"], "none");
    ASSERT_EQ(answer["options"].size(), 3u);
    for (const auto& option : answer["options"])
        for (const char* key : {"difference", "p_best", "p_worse", "regret", "cvar", "cost",
                                "cost_per_death_averted", "variance_reduction"})
            for (const char* part : {"value", "lo", "hi", "error"})
                EXPECT_TRUE(option[key].contains(part)) << key;
    EXPECT_LT(answer["options"][1]["difference"]["hi"], 0);
    EXPECT_NEAR(answer["options"][1]["cost"]["value"].get<double>(), 5000,
                20);  // five weeks, discounted
    EXPECT_EQ(answer["options"][1]["harm_by_group"].size(), 2u);
    EXPECT_THAT(answer["verdict"].get<std::string>(), HasSubstr("'option 1'"));
}

TEST_F(Compare, PrintsATableAndEndsWithTheVerdict) {
    const std::string text =
        run({path("out.h5"), "--resamples", "999", "--outcome", "displaced:end"}, 0);
    EXPECT_THAT(text, HasSubstr("60 members paired with 'none'"));
    EXPECT_THAT(text, HasSubstr("By identity group"));
    EXPECT_THAT(
        run({path("out.h5"), "--resamples", "999", "--price-year", "2030", "--inflation", "0.1"},
            0),
        HasSubstr("prices of 2030"));
}

TEST_F(Compare, RefusesWhatItCannotAnswer) {
    EXPECT_THAT(run({path("one.h5")}, 65), HasSubstr("nothing to compare"));
    EXPECT_THAT(run({path("out.h5"), "--baseline", "peace"}, 2), HasSubstr("option 1"));
    EXPECT_THAT(run({path("out.h5"), "--outcome", "joy"}, 2), HasSubstr("civilian_deaths"));
    EXPECT_THAT(run({path("out.h5"), "--price-year", "2030"}, 2), HasSubstr("--inflation"));
}

}  // namespace
}  // namespace forestall::app
