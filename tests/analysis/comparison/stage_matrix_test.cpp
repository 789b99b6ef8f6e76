// SPDX-License-Identifier: Apache-2.0
// The matrix given the stage, of a made file whose numbers are known.
#include "analysis/comparison/stage_matrix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/outcomes.hpp"
#include "results/assemble.hpp"
#include "results/sample_job.hpp"

namespace forestall::comparison {
namespace {

constexpr std::size_t members = 30, futures_each = 2;

std::size_t label(const std::string& name) {
    const auto all = continued_outcomes();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), name) - all.begin());
}

/// Every third member does not reach the stage; the others count for 1 or a half. Doing nothing
/// kills 100 and the member's number; aid saves `effect` of them, two more in the second future.
void tell(MemberOutcome& out, std::uint64_t m, double effect) {
    const std::size_t outcomes = continued_outcomes().size(), at = label("civilian_deaths:total");
    const double weight = m % 3 == 2 ? 0.0 : 1.0 / static_cast<double>(1 + m % 3);
    out[Continued::weight] = {weight};
    out[Continued::step] = {weight > 0 ? 2.0 : -1.0};
    for (std::size_t f = 0; f < futures_each; ++f) {
        const double nothing = 100 + static_cast<double>(m);
        const double under = nothing - effect - 2 * static_cast<double>(f);
        out[Continued::nothing][f * outcomes + at] = weight > 0 ? nothing : std::nan("");
        out[Continued::option][f * outcomes + at] = weight > 0 ? under : std::nan("");
    }
}

Results made(Continuations continuations = {futures_each, 5}) {
    Header header = testing::sample_header(members, 4);
    header.options = {"none", "aid@prevention", "aid@prevention+4w", "aid@response"};
    header.continuations = continuations;
    auto rows = testing::sample_rows(header, testing::all_members(members));
    if (continuations.each > 0)
        for (MemberRow& row : rows) {
            const auto m = static_cast<double>(row.member);
            tell(row.by_option[1], row.member, 10 + m);
            tell(row.by_option[2], row.member, 4 + m);
            tell(row.by_option[3], row.member, 0);
        }
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "made");
}

StageMatrix matrix(const Results& results, const std::string& outcome = "civilian_deaths") {
    return stage_matrix(results, outcome, members_of_all(results), {{"aid", "protect"}},
                        {.replicates = 499});
}

/// Weighted mean of f over the members that reach the stage.
template <class F>
double weighted(const F& f) {
    double sum = 0, weights = 0;
    for (std::size_t m = 0; m < members; ++m) {
        if (m % 3 == 2) continue;
        const double w = 1.0 / static_cast<double>(1 + m % 3);
        sum += w * f(static_cast<double>(m));
        weights += w;
    }
    return sum / weights;
}

TEST(StageMatrix, HasTheWeightedMeanOfDifferencesInEachCell) {
    const StageMatrix m = matrix(made());
    ASSERT_EQ(m.cells.size(), 3U);
    const StageCell& aid = m.cells[0];
    EXPECT_EQ(aid.start.stage, "prevention");
    EXPECT_EQ(aid.strategy, "protect");
    EXPECT_EQ(aid.states, 20U);
    EXPECT_EQ(aid.changed, 20U);
    EXPECT_NEAR(aid.difference.value, weighted([](double x) { return -(10 + x) - 1; }), 1e-9);
    EXPECT_LT(aid.difference.lo, aid.difference.value);
    EXPECT_LT(aid.difference.hi, 0);
    EXPECT_NEAR(m.cells[2].difference.value, -1, 1e-9) << "two of the second future, halved";
    ASSERT_EQ(m.stages.size(), 2U);
    EXPECT_NEAR(m.stages[0].nothing.value, weighted([](double x) { return 100 + x; }), 1e-9);
    EXPECT_NEAR(m.stages[0].reached.value, (10 + 5) / 30.0, 1e-12);
}

TEST(StageMatrix, SaysWhatWaitingCostsInTheSameStates) {
    const StageMatrix m = matrix(made());
    ASSERT_EQ(m.delays.size(), 1U);
    EXPECT_EQ(m.delays[0].weeks, 4);
    EXPECT_NEAR(m.delays[0].cost.value, 6, 1e-9);
    EXPECT_NEAR(m.delays[0].cost.lo, 6, 1e-6) << "the same in every state";
}

TEST(StageMatrix, IsEmptyWithoutContinuations) {
    const StageMatrix m = matrix(made({}));
    EXPECT_TRUE(m.cells.empty());
    EXPECT_TRUE(std::isnan(m.reliability));
    EXPECT_THROW(matrix(made({}), "bogus"), std::invalid_argument);
}

TEST(KeptOutcomes, AreThoseOfTimeSeriesWhereTheyAreBoth) {
    // What is kept of a continuation and what `outcome_of` makes of its series are one number.
    Header header = testing::sample_header(3, 2);
    header.continuations = {1, 0};
    auto rows = testing::sample_rows(header, testing::all_members(3));
    for (MemberRow& row : rows)
        for (MemberOutcome& o : row.by_option) {
            auto& kept = o[Continued::option];
            std::size_t next = 0;
            for (const auto& series : o.series) {
                double sum = 0;
                for (const double v : series) sum += v;
                kept[next++] = sum;
                kept[next++] = series.back();
                kept[next++] = *std::max_element(series.begin(), series.end());
            }
            kept[next] = 0;
            o[Continued::weight] = {1};
        }
    const Results results = Results::from_image_without_digest(
        writer_of_rows(header, rows, Content::whole).finish(), "kept");
    const std::vector<std::size_t> all{0, 1, 2};
    for (const std::string& name : outcome_names())
        for (const char* form : {"", ":total", ":end", ":peak", ":mean"}) {
            if (name == "mass_killing" && *form != 0) continue;
            const Outcome whole = outcome_of(results, name + form, all);
            const GivenStage kept =
                given_stage_of(results, kept_outcome(results, name + form), 1, all);
            for (std::size_t m = 0; m < 3; ++m)
                EXPECT_NEAR(kept.under[m], whole.values[1][m],
                            1e-12 * (1 + std::fabs(whole.values[1][m])))
                    << name << form;
        }
}

}  // namespace
}  // namespace forestall::comparison
