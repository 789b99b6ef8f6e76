// SPDX-License-Identifier: Apache-2.0
// Do the intervals of the three answers hold together on members that the simulator made? Members
// of both bundled scenarios lie beside this test (`make coverage` makes them anew); the long form,
// over more of them, writes docs/methods/coverage.md. The biased twin must fall out of the band.
#include "analysis/comparison/real_coverage.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "checkout.hpp"

namespace forestall {
namespace {

class RealCoverage : public ::testing::TestWithParam<const char*> {};

test::RealMembers members_of(const std::string& scenario) {
    std::ifstream file(in_checkout("tests/analysis/comparison/members/" + scenario + ".csv"));
    EXPECT_TRUE(file.good());
    return test::read_members(file);
}

TEST_P(RealCoverage, ThreeAnswersHoldTogether) {
    const test::RealMembers all = members_of(GetParam());
    ASSERT_GE(all.size(), 400U);
    constexpr std::size_t studies = 400, members = 100;
    const test::Held held = test::real_coverage(all, members, studies, 499);
    const double band = test::coverage_band(studies);
    for (const auto e : {test::typical, test::killing, test::displaced, test::leading})
        EXPECT_GT(held.together[e], 0.95 - band) << test::estimand_words[e];
    EXPECT_LT(held.together[test::twin], 0.95 - band);
    EXPECT_GT(held.clear, 0) << "intervals that hold because they say nothing";
    EXPECT_LT(held.wrong_way, 0.01);
}

// Ending a job when it is precise enough looks at the members that the answer is then made of; what
// is then said must hold as often as with a number of members that was fixed before.
TEST_P(RealCoverage, HoldsWhereAJobEndsWhenItIsPreciseEnough) {
    const test::RealMembers all = members_of(GetParam());
    constexpr std::size_t studies = 300;
    const test::Stopped s = test::stopped_coverage(all, 0.2, 600, studies, 299);
    const double band = test::coverage_band(studies);
    EXPECT_GT(s.together, 0.95 - band);
    EXPECT_LT(s.twin, 0.95 - band);
    EXPECT_LT(s.fewest, s.largest) << "studies must end at different looks";
}

INSTANTIATE_TEST_SUITE_P(Scenarios, RealCoverage,
                         ::testing::Values("two-rivers", "central-african-republic"));

}  // namespace
}  // namespace forestall
