// SPDX-License-Identifier: Apache-2.0
// What was asked of the program `patterns`.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace forestall::patterns {

struct Arguments {
    std::set<int> rows;         ///< empty: all
    std::uint64_t members = 0;  ///< in place of each row's own size; 0: that
    std::string write;          ///< "before" or "after": into docs/patterns; empty: nowhere
    bool page_only = false;     ///< the page anew from figures that are there
    std::string docs = "docs";  ///< where docs/ lies
    std::map<std::string, double> held;  ///< parameters in place of what scenarios say
    std::vector<std::string> off;        ///< mechanisms and motives that do not act
    int threads = 2;
    std::uint64_t seed = 1;

    bool wants(int row) const { return rows.empty() || rows.contains(row); }
    std::uint64_t size(std::uint64_t own) const { return members > 0 ? members : own; }
};

/// Nothing, told on standard error, for words that make no sense. Sizes also come from the
/// environment: PATTERN_MEMBERS, and what is held or off: PATTERN_SET="a.b=1 c.d=2",
/// PATTERN_OFF="name name".
std::optional<Arguments> read_arguments(int count, char** words);

}  // namespace forestall::patterns
