// SPDX-License-Identifier: Apache-2.0
// Numbers and tables for people to read: thousands separators, units in words, aligned columns.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/digits.hpp"

namespace forestall::app {

/// 1234567 -> "1,234,567".
using analysis::thousands;
inline std::string thousands(std::size_t number) {
    return thousands(static_cast<std::int64_t>(number));
}
/// To the whole from 100 on, else to three digits: 1234.5 -> "1,235", 0.012345 -> "0.0123".
std::string amount(double number);
/// "17.2 M USD", "350 k USD".
std::string usd_text(double usd);
/// "12.3 MB".
std::string size_text(double bytes);
/// "0.8 s", "3 min 20 s", "2 h 5 min".
std::string duration_text(double seconds);
/// "1 member", "1,000 members".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);
/// At most `most` bytes of a text, cut between characters, "…" for what is missing.
std::string shortened(std::string text, std::size_t most);
/// A word for a shell, quoted if it must be; control characters as bash's $'\n', so that the line
/// can be printed.
std::string shell_quoted(const std::string& word);
/// The same for the name of a file, which must not look like an option: "./-y.h5".
std::string shell_file(const std::string& path);

class Table {
public:
    enum class Align : std::uint8_t { left, right };
    explicit Table(std::vector<Align> columns, std::string indent = "")
        : columns_(std::move(columns)), indent_(std::move(indent)) {}
    /// As many cells as columns; each is one line, whatever is in it.
    void row(std::vector<std::string> cells);
    bool empty() const { return rows_.empty(); }
    /// Two blanks between columns, none at the end of a line.
    std::string text() const;

private:
    std::vector<Align> columns_;
    std::string indent_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace forestall::app
