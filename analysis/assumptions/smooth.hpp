// SPDX-License-Identifier: Apache-2.0
// Rule: what the mean of a quantity is, given what was drawn, is a linear smoother: of one number a
// natural cubic spline with a roughness penalty, of many a ridge on linear and squared normal
// scores. The penalty is that of the least generalised cross-validation error. Smoothers are made
// once per design and fit many columns. Source: Strong, Oakley & Brennan 2014; Demmler & Reinsch
// 1975; Golub, Heath & Wahba 1979; Kim & Gu 2004.
#pragma once
#include <vector>

#include "core/matrix.hpp"

namespace forestall::assumptions {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// One column that was smoothed.
struct Fit {
    double mean = 0;
    VectorXd coefficients;  ///< on the smoother's basis, shrunk
    VectorXd weights;       ///< by which each basis column was shrunk, 0 to 1
};

class Smoother {
public:
    /// Spline of one number in its normal scores.
    static Smoother spline(const std::vector<double>& scores);
    /// Ridge on the normal scores of several numbers and on their squares.
    static Smoother ridge(const std::vector<const std::vector<double>*>& scores);

    Eigen::Index members() const { return basis_.rows(); }
    Fit fit(const VectorXd& y) const;
    /// The same penalty as another fit has.
    Fit fit_like(const Fit& other, const VectorXd& y) const;
    /// Per member.
    VectorXd fitted(const Fit& fit) const;
    /// Per member: what the same smoother says of it, without the members of its fold (member m is
    /// in fold m mod `folds`).
    VectorXd held_out(const Fit& fit, const VectorXd& y, std::size_t folds) const;
    /// Share that member m's own value has in its fitted one.
    VectorXd leverage(const Fit& fit) const;

    /// The basis at given scores (one per number); a fit there is mean + basis · coefficients.
    VectorXd basis_at(const std::vector<double>& scores) const;
    static double at(const Fit& fit, const VectorXd& basis) {
        return fit.mean + basis.dot(fit.coefficients);
    }
    /// Weight of each member's value in the fit there.
    VectorXd member_weights(const Fit& fit, const VectorXd& basis) const;

private:
    /// Centres the columns, makes those that carry information orthonormal. `penalty`: curvature of
    /// the features.
    void finish(const MatrixXd& features, const MatrixXd& penalty);

    bool spline_ = false;
    VectorXd knots_;
    VectorXd centre_;   ///< mean of each feature
    MatrixXd turn_;     ///< features less centre -> basis
    MatrixXd basis_;    ///< members × columns, orthonormal, orthogonal to the constant
    VectorXd freedom_;  ///< μ: a column's weight is μ / (μ + λ); infinite: never shrunk
};

}  // namespace forestall::assumptions
