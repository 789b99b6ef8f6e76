// SPDX-License-Identifier: Apache-2.0
#include "world/whole.hpp"
#include "world/world.hpp"

namespace forestall {

std::uint64_t World::digest() const { return whole::digest(tables_); }

}  // namespace forestall
