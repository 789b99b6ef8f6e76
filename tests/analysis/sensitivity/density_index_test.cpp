// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/density_index.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/sensitivity/functions.hpp"
#include "design/random.hpp"
#include "design/sobol.hpp"

namespace forestall::sensitivity {
namespace {

const Resampling few{99, 3};

// Of the sum of two uniform numbers each has an index of 1/3: the area between a triangle on
// [0, 2] and a square on [x, x + 1], half of it, over all x. Averaged over 16 classes of each it is
// 0.309.
TEST(DensityIndex, OfASumOfTwoUniformsIsAThird) {
    constexpr double in_classes = 0.309;
    const design::Rows rows = design::sobol(4096, 3, 1);
    const auto e =
        density_indices(rows, test::values(rows, [](const auto& u) { return u[0] + u[1]; }), few);
    EXPECT_NEAR(e[0].value.value, in_classes, 0.03);
    EXPECT_NEAR(e[1].value.value, in_classes, 0.03);
    EXPECT_NEAR(e[2].value.value, 0, 0.03);
    EXPECT_LT(e[0].value.lo, e[0].value.value);
    EXPECT_GT(e[0].value.hi, e[0].value.value);
}

TEST(DensityIndex, HeavyTailsChangeNoBit) {
    const design::Rows rows = design::random_points(500, 2, 1);
    const auto light = density_indices(
        rows, test::values(rows, [](const auto& u) { return u[0] + u[1] / 4; }), few);
    const auto heavy = density_indices(
        rows,
        test::values(rows, [](const auto& u) { return std::pow(1 - (u[0] + u[1] / 4) / 2, -9); }),
        few);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(light[i].value.value, heavy[i].value.value);
        EXPECT_EQ(light[i].value.lo, heavy[i].value.lo);
    }
}

TEST(DensityIndex, WhatSaysAllIsNearOneAndNoiseNearNothing) {
    const design::Rows rows = design::random_points(1000, 2, 2);
    const auto e = density_indices(
        rows, test::values(rows, [](const auto& u) { return std::exp(u[0]); }), few);
    EXPECT_GT(e[0].value.value, 0.85);
    EXPECT_LT(e[1].value.value, e[1].by_chance) << "noise";
    EXPECT_LT(e[1].by_chance, 0.1);
    EXPECT_GT(e[0].value.lo, e[0].by_chance) << "the twin, which is none";
}

// Inputs that do nothing, 512 points: 99 shuffled outcomes leave 5 to 6 % of values above the 95 %
// quantile, so that of 300 no more than 40 are (binomial at 1e-6). Less what resampling adds once
// only, values would keep more than half of the noise, 0.05 and more.
TEST(DensityIndex, OfWhatDoesNothingIsNothing) {
    constexpr std::size_t inert = 300;
    const design::Rows rows = design::random_points(512, inert + 1, 9);
    const auto e =
        density_indices(rows, test::values(rows, [](const auto& u) { return u[inert]; }), few);
    double above = 0;
    double mean = 0;
    for (std::size_t i = 0; i < inert; ++i) {
        above += e[i].value.value > e[i].by_chance ? 1 : 0;
        mean += e[i].value.value / inert;
    }
    EXPECT_LE(above, 40);
    EXPECT_LT(mean, 0.02) << mean;
    EXPECT_GT(e[inert].value.value, e[inert].by_chance) << "the twin, which is none";
}

TEST(DensityIndex, TakesFewPointsLevelsAndConstants) {
    EXPECT_TRUE(
        std::isnan(density_indices({{1}, {2}}, std::vector<double>{1, 2}, few)[0].value.value));
    const design::Rows same(20, {1.0});
    EXPECT_NEAR(density_indices(same, std::vector<double>(20, 1.0), few)[0].value.value, 0, 1e-12);
    EXPECT_THROW(density_indices(same, std::vector<double>{1}, few), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::sensitivity
