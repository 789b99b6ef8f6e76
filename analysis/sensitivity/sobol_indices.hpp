// SPDX-License-Identifier: Apache-2.0
// Rule: shares of the variance of an outcome. First order: of one input alone; total: of it and
// all that it does together with others; second order: of two inputs together, beyond what each
// does alone. Outcomes are centred first. Source: Saltelli et al. 2010, table 2 (b) for first
// order; Jansen 1999 for total; Saltelli 2002 for second order.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/sensitivity/rows_bootstrap.hpp"
#include "design/saltelli.hpp"

namespace forestall::sensitivity {

struct PairIndex {
    std::size_t a = 0;
    std::size_t b = 0;
    Estimate value;
};

struct SobolIndices {
    std::vector<Estimate> first;    ///< by input, share of variance
    std::vector<Estimate> total;    ///< by input
    std::vector<PairIndex> second;  ///< a < b; only of a design for second order
    Estimate variance;              ///< of the outcome, its unit squared
};

/// `outcome`: one number a row of the design. NaN throughout where nothing varies.
/// std::invalid_argument if there are not shape.points() of them, or fewer than two base rows.
SobolIndices sobol_indices(const design::SaltelliShape& shape, std::span<const double> outcome,
                           const Resampling& how);

}  // namespace forestall::sensitivity
