// SPDX-License-Identifier: Apache-2.0
#include "app/job/batches.hpp"

#include <gtest/gtest.h>

namespace forestall::app {
namespace {

TEST(BatchSize, IsAtLeastOneMember) {
    EXPECT_EQ(batch_size(1000, 5, 8, 1e12), 1U);
    EXPECT_EQ(batch_size(0, 0, 1, 0), 1U);
}

TEST(BatchSize, LosesAboutASecondOrTwoOfAShortJob) {
    const double seconds = 0.01;
    const auto batch = static_cast<double>(batch_size(seconds, 10'000, 1, 1000));
    EXPECT_NEAR(batch * seconds, 1.5, 0.1);
}

TEST(BatchSize, KeepsThePartsOfALongJobCountable) {
    const std::uint64_t members = 10'000'000;
    EXPECT_LT(members / batch_size(0.1, members, 64, 1000), 64 * 1000U);
}

TEST(BatchSize, LeavesNoThreadIdle) { EXPECT_LE(batch_size(1e-6, 100, 4, 1000), 100U / 4); }

TEST(BatchSize, HoldsFewRowsInMemory) {
    EXPECT_LE(static_cast<double>(batch_size(1e-6, 1'000'000, 2, 1e6)) * 1e6, 64e6);
}

}  // namespace
}  // namespace forestall::app
