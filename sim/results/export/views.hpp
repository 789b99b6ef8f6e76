// SPDX-License-Identifier: Apache-2.0
// Draws as the ViEWS prediction competition (2023/24) wants them, as CSV. `month_id` 1 is January
// 1980; months that the period covers only in part at its ends are left out. Pure functions of
// files.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "results/reader.hpp"

namespace forestall {

/// What the competition calls a country-month sample. Its country numbers are its own.
struct ViewsExport {
    std::size_t option = 0;
    std::int64_t country_id = 0;
    /// Summed: the competition counts people killed in state-based conflict, whichever side they
    /// were on.
    std::vector<Series> outcome{Series::battle_deaths, Series::civilian_deaths};
};

/// month_id, country_id, draw (position of the member, from 0), outcome. A step counts for the
/// month of its first day.
std::string views_of_results(const Results& results, const ViewsExport& what);

/// `cell`: of PRIO-GRID, half a degree each way, as the competition's priogrid-month samples.
enum class ViewsArea : std::uint8_t { cell, location };

/// month_id, priogrid_gid or location, draw (position of the run, from 0), outcome: all who were
/// killed there, by the events of runs. Every area with a place has a row for every month and run.
/// An event counts for the month of its day, or of its step's first day where that is all that is
/// known. Cells have no place without coordinates. The runs must have the same places and period,
/// or FormatError.
std::string views_of_runs(std::span<const Results> runs, ViewsArea area);

/// The number of the PRIO-GRID cell of a position (Tollefsen et al. 2012): from 1, by row from the
/// south, in a row from the west.
std::int64_t priogrid_cell(double latitude, double longitude);

}  // namespace forestall
