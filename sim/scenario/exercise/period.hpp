// SPDX-License-Identifier: Apache-2.0
// The text of a scenario.toml with another last day, all else left as it stands: what an exercise
// looks at ends with its tail.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forestall {

/// Days since 1970-01-01. Nothing if the text is not TOML or has no such date.
std::optional<std::string> with_last_day(std::string_view toml, std::int32_t last);

}  // namespace forestall
