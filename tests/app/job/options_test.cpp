// SPDX-License-Identifier: Apache-2.0
#include "app/job/options.hpp"

#include <gtest/gtest.h>

#include "app/frame/errors.hpp"
#include "app/job/with_options.hpp"

namespace forestall::app {
namespace {

TEST(Shard, CountsFromNoughtOrFromOne) {
    EXPECT_EQ(parse_shard("0/4").index, 0U);
    EXPECT_EQ(parse_shard("3/4").index, 3U);
    EXPECT_EQ(parse_shard("4/4").index, 0U);
    EXPECT_EQ(parse_shard("1/1").count, 1U);
    for (const char* bad : {"", "/", "1", "1/", "/2", "5/4", "-1/4", "1/0", "0/0", "1/4/2", " 1/4",
                            "1/99999999999999999999"})
        EXPECT_THROW(parse_shard(bad), UsageError) << bad;
}

TEST(Options, UnknownAndRepeatedOnesAreRefused) {
    const World world = World::build([] {
        WorldTables tables;
        tables.settings.start_date = "2030-01-01";
        tables.settings.days = 7;
        tables.places.push_back({.name = "A", .region = "", .country = "X"});
        tables.groups.push_back({.name = "G"});
        return tables;
    }());
    EXPECT_EQ(parse_options("none", world), std::vector<std::string>{"none"});
    EXPECT_EQ(parse_options("all", world), std::vector<std::string>{"none"});
    for (const char* bad : {"", "peace", "none,none", "none,", ",none", "None"})
        EXPECT_THROW(parse_options(bad, world), UsageError) << bad;
}

TEST(Options, DoingNothingIsAmongThemUnlessItIsLeftOut) {
    using Names = std::vector<std::string>;
    const World world = test::with_options({"a", "b"});
    EXPECT_EQ(with_baseline(parse_options("b", world)), (Names{"none", "b"}));
    EXPECT_EQ(with_baseline(parse_options("b,none", world)), (Names{"b", "none"}));
    EXPECT_EQ(with_baseline(parse_options("all", world)), (Names{"none", "a", "b"}));
    EXPECT_EQ(without_baseline("b", world), Names{"b"});
    EXPECT_EQ(without_baseline("all", world), (Names{"a", "b"}));
    EXPECT_THROW(without_baseline("none,a", world), UsageError);
    EXPECT_THROW(without_baseline("none", world), UsageError);
    EXPECT_THROW(without_baseline("all", test::with_options({})), UsageError);
}

}  // namespace
}  // namespace forestall::app
