// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/companions.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::battle;
using test::calm_course;
using test::killing;
using test::part_named;

/// A war whose quarters see `killed` civilians and `fallen` fighters.
Course war(const std::vector<double>& killed, const std::vector<double>& fallen) {
    Course c = calm_course();
    for (std::size_t q = 0; q < killed.size(); ++q) {
        c.acts.push_back(killing(static_cast<int>(q) * 13 + 2, killed[q]));
        c.acts.push_back(battle(static_cast<int>(q) * 13 + 3, fallen[q]));
    }
    return c;
}

TEST(Quarters, CountKillersWhoDieInBattleOnlyIfAsked) {
    Course c = calm_course();
    c.acts.push_back(killing(14, 30));
    c.acts.back().fighters = 4;
    EXPECT_EQ(quarters_of(c, Killers::count).rest[1], 4);
    EXPECT_EQ(quarters_of(c, Killers::left_out).rest[1], 0);
    EXPECT_EQ(quarters_of(c, Killers::count).one_sided[1], 30);
}

TEST(Quarters, OfARecordTakeTheLastDay) {
    analysis::History h;
    h.days = 400;
    h.events.resize(1);
    h.events[0].first = 80;
    h.events[0].last = 91;
    h.events[0].deed = Deed::one_sided;
    h.events[0].deaths = 7;
    EXPECT_EQ(quarters_of(h).one_sided, (std::vector<double>{0, 7, 0, 0}));
}

TEST(LogCorrelation, IsThatOfLogsAndNeedsBothKinds) {
    EXPECT_NEAR(
        log_correlation(quarters_of(war({10, 50, 200, 20}, {5, 24, 99, 10}), Killers::count)), 1,
        0.01);
    EXPECT_LT(log_correlation(quarters_of(war({10, 50, 200, 20}, {99, 24, 5, 50}), Killers::count)),
              -0.9);
    EXPECT_TRUE(std::isnan(
        log_correlation(quarters_of(war({10, 50, 200, 20}, {1, 1, 1, 1}), Killers::count))));
}

TEST(Companions, AWarWhoseBattlesDieOutWhileKillingGoesOnIsMissed) {
    const std::vector<Course> together(5, war({10, 50, 200, 20}, {10, 60, 220, 25})),
        apart(5, war({10, 50, 200, 900}, {99, 24, 5, 1}));
    const auto good = companion_parts("c", together, 0.3, 3, {}),
               bad = companion_parts("c", apart, 0.3, 3, {});
    EXPECT_EQ(part_named(good, "correlation").judgement, Judgement::met);
    EXPECT_EQ(part_named(good, "over the rest").judgement, Judgement::met);
    EXPECT_EQ(part_named(bad, "correlation").judgement, Judgement::missed);
    EXPECT_EQ(part_named(bad, "over the rest").judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
