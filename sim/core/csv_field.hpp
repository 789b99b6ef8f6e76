// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace forestall {

/// A text as a field of a table: what a spreadsheet would take for a formula gets an apostrophe
/// before it; then quoted as RFC 4180 wants it.
inline std::string csv_field(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) !=
                                              std::string_view::npos;
    std::string harmless = (formula ? "'" : "") + text;
    if (harmless.find_first_of(",\"\r\n") == std::string::npos) return harmless;
    std::string out = "\"";
    for (const char c : harmless) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

}  // namespace forestall
