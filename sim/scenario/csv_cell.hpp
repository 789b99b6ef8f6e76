// SPDX-License-Identifier: Apache-2.0
// Cells of tables that this program writes.
#pragma once
#include <string>

namespace forestall {

/// The text as a cell that CsvReader reads as the same text: in quotes where it must be.
std::string csv_cell(const std::string& text);

}  // namespace forestall
