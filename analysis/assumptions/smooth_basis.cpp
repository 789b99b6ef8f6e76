// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/assumptions/smooth.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::assumptions {
namespace {

using Eigen::Index;

constexpr double never_shrunk = std::numeric_limits<double>::infinity();
/// Shares at which a spline of one number has its knots.
constexpr std::array<double, 6> knot_shares = {0.02, 0.2, 0.4, 0.6, 0.8, 0.98};

double cubed(double x) { return x > 0 ? x * x * x : 0; }
double positive(double x) { return std::max(0.0, x); }

/// Natural cubic spline basis without its constant (Hastie, Tibshirani & Friedman 2009, eq. 5.4 and
/// 5.5).
VectorXd spline_features(double x, const VectorXd& knots) {
    const Index k = knots.size();
    const auto d = [&](Index j) {
        return (cubed(x - knots[j]) - cubed(x - knots[k - 1])) / (knots[k - 1] - knots[j]);
    };
    VectorXd out(k - 1);
    out[0] = x;
    for (Index j = 0; j + 2 < k; ++j) out[j + 1] = d(j) - d(k - 2);
    return out;
}

/// ∫ f″ g″ of that basis; second derivatives are linear between knots.
MatrixXd curvature(const VectorXd& knots) {
    const Index k = knots.size();
    MatrixXd second = MatrixXd::Zero(k, k - 1);  // at the knots
    const auto d = [&](double x, Index j) {
        return 6 * (positive(x - knots[j]) - positive(x - knots[k - 1])) /
               (knots[k - 1] - knots[j]);
    };
    for (Index i = 0; i < k; ++i)
        for (Index j = 0; j + 2 < k; ++j) second(i, j + 1) = d(knots[i], j) - d(knots[i], k - 2);
    MatrixXd out = MatrixXd::Zero(k - 1, k - 1);
    for (Index i = 0; i + 1 < k; ++i) {
        const VectorXd a = second.row(i), b = second.row(i + 1);
        out +=
            (knots[i + 1] - knots[i]) / 6 *
            (2 * a * a.transpose() + a * b.transpose() + b * a.transpose() + 2 * b * b.transpose());
    }
    return out;
}

VectorXd ridge_features(const std::vector<double>& z) {
    const auto p = static_cast<Index>(z.size());
    VectorXd out(2 * p);
    for (Index j = 0; j < p; ++j) {
        const double x = z[static_cast<std::size_t>(j)];
        out[j] = x;
        out[p + j] = 0.5 * (x * x - 1);  // variance 1/2: bends are shrunk twice as much as slopes
    }
    return out;
}

}  // namespace

Smoother Smoother::spline(const std::vector<double>& scores) {
    Smoother out;
    out.spline_ = true;
    std::vector<double> knots;
    for (const double share : knot_shares) knots.push_back(comparison::quantile_of(scores, share));
    knots.erase(
        std::unique(knots.begin(), knots.end(), [](double a, double b) { return b - a < 1e-6; }),
        knots.end());
    if (knots.size() < 3) knots = {-1, 1};  // too few values: a straight line
    out.knots_ = Eigen::Map<VectorXd>(knots.data(), static_cast<Index>(knots.size()));
    MatrixXd features(static_cast<Index>(scores.size()), out.knots_.size() - 1);
    for (Index m = 0; m < features.rows(); ++m)
        features.row(m) = spline_features(scores[static_cast<std::size_t>(m)], out.knots_);
    out.centre_ = features.colwise().mean();
    features.rowwise() -= out.centre_.transpose();
    out.finish(features, curvature(out.knots_));
    return out;
}

/// The straight part is never shrunk; of the rest, what is left of it beside the straight part.
void Smoother::finish(const MatrixXd& features, const MatrixXd& penalty) {
    const Index k = features.cols();
    const double length = features.col(0).norm();
    turn_ = MatrixXd::Zero(k, k);
    turn_(0, 0) = 1 / length;
    basis_ = features * turn_.leftCols(1);
    freedom_ = VectorXd::Constant(1, never_shrunk);
    if (k == 1) {
        turn_.conservativeResize(k, 1);
        return;
    }
    const VectorXd on_line = features.rightCols(k - 1).transpose() * basis_.col(0);
    const MatrixXd rest = features.rightCols(k - 1) - basis_.col(0) * on_line.transpose();
    const Eigen::GeneralizedSelfAdjointEigenSolver<MatrixXd> solved(
        rest.transpose() * rest, penalty.bottomRightCorner(k - 1, k - 1));
    Index used = 1;
    freedom_.conservativeResize(k);
    basis_.conservativeResize(Eigen::NoChange, k);
    const double largest = solved.eigenvalues().maxCoeff();
    for (Index j = k - 2; j >= 0; --j) {
        const double mu = solved.eigenvalues()[j];
        if (!(mu > 1e-10 * largest)) break;
        const VectorXd v = solved.eigenvectors().col(j) / std::sqrt(mu);
        turn_.col(used).tail(k - 1) = v;
        turn_(0, used) = -v.dot(on_line) / length;
        basis_.col(used) = rest * v;
        freedom_[used] = mu;
        ++used;
    }
    turn_.conservativeResize(Eigen::NoChange, used);
    basis_.conservativeResize(Eigen::NoChange, used);
    freedom_.conservativeResize(used);
}

Smoother Smoother::ridge(const std::vector<const std::vector<double>*>& scores) {
    Smoother out;
    const auto n = static_cast<Index>(scores.front()->size());
    MatrixXd features(n, 2 * static_cast<Index>(scores.size()));
    std::vector<double> z(scores.size());
    for (Index m = 0; m < n; ++m) {
        for (std::size_t j = 0; j < z.size(); ++j) z[j] = (*scores[j])[static_cast<std::size_t>(m)];
        features.row(m) = ridge_features(z);
    }
    out.centre_ = features.colwise().mean();
    features.rowwise() -= out.centre_.transpose();
    // Right and left singular vectors by the smaller of the two products.
    const bool tall = features.cols() <= n;
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solved(
        tall ? MatrixXd(features.transpose() * features)
             : MatrixXd(features * features.transpose()));
    const VectorXd& squares = solved.eigenvalues();
    const double largest = squares[squares.size() - 1];
    Index first = 0;
    while (first < squares.size() && !(squares[first] > 1e-10 * largest)) ++first;
    const Index used = squares.size() - first;
    out.freedom_ = squares.tail(used);
    const VectorXd lengths = out.freedom_.cwiseSqrt();
    const MatrixXd vectors = solved.eigenvectors().rightCols(used);
    if (tall) {
        out.turn_ = vectors * lengths.cwiseInverse().asDiagonal();
        out.basis_ = features * out.turn_;
    } else {
        out.basis_ = vectors;
        out.turn_ = features.transpose() * vectors * out.freedom_.cwiseInverse().asDiagonal();
    }
    return out;
}

VectorXd Smoother::basis_at(const std::vector<double>& scores) const {
    const VectorXd features =
        spline_ ? spline_features(scores.front(), knots_) : ridge_features(scores);
    return turn_.transpose() * (features - centre_);
}

}  // namespace forestall::assumptions
