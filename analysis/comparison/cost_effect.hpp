// SPDX-License-Identifier: Apache-2.0
// Rule: the cost of averting one death (or one displacement) is the mean extra cost over the mean
// of what is averted. Its interval holds the ratios r for which the mean of cost - r · averted is
// not told from 0 (Fieller), judged with the same critical value as the interval of the difference
// itself: so it is defined exactly where that interval lies on the side of averting. How likely an
// option has the highest net benefit at a willingness to pay is the acceptability curve. Source:
// Fieller 1954; Fenwick, Claxton & Sculpher 2001.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// `cost`, `averted`: per member, against the baseline; `critical`: of the interval of
/// mean(averted). Not defined if that interval reaches 0 or below.
Figure cost_per_averted(const std::vector<double>& cost, const std::vector<double>& averted,
                        double critical);

struct Acceptability {
    std::vector<double> willingness;  ///< money per averted death or displacement
    Columns
        chance;  ///< [option][willingness]: share of resamples with the highest mean net benefit
};

/// `costs` and `averted`: [option][member], against the baseline, whose own columns are 0. Options
/// that tie share.
Acceptability acceptability(const Columns& costs, const Columns& averted,
                            const std::vector<double>& willingness, const Plan& plan);

/// 0 and 1, 2, 5 times the powers of ten from 100 to 10 million.
std::vector<double> usual_willingness();

}  // namespace forestall::comparison
