// SPDX-License-Identifier: Apache-2.0
// How much of this month's or year's violence is next month's or year's: correlation of log(1 +
// deaths) between neighbours in time, spread of the changes.
#pragma once
#include <utility>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/facts/history.hpp"

namespace forestall::analysis {

/// Number of the month (30.4375 days) that a day of the period lies in.
int month_of(int day);
/// Deaths of every whole month of the period, by the last day an event may have happened on; events
/// not dated to the month are left out.
std::vector<double> monthly_deaths(const History& history);
/// State-based deaths of every whole year (365 days) of the period.
std::vector<double> yearly_battle_deaths(const History& history);

using Pairs = std::vector<std::pair<double, double>>;
/// (this, next) of neighbouring months that both lie in active years: 12 months from the start, 24,
/// …, with at least `least` deaths each (the last, shorter one too).
Pairs neighbouring_months(const History& history, double least = 25);
/// (this, next) of neighbouring years with at least `least` state-based deaths each.
Pairs neighbouring_years(const History& history, double least = 25);

/// Correlation of log(1 + x) within pairs, with Bartlett's interval r ± 1.96 sqrt((1 - r²) / n).
/// NaN below `least` pairs or without variation.
Estimate lag_one(const Pairs& pairs, std::size_t least = 10);
/// Standard deviation of log(next / this) over pairs of positive numbers; NaN below `least` of
/// them.
double volatility(const Pairs& pairs, std::size_t least = 10);
/// Share of pairs with next >= 4 this; NaN below `least` pairs.
double fourfold_rises(const Pairs& pairs, std::size_t least = 10);

}  // namespace forestall::analysis
