// SPDX-License-Identifier: Apache-2.0
// What a results file says in a few lines, for people: middle and range over members, option by
// option.
#pragma once
#include <string>

#include "results/reader.hpp"

namespace forestall::app {

/// 16 hex digits over all member hashes, in order of option and member.
std::string ensemble_hash(const Results& results);

/// How every command names the hash of a file: "ensemble hash 0123456789abcdef"; of a single run,
/// "member hash …".
std::string hash_text(const Results& results);

/// Members that were run under an option: all, but in a file of `decide`.
std::size_t members_run(const Results& results, std::size_t option);

/// Deaths, displacement, stages: one table per option; values instead of ranges for a single
/// member.
std::string summary_text(const Results& results);

}  // namespace forestall::app
