// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/smooth.hpp"

#include <cmath>
#include <limits>

namespace forestall::assumptions {
namespace {

using Eigen::Index;

/// Factor on degrees of freedom in cross-validation, against bends that noise makes (Kim & Gu
/// 2004).
constexpr double caution = 1.4;

/// Penalties to choose from, about the scale of μ.
std::vector<double> penalties(const VectorXd& freedom) {
    double scale = 0;
    for (const double f : freedom)
        if (std::isfinite(f)) scale = std::max(scale, f);
    std::vector<double> out;
    for (int e = -8; e <= 20; ++e) out.push_back(scale * std::exp2(e));
    if (scale == 0) out = {0};
    return out;
}

VectorXd weights_at(const VectorXd& freedom, double penalty) {
    return freedom.unaryExpr([&](double f) { return std::isfinite(f) ? f / (f + penalty) : 1.0; });
}

}  // namespace

Fit Smoother::fit(const VectorXd& y) const {
    const auto n = static_cast<double>(y.size());
    Fit out;
    out.mean = y.mean();
    const VectorXd c = basis_.transpose() * y;
    const double total = (y.array() - out.mean).square().sum();
    double least = std::numeric_limits<double>::infinity();
    for (const double penalty : penalties(freedom_)) {
        const VectorXd w = weights_at(freedom_, penalty);
        const double left = total - ((2 - w.array()) * w.array() * c.array().square()).sum();
        const double free = n - caution * (1 + w.sum());
        if (!(free > 0.1 * n)) continue;
        const double score = left / (free * free);
        if (score <= least) {
            least = score;
            out.weights = w;
        }
    }
    if (out.weights.size() == 0) out.weights = VectorXd::Zero(c.size());
    out.coefficients = out.weights.cwiseProduct(c);
    return out;
}

Fit Smoother::fit_like(const Fit& other, const VectorXd& y) const {
    return {y.mean(), other.weights.cwiseProduct(basis_.transpose() * y), other.weights};
}

VectorXd Smoother::fitted(const Fit& fit) const {
    return (basis_ * fit.coefficients).array() + fit.mean;
}

VectorXd Smoother::leverage(const Fit& fit) const {
    return (basis_.array().square().matrix() * fit.weights).array() +
           1 / static_cast<double>(members());
}

VectorXd Smoother::held_out(const Fit& fit, const VectorXd& y, std::size_t folds) const {
    const Index n = members(), k = basis_.cols() + 1;
    VectorXd weights(k);
    weights << 1, fit.weights;
    VectorXd out = fitted(fit);
    for (Index f = 0; f < static_cast<Index>(folds) && f < n; ++f) {
        const Index size = (n - f + static_cast<Index>(folds) - 1) / static_cast<Index>(folds);
        MatrixXd rows(size, k);
        VectorXd left(size);
        for (Index i = 0; i < size; ++i) {
            const Index m = f + i * static_cast<Index>(folds);
            rows(i, 0) = 1 / std::sqrt(static_cast<double>(n));
            rows.row(i).tail(k - 1) = basis_.row(m);
            left[i] = y[m] - out[m];
        }
        // (I - S_ff)^-1 e, S_ff = rows · weights · rows'; by the smaller of two systems.
        VectorXd without;
        if (size <= k) {
            const MatrixXd s =
                MatrixXd::Identity(size, size) - rows * weights.asDiagonal() * rows.transpose();
            without = s.partialPivLu().solve(left);
        } else {
            const MatrixXd s =
                MatrixXd::Identity(k, k) - rows.transpose() * rows * weights.asDiagonal();
            without = left +
                      rows * weights.asDiagonal() * s.partialPivLu().solve(rows.transpose() * left);
        }
        for (Index i = 0; i < size; ++i) {
            const Index m = f + i * static_cast<Index>(folds);
            out[m] = y[m] - without[i];
        }
    }
    return out;
}

VectorXd Smoother::member_weights(const Fit& fit, const VectorXd& basis) const {
    return (basis_ * fit.weights.cwiseProduct(basis)).array() + 1 / static_cast<double>(members());
}

}  // namespace forestall::assumptions
