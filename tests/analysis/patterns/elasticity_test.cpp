// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/elasticity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::part_named;

/// Of 2,000 members the first `rest` erupt, and the first `nudged` with the weight at 1.25.
Nudge nudge(int rest, int nudged) {
    Nudge out{"w", std::log(1.25), std::vector<bool>(2000), std::vector<bool>(2000), {}, {}};
    for (int i = 0; i < rest; ++i) out.at_rest[static_cast<std::size_t>(i)] = true;
    for (int i = 0; i < nudged; ++i) out.nudged[static_cast<std::size_t>(i)] = true;
    return out;
}

TEST(Elasticity, IsTheChangeOfLogOddsPerLogOfTheWeight) {
    const auto logit = [](double p) { return std::log(p / (1 - p)); };
    const Estimate e = elasticity(nudge(100, 200));
    EXPECT_NEAR(e.value, (logit(0.1) - logit(0.05)) / std::log(1.25), 0.02);
    EXPECT_LT(e.lo, e.value);
    EXPECT_GT(e.hi, e.value);
    EXPECT_DOUBLE_EQ(elasticity(nudge(100, 100)).value, 0);
}

TEST(ElasticityParts, AWeightOnWhichAllHangsIsMissed) {
    const std::vector<Nudge> mild{nudge(100, 160)}, wild{nudge(100, 900)}, idle{nudge(100, 100)};
    for (const Part& p : elasticity_parts(mild)) EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    EXPECT_EQ(part_named(elasticity_parts(wild), "elasticity").judgement, Judgement::missed);
    EXPECT_EQ(part_named(elasticity_parts(idle), "move no figure").judgement, Judgement::missed);
}

TEST(Matters, LooksAtTheOtherFiguresToo) {
    Nudge n = nudge(100, 100);
    EXPECT_FALSE(matters(n));
    n.rest_figures = {std::vector<double>(2000, 1)};
    n.nudged_figures = {std::vector<double>(2000, 1.5)};
    EXPECT_TRUE(matters(n));
}

}  // namespace
}  // namespace forestall::patterns
