// SPDX-License-Identifier: Apache-2.0
// What `--until` asks of an ensemble and of a matrix, and what came of it.
#pragma once
#include <string>

#include "app/frame/json.hpp"
#include "app/frame/progress.hpp"
#include "app/job/until.hpp"

namespace forestall::app {

/// Of an ensemble: what the widest interval of a typical future must come down to (0: not asked
/// for), or how long it may take.
struct Precision {
    double width = 0;
    Until until;
};
/// "20%", "5 min", or "" for nothing asked. UsageError for what does not fit the job.
Precision precision_of(const std::string& text, const Job& job);
/// Of `stages`: "0.8", "5 min" or "".
Until reliability_of(const std::string& text, const std::string& outcome);

/// The widest interval of the file, and what would narrow it to `width`.
std::string reached_text(const Results& results, double width, const Progress& progress);
Json reached_json(const Results& results, double width);

}  // namespace forestall::app
