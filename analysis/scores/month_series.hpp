// SPDX-License-Identifier: Apache-2.0
// Counts month by month, as they were seen and as the members of an ensemble have them, and the
// naive forecasts that can be made of the first months.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/scores/forecast.hpp"

namespace forestall::analysis {

struct MonthSeries {
    std::string kind;
    std::string area;             ///< "": all of them together
    bool judged = true;           ///< false: only in the pool of other series
    std::vector<double> seen;     ///< persons; [month], NaN where nobody looked
    std::vector<Sample> members;  ///< persons; [month], ascending, one value of each member
};

/// The watched months of a series, ascending: those that naive forecasts know, and those that all
/// forecasts are scored in.
struct Split {
    std::vector<std::size_t> history;
    std::vector<std::size_t> scored;
};

/// History: the first twelve watched months, or the first half of them if that is less.
Split split_of(const MonthSeries& series);

/// Naive forecasts of every scored month; empty where there is no history.
/// Poisson about the last month of history.
Sample last_value_poisson(const MonthSeries& series);
/// The months of history, each as likely as another.
Sample own_history(const MonthSeries& series);
/// The months of history of all series but one, each as likely as another: what a bootstrap of
/// them tends to.
Sample pooled_bootstrap(std::span<const MonthSeries> all, std::size_t but);

}  // namespace forestall::analysis
