// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "analysis/search/linear_model.hpp"

namespace forestall::calibration {
namespace {

constexpr std::size_t many = 6000;

struct Moments {
    double mean = 0, sd = 0;
};

/// Of the first weight's score.
Moments posterior_of(const std::vector<Row>& rows, const Goals& goals) {
    const auto priors = two_priors();
    const auto weights =
        normalised(log_likelihoods(surface_of(rows, priors, every(rows.size())), goals));
    Moments out;
    for (std::size_t i = 0; i < rows.size(); ++i)
        out.mean += weights[i] * priors[0].score(rows[i].weights[0]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double away = priors[0].score(rows[i].weights[0]) - out.mean;
        out.sd += weights[i] * away * away;
    }
    out.sd = std::sqrt(out.sd);
    return out;
}

Goals first_value(const Goal& goal) {
    Goals out;
    out.model_error = 0;
    out.values = {goal};
    return out;
}

std::vector<Row> first_values(std::size_t n) {
    std::vector<Row> rows = linear_rows(n);
    for (Row& row : rows) {
        row.values.resize(1);
        row.shares.clear();
    }
    return rows;
}

/// y = 2 z + luck, so that y = 3 leaves z the mean 2 × 3 / 5 and the variance 1 / 5. Some 2,500
/// effective rows: a standard error of 0.009, five of them 0.045.
TEST(Calibration, FindsTheKnownPosteriorOfARecord) {
    const auto rows = first_values(many);
    const Moments found = posterior_of(rows, first_value(recorded_value("y", 3, "")));
    EXPECT_NEAR(found.mean, 1.2, 0.06);
    EXPECT_NEAR(found.sd, std::sqrt(0.2), 0.05);
    const Moments biased = posterior_of(rows, first_value(recorded_value("y", 3.5, "")));
    EXPECT_GT(biased.mean, 1.2 + 0.06) << "a record that is wrong by half of luck's SD is told";
}

/// Luck and as much error of the model: variance 2, so mean 2 × 3 / 6 and variance 1 / 3.
TEST(Calibration, AModelThatErrsAsMuchAsLuckIsBelievedLess) {
    Goals goals = first_value(recorded_value("y", 3, ""));
    goals.model_error = 1;
    const Moments found = posterior_of(first_values(many), goals);
    EXPECT_NEAR(found.mean, 1.0, 0.06);
    EXPECT_NEAR(found.sd, std::sqrt(1.0 / 3), 0.05);
}

/// The mean over members, 2 z, is 1 within 0.2 (95 %): luck does not widen it.
TEST(Calibration, AnExpectationIsOfTheMeanAndKnowsNoLuck) {
    const Moments found =
        posterior_of(first_values(many), first_value(expected_value("y", 0.8, 1.2, "")));
    EXPECT_NEAR(found.mean, 0.5, 0.02);
    EXPECT_NEAR(found.sd, 0.2 / 1.96 / steep, 0.01);
}

TEST(Calibration, TheSurfaceHasTheSharesThatTheSimulatorHas) {
    const auto rows = linear_rows(many);
    const auto priors = two_priors();
    const Surface surface = surface_of(rows, priors, every(many));
    double worst = 0;
    for (std::size_t i = 0; i < many; ++i) {
        const double a = priors[0].score(rows[i].weights[0]);
        if (std::abs(a) < 2)
            worst = std::max(worst, std::abs(surface.shares[i][0] - 1 / (1 + std::exp(1 - a))));
    }
    EXPECT_LT(worst, 0.04);
}

TEST(Calibration, TheSurfaceHasLucksCovariance) {
    const auto rows = linear_rows(many);
    const Surface surface = surface_of(rows, two_priors(), every(many));
    ASSERT_EQ(surface.spread.size(), 4u);
    EXPECT_NEAR(surface.spread[0], 1, 0.1);
    EXPECT_NEAR(surface.spread[1], 0.5, 0.1);
    EXPECT_NEAR(surface.spread[3], 1.25, 0.12);
    EXPECT_EQ(surface.spread[1], surface.spread[2]);
}

TEST(Calibration, RowsThatWereNotFittedAreReadToo) {
    const auto rows = linear_rows(400);
    std::vector<std::size_t> half;
    for (std::size_t i = 0; i < 400; i += 2) half.push_back(i);
    const Surface surface = surface_of(rows, two_priors(), half);
    EXPECT_EQ(surface.values.size(), 400u);
    EXPECT_THROW(surface_of(rows, two_priors(), every(3)), std::invalid_argument);
}

TEST(Calibration, ImplausibilityIsTheLargestDistanceFromAnExpectation) {
    Surface surface;
    surface.shares = {{0.5}, {0.5}};
    surface.values = {{1, 100}, {4, 100}};
    Goals goals;
    goals.shares = {expected_share("s", 0.4, 0.6, "")};
    goals.values = {expected_value("v", 1 - 1.959964, 1 + 1.959964, ""),
                    recorded_value("r", 0, "")};
    const auto far = implausibilities(surface, goals);
    EXPECT_NEAR(far[0], 0, 1e-6);
    EXPECT_NEAR(far[1], 3, 1e-5);
}

TEST(Calibration, WeightsAddUpAndTheImpossibleWeighsNothing) {
    const double none = -std::numeric_limits<double>::infinity();
    const std::vector<double> log = {-1000, -1000 + std::log(3.0), none};
    const auto weights = normalised(log);
    EXPECT_NEAR(weights[0], 0.25, 1e-12);
    EXPECT_NEAR(weights[1], 0.75, 1e-12);
    EXPECT_EQ(weights[2], 0);
    EXPECT_NEAR(effective_rows(weights), 1 / (0.0625 + 0.5625), 1e-12);
    EXPECT_THROW(normalised(std::vector<double>{none}), std::invalid_argument);
}

TEST(Calibration, ARowIsDrawnWithinOneOfItsShare) {
    const std::vector<double> weights = {0.1, 0, 0.55, 0.35};
    for (const double u : {0.01, 0.5, 0.99}) {
        const auto drawn = resampled(weights, 20, u);
        ASSERT_EQ(drawn.size(), 20u);
        EXPECT_TRUE(std::is_sorted(drawn.begin(), drawn.end()));
        for (std::size_t i = 0; i < weights.size(); ++i)
            EXPECT_NEAR(static_cast<double>(std::count(drawn.begin(), drawn.end(), i)),
                        20 * weights[i], 1);
    }
}

}  // namespace
}  // namespace forestall::calibration
