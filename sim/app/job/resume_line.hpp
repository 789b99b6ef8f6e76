// SPDX-License-Identifier: Apache-2.0
// The command line that goes on where this one stopped, fit to be pasted into a shell.
#pragma once
#include <string>
#include <vector>

#include "app/frame/invocation.hpp"

namespace forestall::app {

/// The same words with --resume and without --overwrite.
std::string resume_line(const std::vector<std::string>& words);

/// For a command without a file to go on with: tells that its answer is from the members that were
/// done when a signal came, and the line that runs all of them. With --json and none done, prints
/// the document.
void say_cut_short(std::uint64_t done, std::uint64_t members, const Invocation& invocation);

}  // namespace forestall::app
