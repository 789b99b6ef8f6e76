// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/self_excitation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/samplers.hpp"

namespace forestall::analysis {
namespace {

constexpr int days = 3600;

/// Ten years of a Hawkes process with a background that swells and ebbs over about three years;
/// mean delay 8 days.
std::vector<double> hawkes(double branching, double mean, double swing, std::uint64_t seed) {
    Stream stream(seed, process("test.hawkes"), 0);
    const double rho = std::exp(-1 / 8.0);
    double excitation = 0;
    std::vector<double> out;
    for (int t = 0; t < days; ++t) {
        const double background = mean * (1 - branching) * (1 + swing * std::sin(t / 190.0));
        out.push_back(static_cast<double>(
            sample::poisson(stream.uniform(), background + branching * excitation)));
        excitation = rho * excitation + (1 - rho) * out.back();
    }
    return out;
}

double mean_branching(double branching, double mean, double swing,
                      SelfExcitationOptions options = {}) {
    constexpr int runs = 6;
    options.intervals = false;
    double sum = 0;
    for (std::uint64_t seed = 0; seed < runs; ++seed)
        sum += self_excitation(hawkes(branching, mean, swing, seed), 1, options).branching.value /
               runs;
    return sum;
}

// One run's estimate has a standard deviation below 0.1, so the mean of six is within 0.2 of its
// expectation at five of its standard deviations. The free background costs up to a fifth of the
// true value (docs/methods/stylised-facts.md).
TEST(SelfExcitation, IsFoundWhereItIs) {
    EXPECT_NEAR(mean_branching(0.45, 0.25, 0.6), 0.40, 0.2);
    EXPECT_NEAR(mean_branching(0.8, 0.25, 0.0), 0.72, 0.2);
}

TEST(SelfExcitation, IsNotFoundInPoissonCountsWhoseRateChanges) {
    EXPECT_LT(mean_branching(0.0, 0.25, 0.6), 0.15);
    EXPECT_LT(mean_branching(0.0, 0.05, 0.0), 0.15);
}

TEST(SelfExcitation, WithAConstantBackgroundWouldBeFoundWhereItIsNot) {
    EXPECT_GT(mean_branching(0.0, 1, 0.9, {.knot_days = 1e6}), 0.4);
}

TEST(SelfExcitation, HasAnIntervalThatHoldsTheTruthAndAMemory) {
    const auto counts = hawkes(0.6, 0.3, 0.0, 3);
    const SelfExcitation e = self_excitation(counts, 1);
    EXPECT_LT(e.branching.lo, 0.6);
    EXPECT_GT(e.branching.hi, 0.45);
    EXPECT_GT(e.branching.lo, 0.1);
    EXPECT_GT(e.log_ratio, 12);  // chi-square of one degree: p < 1e-6
    EXPECT_LT(e.memory_days.lo, 24);
    EXPECT_GT(e.memory_days.hi, 12);
    const SelfExcitation chance = self_excitation(hawkes(0, 0.3, 0.0, 3), 1);
    EXPECT_LT(chance.log_ratio, 12);
    EXPECT_EQ(chance.branching.lo, 0);
}

TEST(SelfExcitation, SaysNothingAboutFewEvents) {
    EXPECT_TRUE(std::isnan(self_excitation(std::vector<double>(100, 0.25), 7).branching.value));
    EXPECT_TRUE(std::isnan(self_excitation(std::vector<double>{}, 7).branching.value));
}

}  // namespace
}  // namespace forestall::analysis
