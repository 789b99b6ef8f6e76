// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/persistence.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/samplers.hpp"

namespace forestall::analysis {
namespace {

/// Deaths whose log(1 + x) is an autoregression.
Pairs autoregression(double phi, std::size_t n) {
    Stream stream(3, process("test.persistence"), 0);
    Pairs out;
    double x = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double next = phi * x + sample::normal(stream.uniform());
        out.emplace_back(std::expm1(x + 20), std::expm1(next + 20));
        x = next;
    }
    return out;
}

TEST(LagOne, IsTheCoefficientOfAnAutoregression) {
    for (const double phi : {0.0, 0.6, 0.9}) {
        const std::size_t n = 20'000;
        const double tolerance = 5 * std::sqrt((1 - phi * phi) / static_cast<double>(n)) + 1e-3;
        EXPECT_NEAR(lag_one(autoregression(phi, n)).value, phi, tolerance);
        EXPECT_GT(std::abs(lag_one(autoregression(phi + 0.05, n)).value - phi), tolerance);
    }
}

TEST(LagOne, NeedsTenPairsThatVary) {
    EXPECT_TRUE(std::isnan(lag_one(autoregression(0.5, 9)).value));
    EXPECT_TRUE(std::isnan(lag_one(Pairs(20, {1, 1})).value));
}

TEST(Volatility, IsTheSpreadOfLogChangesOfPositivePairs) {
    Pairs pairs;
    for (int i = 0; i < 10; ++i) pairs.emplace_back(10, i % 2 == 0 ? 40 : 10.0 / 4);
    pairs.emplace_back(0, 5);
    EXPECT_NEAR(volatility(pairs), std::log(4.0) * std::sqrt(10.0 / 9), 1e-12);
    EXPECT_DOUBLE_EQ(fourfold_rises(pairs), 6.0 / 11);
}

TEST(Months, AreActiveWhereTheirYearIs) {
    History h;
    h.days = 731;
    Occurrence o;
    o.first = o.last = 40;
    o.deaths = 24;
    h.events = {o};
    EXPECT_TRUE(neighbouring_months(h).empty());
    h.events[0].deaths = 25;
    EXPECT_EQ(neighbouring_months(h).size(), 11U);
    EXPECT_EQ(neighbouring_months(h)[0], (std::pair<double, double>{0, 25}));
    o.first = o.last = 400;
    o.deaths = 50;
    h.events.push_back(o);
    EXPECT_EQ(neighbouring_months(h).size(), 23U);
    EXPECT_EQ(neighbouring_years(h), (Pairs{{25, 50}}));
    h.events[1].deed = Deed::one_sided;
    EXPECT_TRUE(neighbouring_years(h).empty());
}

}  // namespace
}  // namespace forestall::analysis
