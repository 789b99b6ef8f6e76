// SPDX-License-Identifier: Apache-2.0
// Rule: two options are told apart if the interval of their paired difference excludes 0, where the
// intervals of all pairs of options hold together: so it does not matter that the best was looked
// for in the same members. A pair that differs in few members stands outside and is not told apart
// (family.hpp). Source: all-pairs comparisons after Tukey, with the max-t critical value
// of means.hpp; Hsu 1996.
#pragma once
#include <string>

#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

struct AllPairs {
    std::size_t best = 0;           ///< option with the least mean; the baseline if it ties
    std::vector<Figure> from_best;  ///< per option: its mean less the best's
    std::vector<std::size_t>
        not_told;  ///< options, the best left out, that cannot be told apart from it
};

/// Against a best that was chosen otherwise.
AllPairs pairs_with(const Columns& outcomes, std::size_t best, const Plan& plan);
/// Two options that differ in no member are not told apart.
AllPairs all_pairs(const Columns& outcomes, std::size_t baseline, const Plan& plan);

}  // namespace forestall::comparison
