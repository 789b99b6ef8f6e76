// SPDX-License-Identifier: Apache-2.0
// Rule: how bad it may be: the share of futures in which more civilians are killed than any number,
// for doing nothing and for what the answer is about, with bands of 95 % (Wilson, point by point).
#pragma once
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

struct Exceedance {
    std::vector<double> deaths;  ///< from the least toll up, evenly spread over the logarithm
    std::vector<std::size_t> options;
    std::vector<std::vector<comparison::Figure>> shares;  ///< [option of `options`][number]
};

/// Of the baseline and of the option that the answer is about; empty if nobody is killed in any.
Exceedance exceedance_of(const Findings& findings);
/// The drawing with its finding over it; "" if nobody is killed.
std::string exceedance_html(const Findings& findings);

}  // namespace forestall::report
