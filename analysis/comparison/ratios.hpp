// SPDX-License-Identifier: Apache-2.0
// Rule: a mean over what members of different weight say is the ratio of two sums over members,
// value and weight. Its error is that of clusters: a member's futures from one state share their
// past, so the member is what varies, however many futures there are. Intervals are those of
// means.hpp, with the ratio and its error computed anew in each resample of members (symmetric
// bootstrap-t, max-t over the family).
// Source: Cochran 1977, ch. 6 (ratio estimates); Cameron & Miller 2015 (clusters); Hall 1988.
#pragma once
#include "analysis/comparison/means.hpp"

namespace forestall::comparison {

/// Sums to divide, by member: value times weight, and weight >= 0.
struct Ratio {
    std::vector<double> value;
    std::vector<double> weight;
};

/// Fewer members than this with a weight say too little for an interval: its figure is a value
/// alone.
inline constexpr std::size_t least_clusters = 8;

/// Figures with intervals that hold together; `nonzero`: members whose value is not 0. Not defined
/// without any weight. Throws std::invalid_argument if columns differ in length.
Means simultaneous_ratios(const std::vector<Ratio>& ratios, const Plan& plan);

/// Mean correlation of the errors of two ratios, over pairs with the same weights (of one stage);
/// 0 without such pairs.
double errors_together(const std::vector<Ratio>& ratios);

/// 1 less the share of the spread of cells that is their own error: 1 - mean squared error /
/// variance of values, over figures that are defined. Not defined for fewer than two.
double reliability(const std::vector<Figure>& figures);

}  // namespace forestall::comparison
