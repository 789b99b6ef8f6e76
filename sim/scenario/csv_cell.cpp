// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv_cell.hpp"

#include "scenario/text.hpp"

namespace forestall {

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r#") == std::string::npos && trimmed(text) == text) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace forestall
