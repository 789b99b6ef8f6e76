// SPDX-License-Identifier: Apache-2.0
// Pattern 7: sizes of one-sided events, from the many that kill few to the worst.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

struct Sizes {
    std::vector<std::int64_t> events;  ///< deaths of each one-sided event, at least 1
    double worst_week = 0;             ///< one-sided deaths
};
Sizes sizes_of(const Course& course);
/// Of a data set; a week is seven days from its first, an event lies where its last day does.
Sizes sizes_of(const analysis::History& history);

double median_size(const Sizes& sizes);
/// Share of events that kill three or fewer; NaN of none.
double small_share(const Sizes& sizes);

std::vector<Part> size_parts(std::span<const Sizes> members, const Sizes& record);

}  // namespace forestall::patterns
