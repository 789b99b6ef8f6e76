// SPDX-License-Identifier: Apache-2.0
// Where the features of a GeoJSON text stand: a JSON library reads values and forgets their places.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"

namespace forestall {

/// Byte offset of each element of the array "features" of the outermost object, in order. `json`:
/// well-formed. Empty if there is no such array.
std::vector<std::size_t> feature_places(std::string_view json);

/// Positions of offsets in a text, asked for in order: each byte is looked at once.
class TextPositions {
public:
    /// The text lives longer than this.
    TextPositions(std::string file, std::string_view text)
        : text_(text), last_{std::move(file), 1, 1} {}
    SourcePosition at(std::size_t offset);

private:
    std::string_view text_;
    std::size_t offset_ = 0;  ///< of the last position
    SourcePosition last_;
};

}  // namespace forestall
