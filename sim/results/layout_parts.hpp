// SPDX-License-Identifier: Apache-2.0
// What the files that lay a results file out share.
#pragma once
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "results/h5.hpp"

namespace forestall::layout {

/// netCDF-4 dimension numbers; unique in the file, and readers list dimensions in their order. In a
/// file with a design all of the first ones are one higher, since `point` comes before them.
enum DimensionId : std::int32_t {
    dim_option,
    dim_member,
    dim_time,
    dim_location,
    dim_group,
    dim_actor,
    dim_parameter,
    dim_file,
    dim_byte,
    dim_held = 110,  ///< beyond those of event_table.cpp
    dim_continuation = 120,
    dim_outcome,
    dim_first_text_length = 200  ///< those of event_table.cpp lie between
};

constexpr std::int32_t dim_point = 0;

/// Columns of texts from this size on are cut into chunks and compressed.
constexpr std::size_t small_column = 65536;

/// std::invalid_argument for none, or for two that are equal.
inline void check_labels(const char* what, std::vector<std::string> labels) {
    if (labels.empty())
        throw std::invalid_argument(std::string("a results file needs at least one ") + what);
    std::sort(labels.begin(), labels.end());
    const auto twin = std::adjacent_find(labels.begin(), labels.end());
    if (twin != labels.end())
        throw std::invalid_argument(std::string("two of a kind: ") + what + " '" + *twin + "'");
}

inline void describe(const h5::Handle& dataset, std::string_view units,
                     std::string_view long_name) {
    h5::set_attribute(dataset, "units", units);
    h5::set_attribute(dataset, "long_name", long_name);
}

}  // namespace forestall::layout
