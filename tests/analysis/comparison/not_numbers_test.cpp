// SPDX-License-Identifier: Apache-2.0
// Statistics meet numbers that are none, or that overflow: each ends, and says "not defined"
// instead of a figure.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "analysis/assumptions/flip.hpp"
#include "analysis/assumptions/made_up.hpp"
#include "analysis/assumptions/value.hpp"
#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/delay.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairing.hpp"
#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/tail.hpp"
#include "analysis/comparison/verdict.hpp"
#include "analysis/order.hpp"
#include "analysis/report/influence.hpp"

namespace forestall::comparison {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array odd = {not_defined, infinity, -infinity, 1e308, -1e308, -0.0, 5e-324};
const Plan hasty{.replicates = 99};

/// Three options of `members`, ordinary numbers but for odd ones: in one cell, in a whole column,
/// everywhere.
std::vector<Columns> spoiled(std::size_t members) {
    std::vector<Columns> out;
    for (const double value : odd)
        for (int how = 0; how < 3; ++how) {
            Columns columns(3, std::vector<double>(members));
            for (std::size_t o = 0; o < columns.size(); ++o)
                for (std::size_t m = 0; m < members; ++m)
                    columns[o][m] = how == 2 || (how == 1 && o == 1) || (o == 1 && m == members / 2)
                                        ? value
                                        : static_cast<double>((m * 7 + o * 3) % 11);
            out.push_back(std::move(columns));
        }
    return out;
}

TEST(NotNumbers, RanksEndAndPutThemLast) {
    EXPECT_EQ(report::ranks({3, not_defined, 1, not_defined}),
              (std::vector<double>{2, 3.5, 1, 3.5}));
    EXPECT_EQ(report::ranks({infinity, -infinity, 0}), (std::vector<double>{3, 1, 2}));
    for (const Columns& c : spoiled(21)) {
        std::vector<double> drawn;
        for (std::size_t m = 0; m < c[0].size(); ++m)
            for (const auto& column : c) drawn.push_back(column[m]);
        EXPECT_EQ(report::influences(drawn, c.size(), c[1]).size(), c.size());
    }
}

TEST(NotNumbers, OrderIsOneWithThem) {
    const std::array all = {not_defined, infinity, -infinity, 0.0, -0.0, 1.0};
    for (const double a : all)
        for (const double b : all) {
            EXPECT_FALSE(analysis::ascending(a, b) && analysis::ascending(b, a));
            for (const double c : all)
                if (analysis::ascending(a, b) && analysis::ascending(b, c)) {
                    EXPECT_TRUE(analysis::ascending(a, c));
                }
        }
}

TEST(NotNumbers, QuantilesAreNotDefined) {
    EXPECT_TRUE(std::isnan(quantile_of({1, not_defined, 3}, 0.5)));
    EXPECT_TRUE(std::isnan(quantile_of({}, 0.5)));
    EXPECT_TRUE(std::isnan(critical_value({1, not_defined, 3}, 0.95)));
    EXPECT_TRUE(std::isnan(critical_value({}, 0.95)));
    std::vector<double> many(30, 1);
    many[12] = not_defined;
    EXPECT_TRUE(std::isnan(worst_tenth({many}, hasty)[0].value));
}

TEST(NotNumbers, AComparisonOfThemEndsInWords) {
    const Wording words{"civilian deaths", "USD", 2024, 0.03};
    for (const Columns& c : spoiled(21)) {
        const Paired paired{{"none", "a", "b"}, 0, true, c, c, c, c, {"Group"}, {c}, {c}};
        EXPECT_FALSE(verdict(compare(paired, hasty), words).empty());
        EXPECT_EQ(variance_reductions(c, 0, hasty).size(), c.size());
        EXPECT_EQ(regrets(c, hasty).size(), c.size());
        const std::vector<Timing> timings{{"aid", "early", 0, c[0]}, {"aid", "late", 1, c[1]}};
        EXPECT_EQ(costs_of_delay(timings, c, hasty).size(), 1u);
    }
}

TEST(NotNumbers, WhatWouldChangeTheAdviceEnds) {
    testing::Truth truth{.members = 60, .assumptions = 2, .options = 3};
    truth.harm = [](std::size_t option, const std::vector<double>& drawn, Stream&) {
        return static_cast<double>(option) + drawn[0] + drawn[1];
    };
    for (const double value : odd)
        for (const std::size_t count : {std::size_t{1}, truth.members}) {
            auto study = testing::made_up(truth, 1);
            for (std::size_t m = 0; m < count; ++m) {
                study.harm[1][m] = study.turned[1][m] = value;
                study.assumptions[1].drawn[m] = value;
            }
            study.assumptions[1].score = assumptions::normal_scores(study.assumptions[1].drawn);
            study.best = assumptions::best_of(study.harm, 0);
            assumptions::flips_of(study, {.resamples = 19});
            assumptions::Effort effort;
            effort.plan = hasty;
            effort.shuffles = 5;
            assumptions::values_of(study, effort);
        }
}

}  // namespace
}  // namespace forestall::comparison
