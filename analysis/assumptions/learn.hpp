// SPDX-License-Identifier: Apache-2.0
// Rule: what is learned from one set of draws: how the mean differences between options go with it,
// and what choosing by that saves. Reads differences of net harm to the option that is best without
// it.
#pragma once
#include <cstdint>
#include <vector>

#include "analysis/assumptions/smooth.hpp"
#include "analysis/assumptions/study.hpp"

namespace forestall::assumptions {

/// [member × rival]: net harm of each option but the best, less the best's.
struct Rivals {
    MatrixXd difference;
    std::vector<std::size_t> option;  ///< per column, position in Study::options
};
Rivals rivals_of(const Study& study);

/// Per column: whether these assumptions can move it.
std::vector<bool> moved_columns(const Study& study, const Rivals& rivals,
                                const std::vector<std::size_t>& assumptions);

/// A smoother for what some assumptions can move; what they cannot is its mean.
struct Design {
    Smoother smoother;
    std::vector<bool> moved;  ///< per column
};

/// Mean harm saved by the choice that fitted differences (member × rival) call for.
double plug_in(const MatrixXd& fitted);
MatrixXd fitted_of(const Design& design, const MatrixXd& difference);

struct Learned {
    double plug_in = 0;
    double switches = 0;  ///< share of members in which it calls for another option
    /// Per member: harm saved by the rule learned from the other folds, against the option that is
    /// best in those folds.
    std::vector<double> saved;
    /// The same against the option that is best in all members: its mean was looked for, so this is
    /// low.
    std::vector<double> saved_at_least;
};
Learned learn(const Design& design, const MatrixXd& difference, std::size_t folds);

/// Orders of members for the null, one per shuffle; the same for all smoothers.
std::vector<std::vector<Eigen::Index>> shuffled_orders(std::size_t members, std::size_t shuffles,
                                                       std::uint64_t seed);
/// Signs of residuals, ±1, [shuffle] of members.
std::vector<VectorXd> random_signs(std::size_t members, std::size_t shuffles, std::uint64_t seed);

/// Plug-ins of shuffled members.
std::vector<double> null_plug_ins(const Design& design, const MatrixXd& difference,
                                  const std::vector<std::vector<Eigen::Index>>& orders);
/// Plug-ins of resamples: fitted differences with residuals whose signs are drawn anew, so that
/// uneven spread stays (wild bootstrap, Wu 1986).
std::vector<double> resampled_plug_ins(const Design& design, const MatrixXd& difference,
                                       const std::vector<VectorXd>& signs);

}  // namespace forestall::assumptions
