// SPDX-License-Identifier: Apache-2.0
// The command line that goes on where this one stopped, fit to be pasted into a shell.
#pragma once
#include <string>
#include <vector>

namespace forestall::app {

/// The same words with --resume and without --overwrite.
std::string resume_line(const std::vector<std::string>& words);

}  // namespace forestall::app
