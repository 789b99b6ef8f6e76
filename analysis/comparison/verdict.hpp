// SPDX-License-Identifier: Apache-2.0
// Rule: what a comparison means, in sentences: which option is best, whether it can be told apart
// from doing nothing and from the others, how sure that is, what it costs, and which options do
// harm. Claims nothing that an interval that holds for all options together does not carry.
#pragma once
#include <string>

#include "analysis/comparison/comparison.hpp"

namespace forestall::comparison {

struct Wording {
    std::string outcome;   ///< "civilian deaths"
    std::string currency;  ///< "USD"
    int price_year = 0;
    double discount = 0;  ///< a year
};

std::string verdict(const Comparison& comparison, const Wording& wording);

/// Three digits that count: 37253 -> "37,300"; for people who are told how many, not who.
std::string rough(double number);

/// 1234567 -> "1,234,567"; three digits below 100. Halves go away from zero: 218.5 -> "219".
std::string readable(double number);

}  // namespace forestall::comparison
