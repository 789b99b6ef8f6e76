// SPDX-License-Identifier: Apache-2.0
// Indices of functions with closed forms. Intervals of an alpha of 1e-6 have 4.9/1.96 = 2.5 times
// the half-width of those of 95 %; each index must lie within that of its truth. The twin has
// another truth, and must not.
#include "analysis/sensitivity/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "analysis/sensitivity/functions.hpp"

namespace forestall::sensitivity {
namespace {

constexpr double wider = 4.9 / 1.96;
const Resampling how{499, 3};

bool agrees(const Estimate& e, double truth) {
    return truth >= e.value - wider * (e.value - e.lo) - 1e-12 &&
           truth <= e.value + wider * (e.hi - e.value) + 1e-12;
}

SobolIndices indices(const design::SaltelliShape& shape, const test::Function& f) {
    return sobol_indices(shape, test::values(design::saltelli(shape, 11), f), how);
}

TEST(SobolIndices, OfIshigamiAreThoseOfItsClosedForm) {
    const SobolIndices s = indices({2048, 3, true}, test::ishigami);
    const double pi4 = std::pow(std::numbers::pi, 4);
    const double v1 = std::pow(1 + 0.1 * pi4 / 5, 2) / 2;
    const double v2 = 49.0 / 8;
    const double v13 = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
    const double v = v1 + v2 + v13;
    EXPECT_TRUE(agrees(s.variance, v));
    const double first[] = {v1 / v, v2 / v, 0};
    const double total[] = {(v1 + v13) / v, v2 / v, v13 / v};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(agrees(s.first[i], first[i])) << i << " " << s.first[i].value;
        EXPECT_TRUE(agrees(s.total[i], total[i])) << i << " " << s.total[i].value;
        EXPECT_LT(s.total[i].hi - s.total[i].lo, 0.15);
    }
    ASSERT_EQ(s.second.size(), 3U);
    EXPECT_TRUE(agrees(s.second[0].value, 0));
    EXPECT_TRUE(agrees(s.second[1].value, v13 / v)) << s.second[1].value.value;
    EXPECT_EQ(s.second[1].b, 2U);
    EXPECT_FALSE(agrees(s.first[2], 0.24)) << "the twin: its total taken for its first order";
    EXPECT_FALSE(agrees(s.total[0], v1 / v)) << "the twin";
}

TEST(SobolIndices, OfSobolsFunctionAreThoseOfItsClosedForm) {
    const std::vector<double> a{0, 1, 4.5, 9, 99, 99};
    const SobolIndices s = indices({2048, 6, false}, test::sobol_g(a));
    double product = 1;
    for (const double x : a) product *= 1 + test::g_part(x);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double part = test::g_part(a[i]);
        EXPECT_TRUE(agrees(s.first[i], part / (product - 1))) << i << " " << s.first[i].value;
        EXPECT_TRUE(agrees(s.total[i], part * product / (1 + part) / (product - 1)))
            << i << " " << s.total[i].value;
    }
    EXPECT_TRUE(s.second.empty());
    EXPECT_FALSE(agrees(s.first[0], s.first[1].value)) << "the twin";
}

TEST(SobolIndices, AConstantOutcomeHasNone) {
    const SobolIndices s = indices({8, 2, true}, [](const auto&) { return 3.0; });
    EXPECT_EQ(s.variance.value, 0);
    for (const Estimate& e : s.first) EXPECT_TRUE(std::isnan(e.value));
    EXPECT_TRUE(std::isnan(s.second[0].value.lo));
}

TEST(SobolIndices, ACommonShiftChangesNothingMuch) {
    const design::SaltelliShape shape{256, 3, false};
    const auto near = indices(shape, test::ishigami);
    const auto far = indices(shape, [](const auto& u) { return 1e6 + test::ishigami(u); });
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(near.first[i].value, far.first[i].value, 1e-8);
}

TEST(SobolIndices, RefusesAnotherNumberOfOutcomes) {
    const std::vector<double> few(7, 0.0);
    EXPECT_THROW(sobol_indices({2, 2, false}, few, how), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::sensitivity
