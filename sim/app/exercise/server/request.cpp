// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/request.hpp"

#include <algorithm>

#include "scenario/csv.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

int hex_digit(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto low = static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
    const std::size_t at = digits.find(low);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// Of a query's name or value; false for what is no UTF-8 in percents.
bool decode(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return false;
            const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return std::find(out.begin(), out.end(), '\0') == out.end();
}

/// Calls `take` with each part between separators, blanks around it left out.
template <class Take>
void each_part(std::string_view text, char separator, const Take& take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        take(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

Reply json_reply(const Json& document, int status) {
    return {status, "application/json", document.line() + "\n"};
}

Reply error_reply(int status, std::string_view code, std::string_view text, std::string_view hint,
                  std::string_view field, const Json& more) {
    Json out{{"code", code}, {"text", text}, {"hint", hint}, {"field", field}};
    if (more.is_object()) out.update(more);
    return json_reply(out, status);
}

bool split_target(std::string_view target, Request& into) {
    if (!target.starts_with('/')) return false;
    const std::size_t mark = std::min(target.find('?'), target.size());
    into.path = target.substr(0, mark);
    bool good = true;
    if (mark < target.size())
        each_part(target.substr(mark + 1), '&', [&](std::string_view part) {
            const std::size_t equals = std::min(part.find('='), part.size());
            std::string name, value;
            good = good && decode(part.substr(0, equals), name) &&
                   decode(part.substr(std::min(equals + 1, part.size())), value);
            if (!name.empty()) into.query[name] = readable_utf8(value);
        });
    return good;
}

std::string cookie_in(std::string_view cookies, std::string_view name) {
    std::string out;
    each_part(cookies, ';', [&](std::string_view part) {
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
            out = part.substr(name.size() + 1);
    });
    return out;
}

std::vector<std::string> cookies_from(std::string_view cookies, std::string_view start) {
    std::vector<std::string> out;
    each_part(cookies, ';', [&](std::string_view part) {
        if (part.starts_with(start))
            out.emplace_back(part.substr(0, std::min(part.find('='), part.size())));
    });
    return out;
}

}  // namespace forestall::app::exercise
