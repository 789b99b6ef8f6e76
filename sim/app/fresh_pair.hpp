// SPDX-License-Identifier: Apache-2.0
// Fresh members of the scenario inside a results file, numbered after its last, run twice under the
// same luck: as drawn, and with some numbers held. Nothing was looked for in them.
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "analysis/comparison/figure.hpp"
#include "app/assumptions/request.hpp"
#include "results/reader.hpp"

namespace forestall::app {

struct FreshPair {
    std::uint64_t first = 0;  ///< members, by number
    std::uint64_t members = 0;
    comparison::Columns as_drawn;  ///< [option][member]: net harm
    comparison::Columns changed;   ///< the same with the numbers held
};

/// Throws InputError if this program refuses the scenario inside, analysis::Stopped after a signal.
FreshPair run_twice(const Results& results, const Question& question,
                    const AssumptionsRequest& request, std::uint64_t members,
                    const std::map<std::string, double>& held, const Invocation& invocation);

}  // namespace forestall::app
