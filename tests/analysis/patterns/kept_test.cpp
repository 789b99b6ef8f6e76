// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/kept.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::part_named;

/// The facts of version 0.1, moved by a function of name and value.
template <class Move>
std::vector<analysis::FactLine> facts(const std::string& scenario, Move move) {
    std::vector<analysis::FactLine> out;
    for (const FactThen& then : facts_of_first_version()) {
        if (then.scenario != scenario) continue;
        for (const analysis::FactSpec& spec : analysis::fact_specs()) {
            if (spec.name != then.fact) continue;
            analysis::FactLine line;
            line.spec = &spec;
            line.simulated = exactly(move(then.fact, then.value));
            out.push_back(line);
        }
    }
    return out;
}

bool must_gain(std::string_view fact) {
    return fact == "burstiness" || fact == "monthly_persistence";
}

TEST(Distance, IsNothingInsideTheTarget) {
    const analysis::FactSpec spec{"x", "", 0.2, 1, false, "", ""};
    EXPECT_DOUBLE_EQ(distance(spec, 0.5), 0);
    EXPECT_NEAR(distance(spec, 0.05), 0.15, 1e-12);
    EXPECT_DOUBLE_EQ(distance(spec, 3), 2);
    EXPECT_TRUE(std::isnan(distance(spec, unknown)));
}

TEST(FactParts, TheSameFactsAreNotBetter) {
    const auto same = facts("two-rivers", [](std::string_view, double x) { return x; });
    ASSERT_FALSE(same.empty());
    const auto parts = fact_parts("two-rivers", same);
    EXPECT_EQ(part_named(parts, "farther").judgement, Judgement::met);
    EXPECT_EQ(part_named(parts, "burstiness").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "persistence").judgement, Judgement::missed);
}

TEST(FactParts, AreMetByBurstsAndMissedByAFactLost) {
    const auto gained =
        facts("two-rivers", [](std::string_view f, double x) { return must_gain(f) ? 0.55 : x; });
    for (const Part& p : fact_parts("two-rivers", gained))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    const auto lost = facts("two-rivers", [](std::string_view f, double x) {
        if (must_gain(f)) return 0.55;
        return f == "branching_ratio" ? 0.01 : x;
    });
    EXPECT_EQ(part_named(fact_parts("two-rivers", lost), "farther").judgement, Judgement::missed);
}

TEST(AtLeastAsMany, LosesWithOneFewer) {
    EXPECT_EQ(at_least_as_many("links", 14, 15, 14).judgement, Judgement::met);
    EXPECT_EQ(at_least_as_many("links", 13, 15, 14).judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
