// SPDX-License-Identifier: Apache-2.0
// Cells of tables that this program writes.
#pragma once
#include <string>

#include "scenario/text.hpp"

namespace forestall {

/// The text as a cell that CsvReader reads as the same text: in quotes where it must be.
inline std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r#") == std::string::npos && trimmed(text) == text) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace forestall
