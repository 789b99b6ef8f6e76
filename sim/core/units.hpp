// SPDX-License-Identifier: Apache-2.0
// Units in types at boundaries. Inside kernels plain numbers carry the unit in their name
// (rate_per_day).
#pragma once
#include <compare>
#include <cstdint>

namespace forestall {

/// Heads of people are integers, always.
using Persons = std::int64_t;

/// A number of people (below 2^53, so exact) where shares and rates are reckoned.
constexpr double real(Persons n) { return static_cast<double>(n); }

/// A number of one unit; units do not mix.
template <class Tag>
struct Quantity {
    double value = 0;
    auto operator<=>(const Quantity&) const = default;
};

using Days = Quantity<struct DaysTag>;
using Kilometres = Quantity<struct KilometresTag>;
using KilometresPerDay = Quantity<struct KilometresPerDayTag>;
/// A fraction of one, in [0, 1].
using Share = Quantity<struct ShareTag>;

/// Days since the scenario's start; day 0 is its first day.
using Day = std::int32_t;

}  // namespace forestall
