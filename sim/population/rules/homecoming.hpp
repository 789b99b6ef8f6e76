// SPDX-License-Identifier: Apache-2.0
// Rule: people go home at a constant rate once home is calm; the nearer home's unease is to the
// level that keeps everyone away, the fewer go. Reads: unease at home. Source:
// docs/mechanisms/homecoming.md.
#pragma once
#include <algorithm>

namespace forestall::rules {

/// Returns per day and displaced person.
inline double return_rate_per_day(double unease_at_home, double calm_level, double rate_per_day) {
    return rate_per_day * std::max(0.0, 1 - unease_at_home / calm_level);
}

}  // namespace forestall::rules
