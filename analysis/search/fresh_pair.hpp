// SPDX-License-Identifier: Apache-2.0
// Fresh members of the scenario inside a results file, numbered after its last, run twice under the
// same luck: as drawn, and with some numbers held. Nothing was looked for in them.
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "analysis/assumptions/study.hpp"
#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/figure.hpp"
#include "analysis/search/decide_run.hpp"
#include "analysis/search/stored_case.hpp"

namespace forestall::analysis {

struct FreshPair {
    std::uint64_t first = 0;  ///< members, by number
    std::uint64_t members = 0;
    comparison::Columns as_drawn;  ///< [option][member]: net harm
    comparison::Columns changed;   ///< the same with the numbers held
};

struct FreshPairWish {
    std::uint64_t members = 0;
    std::string outcome;        ///< as the study's was asked for
    comparison::Prices prices;  ///< of the study
};

/// Harm is net as in `study`, by its worth. `rows` is asked for each member twice. Throws
/// InputError if this program refuses the scenario inside, Stopped when the rows stop coming.
FreshPair run_twice(const StoredCase& stored, const assumptions::Study& study,
                    const FreshPairWish& wish, const std::map<std::string, double>& held,
                    const RowSource& rows);

}  // namespace forestall::analysis
