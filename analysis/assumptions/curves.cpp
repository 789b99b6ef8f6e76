// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/curves.hpp"

#include "analysis/assumptions/flip.hpp"
#include "analysis/report/influence.hpp"

namespace forestall::assumptions {

std::vector<double> score_grid() {
    constexpr int half = 60;  // the plausible ends are 42 steps out
    std::vector<double> out;
    for (int i = -half; i <= half; ++i) out.push_back(farthest_score * i / half);
    return out;
}

std::vector<Curve> curves_of(const Assumption& assumption, const MatrixXd& difference,
                             const std::vector<bool>& moved) {
    const Smoother smoother = Smoother::spline(assumption.score);
    const std::vector<double> grid = score_grid();
    std::vector<VectorXd> basis;
    for (const double z : grid) basis.push_back(smoother.basis_at({z}));
    std::vector<Curve> out;
    for (Eigen::Index c = 0; c < difference.cols(); ++c) {
        const VectorXd y = difference.col(c);
        if (!moved[static_cast<std::size_t>(c)]) {
            const End end{y.mean(), 0, VectorXd::Zero(y.size())};
            out.push_back({y.mean(), std::vector<double>(grid.size(), y.mean()), {end, end}});
            continue;
        }
        // How much it may bend is told by ranks: of raw differences a single catastrophe would make
        // a bump.
        const auto ranked = report::ranks({y.begin(), y.end()});
        const Fit bends = smoother.fit(Eigen::Map<const VectorXd>(ranked.data(), y.size()));
        const Fit fit = smoother.fit_like(bends, y);
        const VectorXd left = (y - smoother.fitted(fit)).array() /
                              (1 - smoother.leverage(fit).array()).max(0.1).sqrt();
        Curve curve;
        curve.mean = fit.mean;
        for (const VectorXd& b : basis) curve.value.push_back(Smoother::at(fit, b));
        for (std::size_t e = 0; e < 2; ++e) {
            const VectorXd b = smoother.basis_at({e == 0 ? -plausible_score : plausible_score});
            End& end = curve.ends[e];
            end.value = Smoother::at(fit, b);
            end.share = smoother.member_weights(fit, b).cwiseProduct(left);
            end.error = end.share.norm();
        }
        out.push_back(std::move(curve));
    }
    return out;
}

}  // namespace forestall::assumptions
