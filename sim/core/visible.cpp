// SPDX-License-Identifier: Apache-2.0
#include "core/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace forestall {
namespace {

enum class Style : std::uint8_t { one_line, lines, json };

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
    bool valid = true;  ///< else one byte that is not part of UTF-8
};

/// Bytes of a character of more than one, by its first; 0 if no character begins so.
std::size_t length_by(std::uint32_t first) {
    if (first >= 0xf0 && first < 0xf5) return 4;
    if (first >= 0xe0 && first < 0xf0) return 3;
    return first >= 0xc2 && first < 0xe0 ? 2 : 0;
}

/// The character at the front of a text that is not empty.
Character front(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1, true};
    const std::size_t length = length_by(first);
    if (length == 0 || text.size() < length) return {first, 1, false};
    std::uint32_t code = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80) return {first, 1, false};
        code = (code << 6U) | (byte(i) & 0x3fU);
    }
    const std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool good = code >= least[length] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return good ? Character{code, length, true} : Character{first, 1, false};
}

struct Range {
    std::uint32_t first, last;
};

/// Controls, marks of direction, and what takes no room but hides in a word: all but the joiners
/// U+200C and U+200D, which Persian and Indic words and emoji need.
constexpr Range acting[] = {{0x00, 0x1f},     {0x7f, 0x9f},       {0x61c, 0x61c},
                            {0x180e, 0x180e}, {0x200b, 0x200b},   {0x200e, 0x200f},
                            {0x2028, 0x202e}, {0x2060, 0x206f},   {0xfeff, 0xfeff},
                            {0xfff9, 0xfffb}, {0xe0001, 0xe0001}, {0xe0020, 0xe007f}};

bool acts(std::uint32_t code) {
    return std::any_of(std::begin(acting), std::end(acting), [code](const Range& range) {
        return code >= range.first && code <= range.last;
    });
}

std::string escape_of(const Character& c, Style style) {
    if (style != Style::json) {
        if (c.code == '\n') return "\\n";
        if (c.code == '\r') return "\\r";
        if (c.code == '\t') return "\\t";
        if (!c.valid || c.code < 0x80) return fmt::format("\\x{:02x}", c.code);
    }
    if (c.code <= 0xffff) return fmt::format("\\u{:04x}", c.code);
    if (style != Style::json) return fmt::format("\\U{:08x}", c.code);
    const std::uint32_t above = c.code - 0x10000;  // JSON has two halves
    return fmt::format("\\u{:04x}\\u{:04x}", 0xd800 + (above >> 10U), 0xdc00 + (above & 0x3ffU));
}

std::string escaped(std::string_view text, Style style) {
    const auto harmless = [](char c) { return c >= 0x20 && c < 0x7f; };
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto plain = static_cast<std::size_t>(
            std::find_if_not(text.begin(), text.end(), harmless) - text.begin());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const Character c = front(text);
        const bool stays = style != Style::one_line && (c.code == '\n' || c.code == '\t');
        if (c.valid && (stays || !acts(c.code)))
            out.append(text.substr(0, c.bytes));
        else
            out += escape_of(c, style);
        text.remove_prefix(c.bytes);
    }
    return out;
}

}  // namespace

std::string one_line(std::string_view text) { return escaped(text, Style::one_line); }
std::string visible(std::string_view text) { return escaped(text, Style::lines); }
std::string visible_json(std::string_view json) { return escaped(json, Style::json); }

}  // namespace forestall
