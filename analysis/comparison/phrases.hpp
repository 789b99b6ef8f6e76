// SPDX-License-Identifier: Apache-2.0
// Differences, factors and chances in words, the same in every sentence about them.
#pragma once
#include <string>

#include "analysis/comparison/answers.hpp"
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// "12 fewer", "3 more".
std::string signed_text(double difference);
/// Its interval: "80 to 160 fewer", "539 fewer to 366 more".
std::string range_text(const Figure& difference);

/// A share of what could be, which is never all or nothing: "35 %", "more than 99 %", "less than
/// 1 %".
std::string chance_words(double share);
/// Its interval: "30 to 41 %", "less than 1 to 8 %".
std::string chance_range(const Figure& share);

/// What a factor does, with the words for less and more: "38 % fewer", "3.2 times as many".
struct Words {
    const char* less;
    const char* more;
    const char* times;  ///< "as many", "as much"
};
inline constexpr Words of_people{"fewer", "more", "as many"}, of_much{"less", "more", "as much"};
std::string factor_text(double ratio, const Words& words);
/// Its interval: "31 to 45 % fewer", "25 % fewer to 3 % more".
std::string factor_range(const Figure& ratio, const Words& words);

/// A difference of chances in percentage points: "14 points lower", "3 points higher".
std::string points_text(double difference);
/// "5 to 22 points lower", "3 lower to 8 points higher".
std::string points_range(const Figure& difference);

/// "clear", "not clear", "too few futures differ", "no change in any"; `one`: what a member is
/// called.
std::string clear_text(Clear clear);
/// What is said of too few members: "changes 3 of 100 futures; 11 % of all at most".
std::string few_text(const Typical& typical, std::size_t members, const char* futures);

}  // namespace forestall::comparison
