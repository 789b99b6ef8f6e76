// SPDX-License-Identifier: Apache-2.0
// The 32 bytes after the HDF5 image that tell a whole file from a damaged one: 16 bytes of magic,
// the XXH3 digest of all bytes before them, and how many these are (both little-endian). HDF5 and
// netCDF ignore bytes after their end.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "results/hdf_bytes.hpp"

namespace forestall::trailer {

inline constexpr std::size_t size = 32;

/// The trailer of an image, and of one whose digest and size are known.
std::string of(std::string_view image);
std::string of(std::uint64_t digest, std::uint64_t image_size);

/// Empty if `file` ends in the right trailer, else what is wrong, as a sentence. Reads all of it,
/// in blocks.
std::string problem(const hdf::Bytes& file);

}  // namespace forestall::trailer
