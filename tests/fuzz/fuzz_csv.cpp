// SPDX-License-Identifier: Apache-2.0
// The CSV reader takes any bytes in every dialect, ends, and names positions that exist.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/csv.hpp"

namespace {

void read_all(std::string_view text, const forestall::CsvDialect& dialect) {
    forestall::CsvReader reader(text, dialect);
    std::vector<forestall::CsvCell> row;
    int line = 0;
    while (reader.next(row)) {
        if (row.empty() || row.front().line <= line) std::abort();
        for (const auto& cell : row) {
            if (cell.line < line || cell.column < 1) std::abort();
            line = cell.line;
        }
    }
    if (reader.next(row)) std::abort();
    if (reader.problem() && (reader.problem()->line < 1 || reader.problem()->column < 1))
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_all(text, {.columns = 100});
    read_all(text, {.separator = '\t', .comments = false, .lenient = true, .columns = 100});
    if (const auto offset = forestall::invalid_utf8(text); offset && *offset >= size) std::abort();
    return 0;
}
