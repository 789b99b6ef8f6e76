// SPDX-License-Identifier: Apache-2.0
// Rule: money of a later day counts for (1 + r)^(-years); prices of the file's year become those of
// another by (1 + inflation)^(years between). Reads spending per step; outcomes are never
// discounted.
// Source: Drummond et al. 2015, ch. 7, and WHO-CHOICE practice (3 % a year).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace forestall::comparison {

struct Prices {
    double discount = 0.03;  ///< a year
    double inflation = 0;    ///< a year, between the two price years
    std::int32_t from = 0;   ///< price year of the money in the file
    std::int32_t to = 0;     ///< price year of the answer
};

/// Weight of each step's spending; `days`: first day of each step since the start.
std::vector<double> spending_weights(std::span<const std::int64_t> days, const Prices& prices);

/// Present value per member. `spend`: dims member, step.
std::vector<double> present_values(std::span<const double> spend, std::span<const double> weights);

}  // namespace forestall::comparison
