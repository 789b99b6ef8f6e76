// SPDX-License-Identifier: Apache-2.0
// `--assume NAME=VALUE` on the command line: a number that is held in place of its draws, at a
// value that a scenario could have given.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/search/stored_case.hpp"

namespace forestall::app {

/// Values by name. UsageError for words that are no NAME=VALUE, a name that is given twice or that
/// the file has not, a value out of bounds.
std::map<std::string, double> held_numbers(const std::vector<std::string>& words,
                                           const analysis::StoredCase& stored);

}  // namespace forestall::app
