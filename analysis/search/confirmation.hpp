// SPDX-License-Identifier: Apache-2.0
// Rule: a change of assumptions flips the advice if fresh members, run with the numbers held, tell
// that another option is better. Members as drawn stand beside them.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "analysis/search/fresh_pair.hpp"

namespace forestall::analysis {

enum class Finding : std::uint8_t { confirmed, refuted, not_told };

struct Confirmation {
    std::map<std::string, double> held;
    std::uint64_t first = 0;  ///< fresh members, by number
    std::uint64_t members = 0;
    std::size_t advice = 0;
    std::size_t to = 0;                 ///< option that should be better
    comparison::Figure as_drawn;        ///< net harm that `to` averts against the advice
    comparison::Figure changed;         ///< the same with the numbers held
    std::size_t best = 0;               ///< of the changed members' means
    std::vector<std::size_t> not_told;  ///< from that

    Finding finding() const;
};

struct ConfirmationWish {
    std::map<std::string, double> held;
    std::optional<std::size_t>
        to;  ///< none: the best of the others, by the changed members themselves
};

/// `fresh`: run with the numbers of the wish held.
Confirmation confirm(const FreshPair& fresh, const assumptions::Study& study,
                     const comparison::Plan& plan, const ConfirmationWish& wish);

}  // namespace forestall::analysis
