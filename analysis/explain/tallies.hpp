// SPDX-License-Identifier: Apache-2.0
// Counts of a stretch of a run: battles by pair, killings by who and whom, who holds what, what
// came under whom, what the desk saw.
#pragma once
#include "analysis/explain/history.hpp"

namespace forestall::history {

Toll toll_of(const Record& record, std::size_t first, std::size_t end);
std::vector<Fight> fights_of(const Record& record, std::size_t first, std::size_t end);
std::vector<Killing> killings_of(const Record& record, std::size_t first, std::size_t end);
/// At the end of a step; empty where nobody's control is in the file.
std::vector<Holding> holdings_at(const Record& record, std::size_t step);
/// Between the ends of two steps.
std::vector<Gain> gains_between(const Record& record, std::size_t before, std::size_t after);
/// Part of what spoke for an act from which a motive is named.
inline constexpr double least_part = 0.15;

/// Men under arms at the end of a step, by actor; empty where they are not in the file.
std::vector<Persons> men_at(const Record& record, std::size_t step);
/// Between the ends of two steps.
std::vector<Emptying> emptied_between(const Record& record, std::size_t before, std::size_t after);
std::vector<Sighting> sightings_of(const Record& record, std::size_t first, std::size_t end);
Flight flight_at(const Record& record, std::size_t step);
Outlook outlook_at(const Record& record, std::size_t step);
/// Who it was that killed more than a thousand of a group, and when; none: nobody.
std::optional<Onset> onset_of(const Record& record);

}  // namespace forestall::history
