// SPDX-License-Identifier: Apache-2.0
// In which months an event of UCDP was, and how many of its days are in none that is counted.
#pragma once
#include <vector>

#include "scenario/importers/tables/ucdp_deaths.hpp"

namespace forestall {

/// Whether the files cover all days of a month that lie in the period.
bool is_covered(Month month, const DeathsWish& wish);

struct EventMonths {
    EventMonths(const UcdpEvent& event, const DeathsWish& wish);

    static constexpr std::size_t months_from = 2;  ///< position in `days`
    Month first = 0;
    /// Days outside of the period, days in months that are not covered, then those of each month
    /// from the first on.
    std::vector<double> days;
};

}  // namespace forestall
