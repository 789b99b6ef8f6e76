// SPDX-License-Identifier: Apache-2.0
// Whether an option's budget decided anything in the members of a file: where it never did, what
// things cost cannot have moved who died or fled.
#pragma once
#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall::app {

/// Rule: a budget binds in no member if what was spent there over the whole run, plus the dearest
/// thing that an action asks for at once (its set-up and four weeks, or a step's weeks if these are
/// more), stays within it; then no such question was answered with no. Otherwise it may have.
/// `option`: of `tables`; `at`: its position in the file; `members`: positions.
bool budget_may_bind(const Results& results, const WorldTables& tables, const Option& option,
                     std::size_t at, const std::vector<std::size_t>& members);

}  // namespace forestall::app
