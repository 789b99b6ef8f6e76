// SPDX-License-Identifier: Apache-2.0
// How deep and how long TOML text may be, found by one pass over its characters before a parser
// that recurses sees it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace forestall {

/// What the text of a scenario may hold; far above what any scenario needs.
struct TomlLimits {
    int depth = 32;                    ///< brackets within brackets
    int parts = 16;                    ///< of one key, joined by points
    std::size_t key_bytes = 1024;      ///< of one key
    std::size_t line_bytes = 1 << 18;  ///< of one line
};

/// The first place where a text goes beyond its limits.
struct TomlExcess {
    std::size_t offset = 0;  ///< in bytes; what lies before it is within the limits
    int line = 0;            ///< line and column (characters) count from 1
    int column = 0;
    std::string what;
    std::string hint;
};

/// Linear in the text, takes no memory for it. The text need not be TOML.
std::optional<TomlExcess> beyond_limits(std::string_view text, const TomlLimits& limits = {});

}  // namespace forestall
