// SPDX-License-Identifier: Apache-2.0
// Rule: whether a change of assumptions really changes the advice is told by members that were not
// used to find it: fresh members of the same scenario, run with the numbers as drawn and again with
// some held at a value, under the same luck. Reads a job's scenario; draws of other numbers stay
// what they are, since draws are addressed by name.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "analysis/search/decide_run.hpp"
#include "results/header.hpp"

namespace forestall::analysis {

/// Outcome and cost (present value), [option][member].
struct FreshMembers {
    comparison::Columns outcome;
    comparison::Columns cost;
    bool less_is_better = true;
};

struct FreshWish {
    std::uint64_t first = 0;  ///< members first … first + count - 1 of the job's seed
    std::uint64_t count = 0;
    std::string outcome;
    std::vector<double> spending_weights;  ///< per step
};

/// `header`: of the job. Throws Stopped when the rows stop coming.
FreshMembers fresh_members(const Job& job, Header header, const FreshWish& wish,
                           const RowSource& rows);

/// The same world with numbers held at values. `tables` are those that the job's world was built
/// of.
std::shared_ptr<const World> held_at(WorldTables tables,
                                     const std::map<std::string, double>& values);

}  // namespace forestall::analysis
