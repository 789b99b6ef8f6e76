// SPDX-License-Identifier: Apache-2.0
// A list of points as CSV: a column for each input, named like it, and a row for each point.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "design/input.hpp"
#include "scenario/report.hpp"

namespace forestall {

/// Values by row in the order of `inputs`; E005, E406 and E407 for what cannot be read. Stops at
/// the first row that has none.
design::Rows read_list(const std::string& file, std::string_view text,
                       const std::vector<design::Input>& inputs, std::size_t most, Report& report);

}  // namespace forestall
