// SPDX-License-Identifier: Apache-2.0
// Observations as the texts of their files: what read_observations() reads as the same rows.
#pragma once
#include <span>
#include <string>

#include "scenario/observed/observations.hpp"

namespace forestall {

/// observed/deaths.csv, in the order given.
std::string deaths_text(std::span<const DeathsRow> rows);
/// observed/displaced.csv, in the order given.
std::string displaced_text(std::span<const DisplacedRow> rows);
/// observed/areas.csv, in the order given; degrees to four decimals, areas to whole km2.
std::string areas_text(std::span<const AreaRow> rows);

}  // namespace forestall
