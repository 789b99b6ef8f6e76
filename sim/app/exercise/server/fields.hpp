// SPDX-License-Identifier: Apache-2.0
// Reading the body of a request: what is missing or of another kind is a BadField.
#pragma once
#include <string>
#include <vector>

#include "app/exercise/server/room.hpp"

namespace forestall::app::exercise {

/// A text of at most `limits::text_letters` bytes; "" if it is not there and need not be.
std::string text_field(const Json& body, const char* name, bool needed = true);
std::int64_t whole_field(const Json& body, const char* name);
bool true_field(const Json& body, const char* name);
std::vector<std::string> texts_field(const Json& body, const char* name);
/// A word of a vocabulary.
template <class Words>
auto word_field(const Json& body, const char* name, const Words& words) {
    const std::string text = text_field(body, name);
    if (const auto found = words.find(text)) return *found;
    std::string all;
    for (const auto& row : words) all += (all.empty() ? "" : ", ") + std::string(row.text);
    throw BadField(name, std::string(name) + " is one of " + all);
}

}  // namespace forestall::app::exercise
