// SPDX-License-Identifier: Apache-2.0
// Groups and datasets of an HDF5 file from its object headers. Not for use outside hdf*.cpp.
#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "results/hdf.hpp"

namespace forestall::hdf {

inline constexpr std::uint64_t undefined_address = ~std::uint64_t{0};

/// Everything under the root of a file. Error if it holds what this program does not read.
Group read_objects(const Bytes& bytes);

/// Name and address of a hard link from the body of a link message; Error for links of another
/// kind.
std::pair<std::string, std::uint64_t> parse_link(std::string_view body);

/// Links that are kept in a fractal heap under an index by name, as version 1 has them for groups
/// of many names.
std::vector<std::pair<std::string, std::uint64_t>> dense_links(const Bytes& bytes,
                                                               std::uint64_t heap,
                                                               std::uint64_t index);

}  // namespace forestall::hdf
