// SPDX-License-Identifier: Apache-2.0
// Text that is not UTF-8, as importers take it.
#pragma once
#include <string>

namespace forestall {

/// Latin-1 as UTF-8.
inline std::string from_latin1(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0U | (byte >> 6U));
            out += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return out;
}

}  // namespace forestall
