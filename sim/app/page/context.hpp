// SPDX-License-Identifier: Apache-2.0
// The words of a report: what the scenario inside a results file and the catalogue say about its
// options, routes and assumptions.
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/search/stored_case.hpp"

namespace forestall::app {

/// `file`: as the user named it; `page`: where the report goes; `more`: further arguments of the
/// report. If this program refuses the scenario inside (another version wrote it), the words are
/// missing and `warning` says so.
report::Context context_of(const analysis::StoredCase& stored, const std::string& file,
                           const std::string& page, const std::string& more, std::string& warning);

/// The command that writes a file of `forestall run` again.
std::string run_command(const Results& run, const std::string& file);

}  // namespace forestall::app
