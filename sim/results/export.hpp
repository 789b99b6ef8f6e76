// SPDX-License-Identifier: Apache-2.0
// Results as tables in CSV, as text; the caller writes it. Pure functions of the file. A member
// that was not run under an option (`decide`) stays a gap: empty fields. Other formats are in
// export/.
#pragma once
#include <string>

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

}  // namespace forestall
