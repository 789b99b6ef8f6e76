// SPDX-License-Identifier: Apache-2.0
#include "app/frame/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/visible.hpp"

namespace forestall::app {
namespace {

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string pair_of(double big, const char* big_unit, double small, const char* small_unit) {
    return small < 1
               ? fmt::format("{:.0f} {}", big, big_unit)
               : fmt::format("{:.0f} {} {:.0f} {}", big, big_unit, std::floor(small), small_unit);
}

}  // namespace

std::string amount(double number) {
    if (!std::isfinite(number)) return "-";
    if (std::fabs(number) >= 100 && std::fabs(number) < 9e15)
        return thousands(static_cast<std::int64_t>(std::llround(number)));
    return fmt::format("{:.3g}", number);
}

std::string usd_text(double usd) {
    if (usd >= 999'500) return amount(usd / 1e6) + " M USD";
    return amount(usd / 1e3) + " k USD";
}

std::string size_text(double bytes) {
    const char* units[] = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < std::size(units)) {
        bytes /= 1000;
        ++unit;
    }
    if (unit == 0) return fmt::format("{:.0f} bytes", bytes);
    return fmt::format("{:.{}f} {}", bytes, bytes < 10 ? 1 : 0, units[unit]);
}

std::string duration_text(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return "-";
    if (seconds < 9.95) return fmt::format("{:.1f} s", seconds);
    if (seconds < 60) return fmt::format("{:.0f} s", std::floor(seconds));
    if (seconds < 3600)
        return pair_of(std::floor(seconds / 60), "min", std::fmod(seconds, 60), "s");
    if (seconds < 48 * 3600)
        return pair_of(std::floor(seconds / 3600), "h", std::fmod(seconds, 3600) / 60, "min");
    return pair_of(std::floor(seconds / 86400), "days", std::fmod(seconds, 86400) / 3600, "h");
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", thousands(static_cast<std::int64_t>(number)),
                       number == 1 ? one : many);
}

std::string shortened(std::string text, std::size_t most) {
    static constexpr std::string_view dots = "…";
    if (text.size() <= most || most < dots.size()) return text;
    std::size_t end = most - dots.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return text.substr(0, end).append(dots);
}

std::string shell_quoted(const std::string& word) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_./=,:+%@").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
    if (one_line(word) != word) {  // bytes that act on a terminal, by their numbers
        std::string out = "$'";
        for (const char c : word)
            out += plain(c) ? std::string(1, c)
                            : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        return out + "'";
    }
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string shell_file(const std::string& path) {
    return shell_quoted(path.starts_with('-') ? "./" + path : path);
}

void Table::row(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = one_line(cell);
    rows_.push_back(std::move(cells));
}

std::string Table::text() const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_)
        for (std::size_t c = 0; c < columns_.size(); ++c)
            widths[c] = std::max(widths[c], width_of(row[c]));
    std::string out;
    for (const auto& row : rows_) {
        std::string line = indent_;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string space(widths[c] - width_of(row[c]), ' ');
            line += columns_[c] == Align::left ? row[c] + space : space + row[c];
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

}  // namespace forestall::app
