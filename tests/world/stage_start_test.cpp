// SPDX-License-Identifier: Apache-2.0
#include "world/stage_start.hpp"

#include <gtest/gtest.h>

#include "world/intervention.hpp"

namespace forestall {
namespace {

TEST(StageStart, IsReadFromTheNameOfAnOption) {
    const auto later = parse_stage_option("mediation@prevention+13w");
    ASSERT_TRUE(later);
    EXPECT_EQ(later->intervention, "mediation");
    EXPECT_EQ(later->stage, "prevention");
    EXPECT_EQ(later->weeks, 13);
    EXPECT_EQ(stage_option_name(*later), "mediation@prevention+13w");
    EXPECT_EQ(stage_option_name({"mediation", "response", 0}), "mediation@response");
    EXPECT_EQ(parse_stage_option("mediation@response")->weeks, 0);
    EXPECT_FALSE(parse_stage_option("early-mediation"));
}

TEST(StageStart, IsNotReadFromANameThatOnlyLooksLikeOne) {
    for (const char* name :
         {"a@b+", "a@b+w", "a@b+w13", "a@b+13", "a@b+13w4", "a@b+-3w", "a@b+99999999999999w"})
        EXPECT_FALSE(parse_stage_option(name)) << name;
    EXPECT_EQ(parse_stage_option("a@b+13w")->weeks, 13);
}

TEST(StageStart, HasOneFormThatAScenarioMayUse) {
    for (const char* good : {"prevention", "mitigation", "response", "mitigation+13w"})
        EXPECT_TRUE(is_stage_start(good)) << good;
    for (const char* bad : {"", "none", "peace", "mitigation+", "mitigation+w", "mitigation+13",
                            "mitigation+13d", "mitigation+12345w", "mitigation+-3w"})
        EXPECT_FALSE(is_stage_start(bad)) << bad;
    EXPECT_TRUE(is_stage_option("mediation@response"));
    EXPECT_FALSE(is_stage_option("mediation"));
}

}  // namespace
}  // namespace forestall
