// SPDX-License-Identifier: Apache-2.0
#include "scenario/names.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "world/stage_start.hpp"

namespace forestall {
namespace {

constexpr std::size_t longest_name = 200;  // characters

/// Calls visit(code point, category) for each character until it gives true.
template <class Visit>
void each_character(std::string_view text, const Visit& visit) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(bytes, left, &point);
        if (length <= 0) return;  // not UTF-8: told elsewhere
        if (visit(point, utf8proc_category(point))) return;
        bytes += length;
        left -= length;
    }
}

std::string mapped(std::string_view text, int how) {
    utf8proc_uint8_t* out = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(how));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    if (length < 0) return std::string(text);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

bool is_hidden(utf8proc_int32_t point, utf8proc_category_t category) {
    constexpr utf8proc_int32_t non_joiner =
        0x200C;  // both are part of how Persian and Indic words are written
    constexpr utf8proc_int32_t joiner = 0x200D;
    switch (category) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
            return true;
        case UTF8PROC_CATEGORY_CF:
            return point != non_joiner && point != joiner;
        default:
            return false;
    }
}

}  // namespace

bool Names::add(const std::string& name) {
    const auto id = static_cast<std::uint32_t>(list.size());
    if (!ids.emplace(name, id).second) return false;
    by_folded.emplace(folded_name(name), id);
    list.push_back(name);
    return true;
}

std::optional<std::uint32_t> Names::find(const std::string& name) const {
    const auto found = ids.find(name);
    return found == ids.end() ? std::nullopt : std::optional(found->second);
}

const std::string* Names::twin(const std::string& name) const {
    const auto found = by_folded.find(folded_name(name));
    return found == by_folded.end() || list[found->second] == name ? nullptr : &list[found->second];
}

std::string folded_name(std::string_view name) {
    std::string folded;
    if (is_ascii(name)) {
        for (const char c : name)
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
        folded = mapped(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    }
    std::string out;
    for (const char c : folded)
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool same_but_for_encoding(std::string_view a, std::string_view b) {
    constexpr int composed = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    return a != b && mapped(a, composed) == mapped(b, composed);
}

std::optional<std::string> hidden_character(std::string_view text) {
    std::optional<std::string> found;
    each_character(text, [&](utf8proc_int32_t point, utf8proc_category_t category) {
        if (is_hidden(point, category))
            found = fmt::format("U+{:04X}", static_cast<unsigned>(point));
        return found.has_value();
    });
    return found;
}

std::optional<std::string> name_problem(std::string_view name) {
    if (const auto hidden = hidden_character(name))
        return fmt::format("an invisible character ({})", *hidden);
    std::size_t characters = 0;
    bool first_is_blank = false;
    bool last_is_blank = false;
    each_character(name, [&](utf8proc_int32_t, utf8proc_category_t category) {
        last_is_blank = category == UTF8PROC_CATEGORY_ZS;
        if (characters++ == 0) first_is_blank = last_is_blank;
        return false;
    });
    if (first_is_blank || last_is_blank) return "a blank at its start or end";
    if (characters > longest_name) return fmt::format("more than {} characters", longest_name);
    return std::nullopt;
}

std::optional<std::string> option_name_problem(std::string_view name) {
    if (name == "none") return "'none' is the option of doing nothing";
    if (name == "all") return "'all' asks for every option";
    if (name.find(',') != std::string_view::npos) return "a comma separates options";
    if (is_stage_option(name) && !is_stage_start(name.substr(name.find('@') + 1)))
        return "'@' separates an intervention from its stage";
    return std::nullopt;
}

}  // namespace forestall
