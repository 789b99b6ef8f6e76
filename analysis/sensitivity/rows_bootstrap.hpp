// SPDX-License-Identifier: Apache-2.0
// Rule: figures of a design are resampled by what is independent in it, blocks of rows that belong
// together (a base row, a trajectory, a point); all figures of a resample come from the same
// blocks. Source: Efron 1979 (percentile intervals); Archer, Saltelli & Sobol' 1997 (of indices).
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "analysis/estimate.hpp"

namespace forestall::sensitivity {

using analysis::Estimate;

struct Resampling {
    int resamples = 999;  ///< 0: no intervals (NaN)
    std::uint64_t seed = 1;
};

/// Figures made of the blocks of given numbers; as many whatever the blocks, NaN where unknown.
using Figures = std::function<std::vector<double>(std::span<const std::size_t>)>;

/// Each figure of all `blocks`, with the central 95 % of it over resamples.
std::vector<Estimate> bootstrap_rows(std::size_t blocks, const Resampling& how,
                                     const Figures& figures);

/// What the figures are in each resample: [resample][figure].
std::vector<std::vector<double>> resampled_figures(std::size_t blocks, const Resampling& how,
                                                   const Figures& figures);

}  // namespace forestall::sensitivity
