// SPDX-License-Identifier: Apache-2.0
// Rule: fighters of an actor at a place live in units that merge and break up. A fighter drawn at
// random leads its unit to merge with that of another, or, seldom, the unit breaks up into cells.
// In a steady state the number of units of a size falls off with the power 5/2, cut off by how many
// fighters there are: whence the heavy tail of what units do. Source: Eguíluz & Zimmermann 2000;
// Johnson et al. 2006; Bohorquez et al. 2009. docs/mechanisms/units.md
#pragma once
#include <span>
#include <vector>

#include "core/random.hpp"
#include "core/units.hpp"

namespace forestall {

/// Fighters of a cell, the smallest unit.
inline constexpr Persons cell_size = 5;

/// One round: a unit is picked by a random fighter; with `break_up` it falls apart into cells, else
/// it merges with the unit of another random fighter. The sum stays.
void mix_units(std::vector<Persons>& units, double break_up, int rounds, Stream& draws);
/// As mix_units from a new force, long enough to forget how it began.
void settle_units(std::vector<Persons>& units, const Luck& luck, std::uint64_t address);
/// Adds `n` fighters, five by five to the unit of a random fighter each; where there is no unit,
/// they found one.
void join_units(std::vector<Persons>& units, Persons n, Stream& draws);
/// Takes `n` fighters out of a force, units by a random fighter each; returns how many there were
/// to take.
Persons take_fighters(std::vector<Persons>& units, Persons n, Stream& draws);

}  // namespace forestall
