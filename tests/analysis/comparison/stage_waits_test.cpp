// SPDX-License-Identifier: Apache-2.0
// What is said of delays in plain words.
#include "analysis/comparison/stage_waits.hpp"

#include <gtest/gtest.h>

namespace forestall::comparison {
namespace {

Wait wait(double lo, double hi) {
    const Figure f{(lo + hi) / 2, lo, hi, 1};
    return {"talk", "prevention", "mitigation", 10, f, f};
}

TEST(StageWaits, AreToldInPlainWords) {
    EXPECT_EQ(waits_verdict({}, true), "");
    EXPECT_EQ(waits_verdict({wait(-1, 2)}, true), "The one delay has no clear cost.");
    EXPECT_EQ(waits_verdict({wait(-1, 2), wait(-3, 1)}, true),
              "None of the 2 delays has a clear cost.");
    EXPECT_EQ(waits_verdict({wait(1, 2), wait(-3, 1)}, true),
              "1 of the 2 delays has a clear cost.");
    EXPECT_EQ(waits_verdict({wait(1, 2), wait(-3, 1)}, false),
              "1 of the 2 delays has a clear gain; none has a clear cost.");
    EXPECT_EQ(waits_verdict({wait(1, 2), wait(1, 3), wait(-3, -1)}, true),
              "2 of the 3 delays have a clear cost, 1 a clear gain.");
}

TEST(StageWaits, InWhichNobodyWaitsAreNotCounted) {
    Wait never = wait(0, 0);
    never.per_week = {};
    EXPECT_EQ(defined_waits({never, wait(-1, 2)}).size(), 1U);
    EXPECT_EQ(waits_verdict({never}, true), "");
}

}  // namespace
}  // namespace forestall::comparison
