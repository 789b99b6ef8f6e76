// SPDX-License-Identifier: Apache-2.0
// Order of numbers of which some may not be any. By < alone NaN is equal to every number, which is
// no order: sorting by it may run out of bounds, and a search for the end of a tie may never end.
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

namespace forestall::analysis {

/// Ascending; what is not a number comes last, all of it tied.
inline bool ascending(double a, double b) { return std::isnan(b) ? !std::isnan(a) : a < b; }
inline bool tied(double a, double b) { return !ascending(a, b) && !ascending(b, a); }

inline bool all_numbers(const std::vector<double>& values) {
    return std::none_of(values.begin(), values.end(), [](double v) { return std::isnan(v); });
}

}  // namespace forestall::analysis
