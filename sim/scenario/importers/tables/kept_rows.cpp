// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/kept_rows.hpp"

#include <algorithm>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/csv_cell.hpp"
#include "scenario/importers/separator.hpp"

namespace forestall {

KeptRows::KeptRows(std::string_view text) {
    CsvReader reader(text, CsvDialect{.separator = separator_in_header(text)});
    std::vector<CsvCell> header;
    if (!reader.next(header)) return;
    std::vector<CsvCell> row;
    const auto cell = [&](std::string_view column) {
        const auto found = std::find_if(header.begin(), header.end(),
                                        [&](const CsvCell& c) { return c.text == column; });
        const auto at = static_cast<std::size_t>(found - header.begin());
        return at < row.size() ? row[at].text : std::string();
    };
    while (reader.next(row)) {
        std::string cells;
        for (const char* column : {"persons", "low", "high", "imputed", "source"})
            cells += (cells.empty() ? "" : ",") + csv_cell(cell(column));
        rows_.emplace(std::pair(cell("location"), cell("group")), cells);
    }
}

std::string KeptRows::find(const std::string& place, const std::string& group) const {
    const auto found = rows_.find({place, group});
    return found == rows_.end() ? "" : found->second;
}

}  // namespace forestall
