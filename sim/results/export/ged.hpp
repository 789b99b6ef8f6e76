// SPDX-License-Identifier: Apache-2.0
// The event log of a run as UCDP's georeferenced events (GED) have it: all columns of GED 24.1, so
// that what reads those reads this. A pure function of the file.
// Filled: id, relid, year, type_of_violence, dyad_name, side_a, side_b, source_article,
// where_prec, where_coordinates, adm_1, latitude, longitude, geom_wkt, priogrid_gid, country,
// event_clarity, date_prec, date_start, date_end, all deaths, best, high, low. The rest is empty.
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "results/reader.hpp"

namespace forestall {

/// Ids of one member's events begin with this many times its number.
inline constexpr std::uint64_t ged_ids_of_a_member = 1'000'000;

/// A row per event in which somebody was killed, in order of the log. `states`: actors, by name,
/// that count as a state's at the start; who takes power counts from then on, and who lost it no
/// more. FormatError for a file that is not of a run.
///
/// Battles are of type 1 unless both sides are known and neither is a state's (2); communal clashes
/// are of type 2; all else is of type 3, against "Civilians". What happened is known: best, low and
/// high are equal. Fighters killed in battle are deaths_unknown, because which side lost them is
/// not kept; those of an attack on civilians are deaths_a. A place without coordinates, or none,
/// leaves the columns of position empty.
std::string ged_of_run(const Results& run, std::set<std::string> states);

}  // namespace forestall
