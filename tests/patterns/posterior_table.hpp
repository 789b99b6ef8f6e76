// SPDX-License-Identifier: Apache-2.0
// The table of rows of the prior with what they looked like: a line a row, added to as rows are
// done, so that a long job can be stopped and goes on where it was.
#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/search/calibration.hpp"

namespace forestall::patterns {

std::string table_header(std::span<const calibration::Prior> priors,
                         const calibration::Goals& goals);
/// Numbers in full; a line ends with a line break.
std::string table_line(const calibration::Row& row);
calibration::Row row_of(std::string_view line, std::size_t weights, std::size_t shares,
                        std::size_t values);

/// The lines of the file that are whole, header aside; none where there is no file. What stands
/// behind the last line break is cut off the file. Throws std::runtime_error for another header.
std::vector<std::string> kept_lines(const std::filesystem::path& path, const std::string& header);

}  // namespace forestall::patterns
