// SPDX-License-Identifier: Apache-2.0
// A results file with a design, as a table of its points; and the way of commands that look at one
// point only.
#pragma once
#include <string>

#include "app/frame/output.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// A line for each point and option: what is held, civilians killed in the middle member, share of
/// members that see mass killing. The first points, if there are many.
std::string design_text(const Results& results);

/// `{"points": 6, "held": [names]}` for a file or a job with a design, else nothing to add.
void add_design(Json& answer, const Points& points);

/// Opens a file for a command that compares options: UsageError for a file with a design, whose
/// points it would have to mix or to choose among.
Results open_without_design(const std::string& path, const std::string& command);

}  // namespace forestall::app
