// SPDX-License-Identifier: Apache-2.0
// Rows of a scenario's populations.csv that an import leaves alone, as they were written there.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace forestall {

class KeptRows {
public:
    /// `text` of populations.csv; "": none is known.
    explicit KeptRows(std::string_view text);
    /// Cells persons, low, high, imputed and source of a row, as they stand between commas; "" if
    /// there is none.
    std::string find(const std::string& place, const std::string& group) const;

private:
    std::map<std::pair<std::string, std::string>, std::string> rows_;
};

}  // namespace forestall
