// SPDX-License-Identifier: Apache-2.0
// What a results file holds of a member, number by number, against what was computed anew. Pure
// functions; `verify` tells what they find. Numbers are compared exactly, reals by their bits.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "results/reader.hpp"

namespace forestall {

/// A variable of one member under one option that does not hold what was computed.
struct ValueDifference {
    std::string
        variable;  ///< as in the file: "civilian_deaths", "parameters/values", "detail/settled", …
    std::string where;     ///< the first value that differs: "step 3, day 21", "place Mill"; empty:
                           ///< there is one
    std::string stored;    ///< that value
    std::string computed;  ///< what it should be
    std::size_t differing = 1;  ///< values of the variable that differ
};

/// Every variable of the member at `position` under `option`, its parameters and its hash. A
/// variable that the file has not (it came into being later) is left out.
std::vector<ValueDifference> row_differences(const Results& results, std::size_t position,
                                             std::size_t option, const MemberOutcome& computed);

/// Numbers that stand where the file says that nothing was run.
std::vector<ValueDifference> numbers_in_gap(const Results& results, std::size_t position,
                                            std::size_t option);

}  // namespace forestall
