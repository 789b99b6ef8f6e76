// SPDX-License-Identifier: Apache-2.0
// Results in the formats of other tools, as text; the caller writes it. Pure functions of the file.
// A member that was not run under an option (`decide`) stays a gap: empty fields in CSV; left out
// of means and draws.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "results/reader.hpp"

namespace forestall {

/// All CSV tables: in a file with a design, a line for each point, whose number is the first
/// column.

/// Tidy table: one line per option, member and step; columns option, member, time (ISO date of the
/// step's first day) and every variable along time. A label that begins with = + - @, a tab or a
/// line end has an apostrophe before it: spreadsheets would run it as a formula.
std::string csv_of_series(const Results& results);

/// Tidy table: one line per option, member and location with the variables along location.
std::string csv_of_places(const Results& results);

/// Tidy table: one line per option, member and identity group with the variables along group.
std::string csv_of_groups(const Results& results);

/// Tidy table: one line per member with every parameter, which all options share.
std::string csv_of_parameters(const Results& results);

/// Tidy table: one line per option and member with every variable that has one number a member, and
/// every parameter.
std::string csv_of_members(const Results& results);

/// GeoJSON FeatureCollection: a point per place with the mean of deaths and displaced over the
/// members that were run under one option, and their number; null if none was.
/// A place without coordinates has a null geometry. Throws std::out_of_range for an unknown option.
std::string geojson_of_places(const Results& results, std::size_t option);

/// What the ViEWS prediction competition (2023/24) calls a country-month sample. Its country
/// numbers are its own.
struct ViewsExport {
    std::size_t option = 0;
    std::int64_t country_id = 0;
    /// Summed: the competition counts people killed in state-based conflict, whichever side they
    /// were on.
    std::vector<Series> outcome{Series::battle_deaths, Series::civilian_deaths};
};

/// CSV with month_id (1 is January 1980), country_id, draw (position of the member, from 0),
/// outcome. A step counts for the month of its first day; months that the run covers only in part
/// at its ends are left out.
std::string views_of_results(const Results& results, const ViewsExport& what);

}  // namespace forestall
