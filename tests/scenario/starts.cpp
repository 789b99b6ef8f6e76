// SPDX-License-Identifier: Apache-2.0
// What starts an action is one thing, and every key beside it is one that this thing looks at.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

#include "scenario/talk.hpp"

namespace forestall::testing {
namespace {

/// A second action of the option, after the one that starts at once.
Loaded started_by(const std::string& start) {
    return load_talk({.start = fmt::format(R"(start = {{ stage = "prevention" }}
[[option.action]]
name = "two"
intervention = "word"
partner = "Envoys"
actors = ["Army of Aru"]
start = {{ {} }})",
                                           start)});
}

TEST(Starts, AKeyThatItsKindDoesNotLookAtIsNamed) {
    struct Case {
        const char* start;
        const char* idle;
    };
    constexpr std::array cases = {
        Case{"day = 2030-01-02, delay = \"7 d\"", "delay"},
        Case{"day = 2030-01-02, at_least = 0.5", "at_least"},
        Case{"stage = \"response\", for = \"7 d\"", "for"},
        Case{"stage = \"response\", within = \"7 d\"", "within"},
        Case{"indicator = \"risk\", at_least = 0.5, delay = \"7 d\"", "delay"},
        Case{"indicator = \"risk\", at_least = 0.5, within = \"7 d\"", "within"},
        Case{"after = \"one\", within = \"7 d\"", "within"},
        Case{"after = \"one\", unless = true", "unless"},
        Case{"after = \"one\", for = \"7 d\"", "for"},
    };
    for (const Case& c : cases) {
        const std::string said = told(started_by(c.start));
        EXPECT_NE(said.find(fmt::format("E058: '{}' has no effect on this start", c.idle)),
                  std::string::npos)
            << c.start << ": " << said;
    }
}

TEST(Starts, EveryKeyIsReadWhereItMeansSomething) {
    for (const char* start :
         {"day = 2030-01-02", "stage = \"response\", delay = \"1 d\"",
          "indicator = \"risk\", at_least = 0.5, for = \"1 d\"", "after = \"one\", delay = \"1 d\"",
          R"(after = "one", indicator = "risk", at_least = 0.5, for = "1 d", within = "2 d", )"
          R"(unless = true)"}) {
        const Loaded loaded = started_by(start);
        EXPECT_TRUE(loaded.tables) << start << ": " << told(loaded);
    }
}

}  // namespace
}  // namespace forestall::testing
