// SPDX-License-Identifier: Apache-2.0
// The 32 bytes after the HDF5 image that tell a whole file from a damaged one: 16 bytes of magic, the XXH3 digest of
// all bytes before them, and how many these are (both little-endian). HDF5 and netCDF ignore bytes after their end.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace forestall::trailer {

inline constexpr std::size_t size = 32;

/// The trailer of an image.
std::string of(std::string_view image);

/// Empty if `file` ends in the right trailer, else what is wrong, as a sentence.
std::string problem(std::string_view file);

/// The image without its trailer; only after `problem` was empty.
inline std::string_view image(std::string_view file) { return file.substr(0, file.size() - size); }

}  // namespace forestall::trailer
