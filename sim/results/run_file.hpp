// SPDX-License-Identifier: Apache-2.0
// The file of one run: what an ensemble's file has for one option and member, and everything by
// place and day in the groups /detail (time, location, group or actor) and /events (event, cause).
#pragma once
#include <string>

#include "results/files.hpp"
#include "results/header.hpp"
#include "results/layout.hpp"

namespace forestall {

/// A writer in memory that has taken the whole run; it keeps a reference to the header.
FileWriter writer_of_run(const Header& header, const MemberRow& row, const RunDetail& detail);

/// `header.options` must hold the one option that was run. Throws IoError; std::invalid_argument if
/// shapes disagree.
void write_run(const std::string& path, const Header& header, std::uint64_t member,
               const MemberOutcome& outcome, const RunDetail& detail,
               files::Existing existing = files::Existing::replace);

}  // namespace forestall
