// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/stored_case.hpp"

#include <gmock/gmock.h>

#include "analysis/search/decide_run.hpp"
#include "checkout.hpp"
#include "results/assemble.hpp"
#include "results/sample_job.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

using ::testing::HasSubstr;

Results in_memory(const Header& header, const std::vector<MemberRow>& rows) {
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "out.h5");
}

/// One member of Two rivers, under "none".
class TwoRivers : public ::testing::Test {
protected:
    TwoRivers() {
        Loaded loaded = load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
        job_.world = std::make_shared<const World>(World::build(std::move(*loaded.tables)));
        job_.scenario_files.insert(loaded.files.begin(), loaded.files.end());
        job_.seed = 7;
        job_.members = 1;
    }
    std::vector<MemberRow> rows() const {
        const Parallel serial(Backend::serial, 1);
        const std::atomic<bool> stop{false};
        const std::vector<std::uint64_t> first{0};
        return ensemble_rows(serial, stop)(job_, first);
    }
    Job job_;
};

TEST_F(TwoRivers, GivesTheJobThatTheFileIsOf) {
    const Results results = in_memory(header_of(job_, {"1", "abc"}), rows());
    const StoredCase stored(results);
    ASSERT_TRUE(stored.readable());
    EXPECT_EQ(job_description(stored.job()), job_description(job_));
    EXPECT_EQ(stored.job().world, stored.world()) << "read once, and shared";
    EXPECT_EQ(stored.tables().interventions.size(), job_.world->interventions().size());
}

TEST_F(TwoRivers, HasNotAnOptionThatTheScenarioLacks) {
    Header header = header_of(job_, {"1", "abc"});
    header.options = {"peace"};
    const Results results = in_memory(header, rows());
    const StoredCase stored(results);
    EXPECT_TRUE(stored.readable());
    try {
        stored.job();
        FAIL();
    } catch (const InputError& e) {
        EXPECT_STREQ(e.what(), "out.h5: the scenario inside has no option 'peace'");
    }
}

TEST(StoredCase, OfAScenarioThatIsRefusedSaysWhyAndWhoWroteIt) {
    const Header header = forestall::testing::sample_header(1);
    const Results results = in_memory(header, forestall::testing::sample_rows(header, {0}));
    const StoredCase stored(results);
    EXPECT_FALSE(stored.readable());
    EXPECT_TRUE(stored.diagnostics().has_errors());
    EXPECT_THROW(stored.tables(), ScenarioRefused);
    EXPECT_THROW(stored.world(), ScenarioRefused);
    try {
        stored.job();
        FAIL();
    } catch (const ScenarioRefused& e) {
        EXPECT_THAT(e.what(), HasSubstr("cannot read the scenario inside"));
        EXPECT_THAT(e.hint(), HasSubstr(header.program.version));
        EXPECT_TRUE(e.diagnostics().has_errors());
    }
}

}  // namespace
}  // namespace forestall::analysis
