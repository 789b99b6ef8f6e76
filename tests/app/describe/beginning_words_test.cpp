// SPDX-License-Identifier: Apache-2.0
#include "app/describe/beginning_words.hpp"

#include <gtest/gtest.h>

namespace forestall::app {
namespace {

TEST(Beginning, SaysEveryPartOfAStart) {
    Option option;
    option.actions.resize(1);
    option.actions[0].name = "envoy";
    const auto said = [&](const Beginning& b) { return beginning_text(option, b, "2030-01-01"); };
    using When = Beginning::When;
    EXPECT_EQ(said({}), "from the start");
    EXPECT_EQ(said({.when = When::day, .day = 59}), "on 2030-03-01");
    EXPECT_EQ(said({.when = When::stage, .stage = Stage::mitigation}),
              "once stage mitigation is observed");
    EXPECT_EQ(said({.when = When::stage, .stage = Stage::response, .delay = 14}),
              "14 d after stage response is observed");
    EXPECT_EQ(
        said({.when = When::indicator, .indicator = "displaced", .at_least = 0.02, .for_days = 14}),
        "when displaced is at least 0.02 for 14 d");
    EXPECT_EQ(said({.when = When::after, .after = 0}), "after “envoy” was announced");
    EXPECT_EQ(said({.when = When::after,
                    .indicator = "reported_deaths",
                    .at_least = 30,
                    .after = 0,
                    .delay = 7,
                    .within = 180,
                    .unless = true}),
              "7 d after “envoy” was announced, unless reported_deaths is at least 30 within 180 d "
              "of that");
}

}  // namespace
}  // namespace forestall::app
