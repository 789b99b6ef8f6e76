// SPDX-License-Identifier: Apache-2.0
#include "patterns/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace forestall::patterns {
namespace {

template <class Number>
bool read_number(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

bool read_rows(std::string_view text, std::set<int>& rows) {
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(','));
        int row = 0;
        if (!read_number(one, row) || row < 1 || row > 14) return false;
        rows.insert(row);
        text.remove_prefix(std::min(text.size(), one.size() + 1));
    }
    return true;
}

bool take(std::string_view name, std::string_view value, Arguments& out) {
    if (name == "--rows") return read_rows(value, out.rows);
    if (name == "--members") return read_number(value, out.members);
    if (name == "--threads") return read_number(value, out.threads) && out.threads > 0;
    if (name == "--seed") return read_number(value, out.seed);
    if (name == "--write") {
        out.write = value;
        return value == "before" || value == "after";
    }
    if (name == "--docs" || name == "--page") {
        out.docs = value;
        out.page_only = name == "--page";
        return true;
    }
    return false;
}

}  // namespace

std::optional<Arguments> read_arguments(int count, char** words) {
    Arguments out;
    const char* given = std::getenv("PATTERN_MEMBERS");
    bool good = given == nullptr || *given == '\0' || read_number(given, out.members);
    for (int i = 1; good && i < count; i += 2)
        good = i + 1 < count && take(words[i], words[i + 1], out);
    if (good) return out;
    std::fprintf(stderr,
                 "patterns [--rows 1,5] [--members N] [--write before|after] [--docs DIR] "
                 "[--page DIR] [--threads N] [--seed N]\n");
    return std::nullopt;
}

}  // namespace forestall::patterns
