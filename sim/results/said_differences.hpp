// SPDX-License-Identifier: Apache-2.0
// What a results file says apart from its rows, against what the writer would write again for the
// same job: attributes, dimensions, coordinates, labels, the scenario, in the file of a run the
// detail and the events. There is no list of what to look at: both files are walked through, and
// whatever is in one of them only or is not the same in both is a difference. Readers such as
// xarray change numbers by attributes, so these count as the numbers do.
#pragma once
#include <vector>

#include "results/differences.hpp"

namespace forestall {

/// `everything`: the file is of this very program. `meaning`: of another one, which may have other
/// variables and other words; then only what both have is compared, without descriptions in words.
enum class Demand : std::uint8_t { everything, meaning };

/// Of a file of an ensemble. `rebuilt` is the header of the job built anew.
std::vector<ValueDifference> said_differences(const Results& stored, const Header& rebuilt,
                                              Demand demand);

/// Of the file of a run, with its detail and its events. `computed` and `detail` are those of the
/// member run again.
std::vector<ValueDifference> said_differences(const Results& stored, const Header& rebuilt,
                                              const MemberRow& computed, const RunDetail& detail,
                                              Demand demand);

/// "not what the scenario inside gives: title, time:units"; empty: no difference.
std::string sentence_of(const std::vector<ValueDifference>& said);

}  // namespace forestall
