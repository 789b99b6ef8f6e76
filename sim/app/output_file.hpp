// SPDX-License-Identifier: Apache-2.0
// Looks at the name given with -o before work begins, so that a slip neither costs a file nor the work.
#pragma once
#include <string>

namespace forestall::app {

/// The directory must be there, the name no directory, device or pipe, and a file of that name a results file (or
/// empty). Throws IoError, StartRefused.
void check_results_output(const std::string& path);
/// The same for any other file: one that exists is refused unless `overwrite`.
void check_new_output(const std::string& path, bool overwrite);

}  // namespace forestall::app
