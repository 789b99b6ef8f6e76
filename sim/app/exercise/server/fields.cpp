// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/fields.hpp"

#include <fmt/format.h>

#include "app/exercise/server/limits.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::size_t most_items = 200;

std::string checked(const char* name, std::string text) {
    if (text.size() > limits::text_letters)
        throw BadField(name, fmt::format("{} is longer than {} bytes", name, limits::text_letters));
    return text;
}

}  // namespace

std::string text_field(const Json& body, const char* name, bool needed) {
    const Json* value = body.find(name);
    if (value == nullptr && !needed) return "";
    const auto text = value == nullptr ? std::nullopt : value->as_text();
    if (!text || (needed && text->empty()))
        throw BadField(name, fmt::format("{} is missing, or no text", name));
    return checked(name, *text);
}

std::int64_t whole_field(const Json& body, const char* name) {
    const Json* value = body.find(name);
    const auto number = value == nullptr ? std::nullopt : value->as_whole();
    if (!number) throw BadField(name, fmt::format("{} is missing, or no whole number", name));
    return *number;
}

bool true_field(const Json& body, const char* name) {
    const Json* value = body.find(name);
    const auto is = value == nullptr ? std::nullopt : value->as_boolean();
    if (!is) throw BadField(name, fmt::format("{} is neither true nor false", name));
    return *is;
}

std::vector<std::string> texts_field(const Json& body, const char* name) {
    std::vector<std::string> out;
    const Json* value = body.find(name);
    if (value == nullptr) return out;
    if (value->items().size() > most_items)
        throw BadField(name, fmt::format("{} has more than {} items", name, most_items));
    for (const Json& item : value->items()) {
        const auto text = item.as_text();
        if (!text) throw BadField(name, fmt::format("{} is no list of texts", name));
        out.push_back(checked(name, *text));
    }
    return out;
}

}  // namespace forestall::app::exercise
