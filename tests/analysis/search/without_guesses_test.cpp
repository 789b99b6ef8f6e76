// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/without_guesses.hpp"

#include <gtest/gtest.h>

#include <array>

#include "core/random.hpp"

namespace forestall::analysis {
namespace {

/// Made-up members: `none` 100 with noise, the first option averts 30, the second 10, less what is
/// left out.
WithoutGuesses judged(double left_of_first, double noise, std::size_t guessed = 1) {
    FreshPair fresh{0, 200, comparison::Columns(3, std::vector<double>(200)), {}};
    fresh.changed = fresh.as_drawn;
    for (std::size_t m = 0; m < 200; ++m) {
        Stream luck(1, process("test.guesses"), static_cast<std::uint32_t>(m));
        for (std::size_t o = 0; o < 3; ++o) {
            const double toll = 100 + noise * luck.uniform();
            fresh.as_drawn[o][m] = toll - std::array{0.0, 30.0, 10.0}[o];
            fresh.changed[o][m] = toll - std::array{0.0, left_of_first, 10.0}[o];
        }
    }
    assumptions::Study study;
    study.options = {"none", "first", "second"};
    study.best = 1;
    comparison::Plan plan;
    plan.replicates = 499;
    WithoutGuesses out;
    out.by_option = {{}, {4, guessed}, {4, 0}};
    judge(fresh, study, plan, out);
    return out;
}

TEST(WithoutGuessesJudges, StandsFallsAndNotTold) {
    EXPECT_EQ(judged(20, 5).standing, Standing::stands);
    EXPECT_EQ(judged(2, 5).standing, Standing::falls);
    EXPECT_EQ(judged(10.5, 100).standing, Standing::not_told);
    EXPECT_EQ(judged(9.5, 100).standing, Standing::not_told);
    EXPECT_EQ(judged(20, 5, 4).standing, Standing::falls)
        << "nothing of it is left, whatever the members say";
    EXPECT_NEAR(judged(20, 5).options[1].owed.value, 10, 1e-9);
}

}  // namespace
}  // namespace forestall::analysis
