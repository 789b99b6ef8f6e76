// SPDX-License-Identifier: Apache-2.0
// The matrix of interventions by stage: which options are in it, in which order, and what a cell
// may say.
#include "analysis/report/matrix.hpp"

#include <gtest/gtest.h>

namespace forestall::report {
namespace {

Compared of(const std::vector<std::pair<std::string, comparison::Figure>>& options) {
    Compared out;
    out.comparison.options.resize(options.size() + 1);
    out.comparison.options[0].name = "none";
    for (std::size_t o = 0; o < options.size(); ++o) {
        out.comparison.options[o + 1].name = options[o].first;
        out.comparison.options[o + 1].difference = options[o].second;
        out.comparison.options[o + 1].members_changed = 50;
    }
    return out;
}

TEST(ReportMatrix, HasStagesInTheOrderOfEscalationAndWhatHelpsFirst) {
    const Compared c = of({{"a@response", {1, -1, 3, 0}},
                           {"b@prevention", {-2, -3, -1, 0}},
                           {"c@mitigation", {-9, -11, -7, 0}},
                           {"plain", {-50, -60, -40, 0}}});
    const Matrix m = matrix_of(c);
    EXPECT_EQ(m.stages, (std::vector<std::string>{"prevention", "mitigation", "response"}));
    EXPECT_EQ(m.interventions, (std::vector<std::string>{"c", "b", "a"}));
    EXPECT_EQ(m.options[0][1], 3U);
    EXPECT_FALSE(m.options[0][0]);
    EXPECT_EQ(m.scale, 9);  // the largest that is told: 'plain' is none of it
}

TEST(ReportMatrix, IsEmptyWithoutStagesInTheNames) {
    EXPECT_TRUE(matrix_of(of({{"a", {1, 0, 2, 0}}})).empty());
}

TEST(ReportMatrix, SaysBetterOrWorseOnlyWhereTheIntervalDoes) {
    Compared c = of({{"a@response", {-5, -11, 1, 0}},
                     {"b@response", {-5, -9, -1, 0}},
                     {"c@response", {5, 1, 9, 0}}});
    EXPECT_EQ(cell_of(c, 1), Cell::not_told);
    EXPECT_EQ(cell_of(c, 2), Cell::better);
    EXPECT_EQ(cell_of(c, 3), Cell::worse);
    c.comparison.options[2].members_changed = 0;
    EXPECT_EQ(cell_of(c, 2), Cell::no_change);
    c.comparison.less_is_better = false;
    EXPECT_EQ(cell_of(c, 3), Cell::better);
}

TEST(ReportMatrix, ShadesRunFromBetterToWorseAndNoFurther) {
    const Compared c = of({{"a@response", {-4, -5, -3, 0}},
                           {"b@response", {2, 1, 3, 0}},
                           {"c@response", {90, -9, 200, 0}}});
    const Matrix m = matrix_of(c);
    EXPECT_EQ(shade_of(c, m, 1), -1);
    EXPECT_EQ(shade_of(c, m, 2), 0.5);
    EXPECT_EQ(shade_of(c, m, 3), 1);
}

}  // namespace
}  // namespace forestall::report
