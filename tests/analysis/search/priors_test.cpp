// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/priors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "engine/engine.hpp"
#include "world/weights.hpp"

namespace forestall::calibration {
namespace {

const ParameterSpec* spec_of(std::string_view name) {
    for (const ParameterTable& table : parameter_tables())
        for (const ParameterSpec& spec : table)
            if (spec.name == name) return &spec;
    return nullptr;
}

ParameterSpec spec(std::string_view name, double standard, char grade) {
    return {name, "1", -40, 40, standard, "", "test", grade};
}

TEST(Priors, AreWiderThePoorerTheEvidence) {
    double last = 0;
    for (const char grade : {'A', 'B', 'C', 'D'}) {
        const Prior prior = prior_of(spec("animus.mass", 3, grade));
        EXPECT_NEAR(prior.at(0.5), 3, 1e-9);
        EXPECT_NEAR(prior.at(0.975), 3 * (1 + reach_of(grade)), 1e-6);
        EXPECT_NEAR(prior.at(0.025), 3 / (1 + reach_of(grade)), 1e-6);
        EXPECT_GT(reach_of(grade), last);
        last = reach_of(grade);
    }
}

TEST(Priors, AConstantInLogOddsIsNormal) {
    const Prior prior = prior_of(spec("inertia.mass", -9.6, 'D'));
    EXPECT_NEAR(prior.at(0.5), -9.6, 1e-9);
    EXPECT_NEAR(prior.at(0.975), -8.6, 1e-6);
    EXPECT_NEAR(prior.score(-8.6), 1.959964, 1e-5);
    EXPECT_THROW(prior_of(spec("animus.mass", -1, 'D')), std::invalid_argument);
}

TEST(Priors, OfTheScaleCommonToAllIsNarrowerThanOfEach) {
    EXPECT_NEAR(prior_of(spec("decision.scale", 1, 'D')).at(0.975), 1.2, 1e-6);
    EXPECT_NEAR(prior_of(spec("temper.war", 1, 'D')).at(0.975), 1.5, 1e-6);
}

TEST(Priors, StayWithinTheBoundsOfTheParameter) {
    ParameterSpec narrow = spec("temper.war", 0.5, 'D');
    narrow.low = 0.4;
    narrow.high = 0.6;
    EXPECT_EQ(prior_of(narrow).at(0.999), 0.6);
    EXPECT_EQ(prior_of(narrow).at(0.001), 0.4);
}

TEST(Priors, OfTheDecidingWeightsAreAboutTheirDefaults) {
    const auto priors = priors_of(parameter_tables());
    ASSERT_EQ(priors.size(), deciding_weights().size());
    for (const Prior& prior : priors)
        EXPECT_NEAR(prior.at(0.5), spec_of(prior.name)->standard, 1e-9) << prior.name;
    EXPECT_TRUE(std::any_of(priors.begin(), priors.end(),
                            [](const Prior& p) { return p.name == "decision.scale"; }));
    EXPECT_THROW(priors_of({}), std::out_of_range);
}

TEST(Priors, ARowIsTheSameAgainAndItsWeightsHaveDrawsOfTheirOwn) {
    auto priors = priors_of(parameter_tables());
    const auto row = prior_row(priors, 1, 7);
    EXPECT_EQ(prior_row(priors, 1, 7), row);
    EXPECT_NE(prior_row(priors, 1, 8), row);
    EXPECT_NE(prior_row(priors, 2, 7), row);
    const double last = row.back();
    priors.erase(priors.begin());
    EXPECT_EQ(prior_row(priors, 1, 7).back(), last);
}

TEST(Posterior, RowsOfTheProgramAreOfDecidingWeightsAndWithinBounds) {
    const WeightRows& rows = weight_rows();
    EXPECT_EQ(rows.names,
              std::vector<std::string_view>(deciding_weights().begin(), deciding_weights().end()));
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t w = 0; w < rows.names.size(); ++w) {
            const ParameterSpec* s = spec_of(rows.names[w]);
            ASSERT_NE(s, nullptr) << rows.names[w];
            EXPECT_GE(rows.row(i)[w], s->low) << rows.names[w];
            EXPECT_LE(rows.row(i)[w], s->high) << rows.names[w];
        }
}

}  // namespace
}  // namespace forestall::calibration
