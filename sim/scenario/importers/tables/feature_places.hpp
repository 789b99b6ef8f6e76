// SPDX-License-Identifier: Apache-2.0
// Where the features of a GeoJSON text stand: a JSON library reads values and forgets their places.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace forestall {

/// Byte offset of each element of the array "features" of the outermost object, in order. `json`:
/// well-formed. Empty if there is no such array.
std::vector<std::size_t> feature_places(std::string_view json);

}  // namespace forestall
