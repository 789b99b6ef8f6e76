// SPDX-License-Identifier: Apache-2.0
// The two shapes that every statistic of a comparison has: columns of numbers per member, and a
// figure with what is known of its error.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/parallel.hpp"
#include "core/random.hpp"

namespace forestall::comparison {

/// [column][member]: members of one column in the order of the file; equal lengths. A column is an
/// option, a pair of options, or an option and a group.
using Columns = std::vector<std::vector<double>>;

inline constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// A value with a 95 % interval and its Monte Carlo error (standard error that comes from the
/// number of members, or of resamples where the value is a share of them). All NaN: not defined.
struct Figure {
    double value = not_defined;
    double lo = not_defined;
    double hi = not_defined;
    double error = not_defined;

    bool clear_of_zero() const { return lo > 0 || hi < 0; }
};

/// Luck of a resample, by replicate.
inline constexpr auto kResample = process("comparison.resample");

/// How resamples are drawn. Equal plans give equal figures on any number of threads.
struct Plan {
    std::size_t replicates = 4999;
    std::uint64_t seed = 1;
    double level = 0.95;
    const Parallel* parallel = nullptr;  ///< nullptr: serial
};

}  // namespace forestall::comparison
