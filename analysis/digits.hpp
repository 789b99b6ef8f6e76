// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace forestall::analysis {

/// Digits, with a sign or not, in groups of three: "-1234567" -> "-1,234,567".
inline std::string grouped(std::string_view digits) {
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > sign && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}
inline std::string thousands(std::int64_t number) { return grouped(std::to_string(number)); }

}  // namespace forestall::analysis
