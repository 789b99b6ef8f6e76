// SPDX-License-Identifier: Apache-2.0
// Reading what a record, a request or a stored order says under a key.
#pragma once
#include <string>
#include <string_view>

#include "app/frame/json.hpp"

namespace forestall::app::exercise {

/// "" if there is none, or it is no text.
inline std::string text_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? "" : value->as_text().value_or("");
}

}  // namespace forestall::app::exercise
