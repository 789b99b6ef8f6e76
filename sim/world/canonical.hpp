// SPDX-License-Identifier: Apache-2.0
// The canonical order of a World's tables and the checks of their content; the two halves of
// World::build.
#pragma once
#include "world/world.hpp"

namespace forestall {

/// Throws std::invalid_argument, naming the entry at fault. Ids may be in any order but must be in
/// range.
void check_tables(const WorldTables& tables);

/// Sorts every table and remaps the ids in it, so that tables that differ only in order become
/// equal. Expects tables that `check_tables` let pass.
void make_canonical(WorldTables& tables);

}  // namespace forestall
