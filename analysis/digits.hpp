// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

namespace forestall::analysis {

/// Digits, with a sign or not, in groups of three: "-1234567" -> "-1,234,567".
inline std::string grouped(std::string digits) {
    const std::ptrdiff_t sign = digits.starts_with('-') ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > sign; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}
inline std::string thousands(std::int64_t number) { return grouped(std::to_string(number)); }

}  // namespace forestall::analysis
