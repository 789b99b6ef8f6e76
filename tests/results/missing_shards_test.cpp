// SPDX-License-Identifier: Apache-2.0
#include "results/missing_shards.hpp"

#include <gtest/gtest.h>

namespace forestall {
namespace {

TEST(MissingShards, AreNamedAsTheCommandTakesThem) {
    EXPECT_EQ(missing_shards({{0, 2, 4}}, 5), "; shard 1/2 is missing");
    EXPECT_EQ(missing_shards({{1, 3}}, 5), "; shard 2/2 is missing");
    EXPECT_EQ(missing_shards({{0, 4}, {2, 6}}, 8), "; shards 1/4, 3/4 are missing");
}

TEST(MissingShards, AreNotGuessed) {
    EXPECT_EQ(missing_shards({}, 8), "");
    EXPECT_EQ(missing_shards({{0}}, 8), "") << "one member says nothing of n";
    EXPECT_EQ(missing_shards({{0, 1, 2}}, 8), "") << "no shards at all";
    EXPECT_EQ(missing_shards({{0, 2}}, 8), "") << "a part of shard 1/2";
    EXPECT_EQ(missing_shards({{0, 2, 5}}, 7), "");
    EXPECT_EQ(missing_shards({{0, 2, 4, 6}, {1, 5}}, 8), "") << "shards of two jobs";
}

}  // namespace
}  // namespace forestall
