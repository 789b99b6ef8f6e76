// SPDX-License-Identifier: Apache-2.0
#include "app/job/next_step.hpp"

#include <gtest/gtest.h>

#include "app/job/with_options.hpp"

namespace forestall::app {
namespace {

TEST(NextStep, LeadsOnFromWhatWasRun) {
    Job job;
    job.world = std::make_shared<const World>(test::with_options({"a"}));
    job.members = 20;
    job.options = {"none", "a"};
    EXPECT_EQ(next_step(job, "my case", "o ne.h5"),
              "Next: forestall compare 'o ne.h5'\nor, as a page: forestall report 'o ne.h5' -o 'o "
              "ne.html'\n");
    job.options = {"none"};
    job.seed = 5;
    EXPECT_EQ(next_step(job, "my case", "out"),
              "Next, what can be done about it: forestall ensemble 'my case' --options all "
              "--members 20 --seed 5 "
              "-o out-options.h5\nand then: forestall compare out-options.h5\n");
    job.shards = 4;
    EXPECT_EQ(next_step(job, "c", "1.h5"),
              "Next, with the files of all 4 parts: forestall merge 1.h5 … -o 1-whole.h5\n");
    job.shards = 1;
    job.world = std::make_shared<const World>(test::with_options({}));
    EXPECT_EQ(next_step(job, "c", "-y.h5"),
              "Next, as a page: forestall report ./-y.h5 -o ./-y.html\n");
    EXPECT_EQ(next_step(job, "c", "1.h5"), "Next, as a page: forestall report 1.h5 -o 1.html\n");
}

}  // namespace
}  // namespace forestall::app
