// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall::analysis {
namespace {

/// Four regions of a place each, with equal people, for 36 months.
World four_regions() {
    WorldTables t;
    t.settings.start_date = "2030-01-01";
    t.settings.days = 7 * 156;
    t.settings.step_days = 7;
    t.groups = {{"All"}};
    t.places = {{"Ford", "East", "Aru"},
                {"Mill", "North", "Aru"},
                {"Weir", "South", "Aru"},
                {"Well", "West", "Aru"}};
    for (std::size_t p = 0; p < t.places.size(); ++p)
        t.populations.push_back({PlaceId(p), GroupId(0), 1000, 1000, 1000});
    return World::build(t);
}

/// Deaths of a month: one-sided, 40 in the East, 20 in the North, 10 in the South, 0 in the West;
/// ten times as many in month `peak`. Battles: none, but watched.
std::vector<DeathsRow> rows_of(const DeathLayout& layout, std::size_t peak, double coverage) {
    std::vector<DeathsRow> out;
    const Persons each[] = {40, 20, 10};
    const char* regions[] = {"East", "North", "South"};
    for (std::size_t m = 0; m < layout.months(); ++m) {
        const Month month = layout.first_month() + static_cast<Month>(m);
        for (std::size_t r = 0; r < 3; ++r) {
            const Persons n = each[r] * (m == peak ? 10 : 1);
            out.push_back(
                {month, ViolenceKind::one_sided, {.region = regions[r]}, n, n, n, coverage, ""});
        }
        out.push_back({month, ViolenceKind::battle, {}, 0, 0, 0, coverage, ""});
    }
    return out;
}

struct Scored {
    World world = four_regions();
    DeathLayout layout{world, Grain::region};
    std::vector<DeathsRow> rows;

    explicit Scored(double coverage = 1) : rows(rows_of(layout, 20, coverage)) {}
    DeathScores by(const std::vector<DeathFigures>& members) const {
        return death_scores(death_record(layout, rows, members));
    }
    DeathFigures truth() const { return observed_deaths(layout, rows); }
    /// The truth with areas in the reverse order.
    DeathFigures reversed() const {
        DeathFigures out = truth();
        const DeathFigures from = truth();
        for (std::size_t m = 0; m < layout.months(); ++m)
            for (std::size_t s = 0; s < 4; ++s)
                out.deaths[layout.at(ViolenceKind::one_sided, m, s)] =
                    from.deaths[layout.at(ViolenceKind::one_sided, m, 3 - s)];
        return out;
    }
};

TEST(DeathScores, OfMembersThatAreTheTruthArePerfect) {
    const Scored s;
    const DeathScores found = s.by({s.truth(), s.truth()});
    EXPECT_EQ(found.months.history.size(), 12U);
    EXPECT_EQ(found.totals.forecasts, 2U * 24);
    EXPECT_EQ(found.areas.forecasts, 2U * 4 * 24);
    EXPECT_DOUBLE_EQ(found.totals.model.crps.value, 0);
    EXPECT_DOUBLE_EQ(found.areas.model.crps.value, 0);
    EXPECT_GT(found.totals.baselines[2].gain.lo, 0);
    EXPECT_GT(found.places.log_score.lo, 0);
    EXPECT_DOUBLE_EQ(found.places.spearman.value, 1);
    ASSERT_TRUE(found.peak);
    EXPECT_EQ(found.peak->seen, 20U);
    EXPECT_TRUE(found.peak->held());
    EXPECT_DOUBLE_EQ(found.peak->near.value, 1);
    EXPECT_DOUBLE_EQ(found.peak->chance, 7.0 / 36);
}

TEST(DeathScores, OfMembersThatKillElsewhereMissPlacesButNotTotals) {
    const Scored s;
    const DeathScores found = s.by({s.reversed(), s.reversed()});
    EXPECT_DOUBLE_EQ(found.totals.model.crps.value, 0);
    EXPECT_GT(found.areas.model.crps.value, 0);
    EXPECT_LT(found.places.log_score.hi, 0);
    EXPECT_DOUBLE_EQ(found.places.spearman.value, -1);
}

TEST(DeathScores, PutMembersOnTheScaleOfWhatTheFileHolds) {
    const Scored half(0.5);
    DeathFigures twice = half.truth();
    for (double& deaths : twice.deaths) deaths *= 2;
    EXPECT_DOUBLE_EQ(half.by({twice}).totals.model.crps.value, 0);
    EXPECT_GT(half.by({half.truth()}).totals.model.crps.value, 0);
}

TEST(DeathScores, GiveNoIntervalOfPlacesFromAFewRows) {
    Scored s;
    s.rows = {
        {s.layout.first_month(), ViolenceKind::one_sided, {.region = "East"}, 9, 9, 9, 1, ""}};
    const DeathScores found = s.by({s.truth()});
    EXPECT_GT(found.places.log_score.value, 0);
    EXPECT_TRUE(std::isnan(found.places.log_score.lo));
    EXPECT_TRUE(std::isnan(found.places.spearman.lo));
}

TEST(DeathScores, DoNotCountMonthsThatNobodyWatched) {
    Scored s;
    std::erase_if(s.rows, [](const DeathsRow& r) { return r.kind == ViolenceKind::battle; });
    EXPECT_EQ(s.by({s.truth()}).totals.forecasts, 24U);
}

TEST(DeathScores, LeaveOutOfAreasWhatIsKnownToNone) {
    Scored s;
    for (DeathsRow& row : s.rows) row.where = {};
    const DeathScores found = s.by({s.truth()});
    EXPECT_EQ(found.places.deaths, 0);
    EXPECT_EQ(found.places.nowhere, 70 * 35 + 700);
    EXPECT_TRUE(std::isnan(found.places.log_score.value));
}

}  // namespace
}  // namespace forestall::analysis
