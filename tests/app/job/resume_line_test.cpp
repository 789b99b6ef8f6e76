// SPDX-License-Identifier: Apache-2.0
#include "app/job/resume_line.hpp"

#include <gtest/gtest.h>

namespace forestall::app {
namespace {

TEST(ResumeLine, IsQuotedForTheShellAndAsksToResume) {
    EXPECT_EQ(
        resume_line({"build/forestall", "ensemble", "my case", "-o", "it's.h5", "--overwrite"}),
        "build/forestall ensemble 'my case' -o 'it'\\''s.h5' --resume");
    EXPECT_EQ(resume_line({"forestall", "ensemble", "d", "--resume", "-o", ""}),
              "forestall ensemble d --resume -o ''");
}

}  // namespace
}  // namespace forestall::app
