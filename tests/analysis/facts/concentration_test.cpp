// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/concentration.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace forestall::analysis {
namespace {

Occurrence killed(std::int64_t deaths, int day, double latitude = 0.2, Deed deed = Deed::battle) {
    Occurrence o;
    o.first = o.last = day;
    o.latitude = latitude;
    o.longitude = 0.2;
    o.deed = deed;
    o.deaths = deaths;
    return o;
}

TEST(TopShare, CountsFractionsOfAUnit) {
    EXPECT_DOUBLE_EQ(top_share(std::vector<double>(20, 3.0), 0.1), 0.1);
    EXPECT_DOUBLE_EQ(top_share(std::vector<double>(15, 3.0), 0.1), 0.1);
    std::vector<double> one(10, 0.0);
    one[4] = 8;
    EXPECT_DOUBLE_EQ(top_share(one, 0.1), 1);
    EXPECT_TRUE(std::isnan(top_share(std::vector<double>(10, 0.0), 0.1)));
    EXPECT_TRUE(std::isnan(top_share(std::vector<double>(9, 1.0), 0.1)));
}

TEST(Gini, IsNoughtForEqualSharesAndNearlyOneForOneTaker) {
    EXPECT_DOUBLE_EQ(gini(std::vector<double>(12, 2.0)), 0);
    std::vector<double> one(10, 0.0);
    one[4] = 8;
    EXPECT_DOUBLE_EQ(gini(one), 0.9);
}

TEST(CellMonths, AddWhatFellInOneCellAndMonthAndLeaveOutWhatIsNotKnown) {
    History h;
    h.days = 100;
    h.events = {killed(3, 1), killed(4, 29), killed(5, 31), killed(6, 2, 0.7), killed(9, 2)};
    h.events[4].placed = false;
    h.events.push_back(killed(9, 90));
    h.events.back().first = 20;  // somewhere in 71 days
    EXPECT_EQ(deaths_of_cell_months(h), (std::vector<double>{7, 5, 6}));
}

TEST(Quiet, MonthsAreThoseWithoutADeath) {
    History h;
    h.days = 366;  // twelve whole months
    h.events = {killed(3, 1), killed(4, 2), killed(5, 200)};
    EXPECT_DOUBLE_EQ(quiet_months(h), 10.0 / 12);
    EXPECT_TRUE(std::isnan(quiet_cell_months(h)));
    h.at_risk = {{0.2, 0.2}, {0.3, 0.2}, {0.7, 0.2}};  // two cells
    EXPECT_DOUBLE_EQ(quiet_cell_months(h), 22.0 / 24);
}

TEST(DyadYears, AreOfBattlesAndAboveTheThreshold) {
    History h;
    h.days = 730;
    h.events = {killed(20, 1), killed(10, 300), killed(24, 400),
                killed(100, 5, 0.2, Deed::one_sided), killed(40, 400)};
    h.events.back().dyad = 7;
    EXPECT_EQ(deaths_of_dyad_years(h), (std::vector<double>{30, 40}));
}

}  // namespace
}  // namespace forestall::analysis
