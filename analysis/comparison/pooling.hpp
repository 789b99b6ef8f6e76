// SPDX-License-Identifier: Apache-2.0
// Rule: cells of a matrix are of a kind, so each may learn from the others. True cells are taken to
// be normal about the mean of their group (a strategy at a stage), all groups with one spread; a
// cell moves towards its group's mean the more, the less it knows itself. What is not known of
// group means and of the spread is in the interval: both are integrated out, means over all
// numbers, the spread over all positive ones.
// Source: Lindley & Smith 1972; Gelman 2006 (a flat prior on the spread); Efron & Morris 1975.
#pragma once
#include <cstddef>
#include <vector>

#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

struct Pooled {
    std::vector<Figure> cells;  ///< intervals of 95 %, each by itself; not defined where it was not
    double spread = not_defined;  ///< of true cells about their group's mean, posterior mean
};

/// `figures` with values and errors, `group` of each, numbered from 0; `together`: correlation of
/// the errors of two cells, which no other cell can tell from a difference of group means. Cells
/// without a value or an error take no part. With fewer than four cells more than groups nothing
/// can be learned: cells are as they were, with normal intervals.
Pooled pool(const std::vector<Figure>& figures, const std::vector<std::size_t>& group,
            double together = 0);

}  // namespace forestall::comparison
