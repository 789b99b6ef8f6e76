// SPDX-License-Identifier: Apache-2.0
// What was asked of the program `patterns`.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace forestall::patterns {

struct Arguments {
    std::set<int> rows;         ///< empty: all
    std::uint64_t members = 0;  ///< in place of each row's own size; 0: that
    std::string write;          ///< "before" or "after": into docs/patterns; empty: nowhere
    bool page_only = false;     ///< the page anew from figures that are there
    std::string docs = "docs";  ///< where docs/ lies
    int threads = 2;
    std::uint64_t seed = 1;

    bool wants(int row) const { return rows.empty() || rows.contains(row); }
    std::uint64_t size(std::uint64_t own) const { return members > 0 ? members : own; }
};

/// Nothing, told on standard error, for words that make no sense. Sizes also come from the
/// environment: PATTERN_MEMBERS.
std::optional<Arguments> read_arguments(int count, char** words);

}  // namespace forestall::patterns
