// SPDX-License-Identifier: Apache-2.0
// What a results file says in a few lines, for people: middle and range over members, option by option.
#pragma once
#include <string>

#include "results/reader.hpp"

namespace forestall::app {

/// 16 hex digits over all member hashes, in order of option and member.
std::string ensemble_hash(const Results& results);

/// Deaths, displacement, stages: one table per option; values instead of ranges for a single member.
std::string summary_text(const Results& results);

}  // namespace forestall::app
