// SPDX-License-Identifier: Apache-2.0
// What to type once an ensemble is done.
#pragma once
#include <string>

#include "ensemble/job.hpp"

namespace forestall::app {

/// "Next: …", a line or two that end in a line feed; every command can be pasted into a shell. A
/// shard leads on to `merge`, several options to `compare`, one of several to all of them, the only
/// one to `report`.
/// `dir`, `out`: the scenario and the results file, as the user named them.
std::string next_step(const Job& job, const std::string& dir, const std::string& out);

}  // namespace forestall::app
