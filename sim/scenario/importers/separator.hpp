// SPDX-License-Identifier: Apache-2.0
// What stands between the cells of somebody else's table.
#pragma once
#include <algorithm>
#include <string_view>

namespace forestall {

/// Comma, semicolon or tab: the one that is most often in the header line.
inline char separator_in_header(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    char most = ',';
    for (const char each : {';', '\t'}) {
        if (std::count(line.begin(), line.end(), each) > std::count(line.begin(), line.end(), most))
            most = each;
    }
    return most;
}

}  // namespace forestall
