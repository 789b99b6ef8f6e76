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

/// Calls each(word) for words between blanks or commas, as long as that says true.
template <class Each>
bool each_word(std::string_view text, Each&& each) {
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" ,"), text.size());
        if (end > 0 && !each(text.substr(0, end))) return false;
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return true;
}

bool read_held(std::string_view text, std::map<std::string, double>& held) {
    return each_word(text, [&](std::string_view word) {
        const auto at = word.find('=');
        return at != std::string_view::npos &&
               read_number(word.substr(at + 1), held[std::string(word.substr(0, at))]);
    });
}

bool read_off(std::string_view text, std::vector<std::string>& off) {
    return each_word(text, [&](std::string_view word) {
        off.emplace_back(word);
        return true;
    });
}

bool take(std::string_view name, std::string_view value, Arguments& out) {
    if (name == "--rows") return read_rows(value, out.rows);
    if (name == "--members") return read_number(value, out.members);
    if (name == "--threads") return read_number(value, out.threads) && out.threads > 0;
    if (name == "--seed") return read_number(value, out.seed);
    if (name == "--set") return read_held(value, out.held);
    if (name == "--off") return read_off(value, out.off);
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
    const auto given = [](const char* name) {
        const char* text = std::getenv(name);
        return std::string_view(text == nullptr ? "" : text);
    };
    const std::string_view members = given("PATTERN_MEMBERS");
    bool good = (members.empty() || read_number(members, out.members)) &&
                read_held(given("PATTERN_SET"), out.held) &&
                read_off(given("PATTERN_OFF"), out.off);
    for (int i = 1; good && i < count; i += 2)
        good = i + 1 < count && take(words[i], words[i + 1], out);
    if (good) return out;
    std::fprintf(stderr,
                 "patterns [--rows 1,5] [--members N] [--write before|after] [--docs DIR] "
                 "[--page DIR] [--threads N] [--seed N] [--set NAME=VALUE,…] [--off NAME,…]\n");
    return std::nullopt;
}

}  // namespace forestall::patterns
