// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/smooth.hpp"

#include <gmock/gmock.h>

#include "analysis/assumptions/made_up.hpp"

namespace forestall::assumptions {
namespace {

using forestall::testing::normal;

std::vector<double> draws(std::size_t n, std::uint32_t which) {
    Stream luck(7, process("test.smooth"), which);
    std::vector<double> out(n);
    for (double& v : out) v = normal(luck);
    return out;
}

VectorXd of(const std::vector<double>& x, const std::function<double(double, Stream&)>& f) {
    Stream luck(8, process("test.smooth.noise"), 0);
    VectorXd y(static_cast<Eigen::Index>(x.size()));
    for (std::size_t m = 0; m < x.size(); ++m) y[static_cast<Eigen::Index>(m)] = f(x[m], luck);
    return y;
}

/// Fits the other folds alone, with the weights fixed: what `held_out` must give by a shorter way.
double predicted_without_fold(const Smoother& s, const Fit& fit, const VectorXd& y, Eigen::Index m,
                              Eigen::Index folds) {
    const Eigen::Index n = y.size(), k = fit.weights.size();
    MatrixXd rows(n, k + 1);
    const VectorXd zero = VectorXd::Zero(n);
    for (Eigen::Index i = 0; i < k; ++i) {
        Fit unit = fit;
        unit.mean = 0;
        unit.coefficients = VectorXd::Unit(k, i);
        rows.col(i + 1) = s.fitted(unit);
    }
    rows.col(0).setConstant(1 / std::sqrt(static_cast<double>(n)));
    MatrixXd normal_equations = MatrixXd::Zero(k + 1, k + 1);
    VectorXd right = VectorXd::Zero(k + 1);
    for (Eigen::Index i = 0; i < n; ++i)
        if (i % folds != m % folds) {
            normal_equations += rows.row(i).transpose() * rows.row(i);
            right += rows.row(i).transpose() * y[i];
        }
    for (Eigen::Index i = 0; i < k; ++i) normal_equations(i + 1, i + 1) += 1 / fit.weights[i] - 1;
    return rows.row(m).dot(normal_equations.ldlt().solve(right));
}

TEST(Smoother, GivesAStraightLineBackUntouched) {
    const auto x = draws(200, 0);
    const Smoother s = Smoother::spline(x);
    const VectorXd y = of(x, [](double z, Stream&) { return 3 - 2 * z; });
    const Fit fit = s.fit(y);
    EXPECT_LT((s.fitted(fit) - y).cwiseAbs().maxCoeff(), 1e-9);
    for (const double z : {-2.0, 0.0, 1.5})
        EXPECT_NEAR(Smoother::at(fit, s.basis_at({z})), 3 - 2 * z, 1e-9);
}

TEST(Smoother, FollowsABend) {
    const auto x = draws(2000, 0);
    const Smoother s = Smoother::spline(x);
    const Fit fit = s.fit(of(x, [](double z, Stream& luck) { return z * z + normal(luck); }));
    for (const double z : {-1.5, -0.5, 0.0, 1.0})
        EXPECT_NEAR(Smoother::at(fit, s.basis_at({z})), z * z, 0.3) << z;
}

TEST(Smoother, OfManyNumbersFindsTheOneThatMatters) {
    std::vector<std::vector<double>> x;
    std::vector<const std::vector<double>*> columns;
    for (std::uint32_t j = 0; j < 8; ++j) x.push_back(draws(1000, j));
    for (const auto& column : x) columns.push_back(&column);
    const Smoother s = Smoother::ridge(columns);
    const Fit fit = s.fit(of(x[3], [](double z, Stream& luck) { return 5 * z + normal(luck); }));
    std::vector<double> here(8, 0.0);
    const double middle = Smoother::at(fit, s.basis_at(here));
    here[3] = 1;
    EXPECT_NEAR(Smoother::at(fit, s.basis_at(here)) - middle, 5, 0.3);
    here = std::vector<double>(8, 0.0);
    here[5] = 1;
    EXPECT_NEAR(Smoother::at(fit, s.basis_at(here)) - middle, 0, 0.3);
}

TEST(Smoother, HoldsOutAFoldAsIfItHadNeverSeenIt) {
    std::vector<std::vector<double>> x;
    std::vector<const std::vector<double>*> columns;
    for (std::uint32_t j = 0; j < 20; ++j) x.push_back(draws(60, j));
    for (const auto& column : x) columns.push_back(&column);
    const VectorXd y = of(x[0], [](double z, Stream& luck) { return z + z * z + normal(luck); });
    for (const Smoother& s :
         {Smoother::spline(x[0]), Smoother::ridge({&x[0], &x[1]}), Smoother::ridge(columns)}) {
        const Fit fit = s.fit(y);
        for (const std::size_t folds : {3u, 10u, 60u}) {
            const VectorXd held_out = s.held_out(fit, y, folds);
            for (const Eigen::Index m : {0, 7, 59})
                EXPECT_NEAR(held_out[m],
                            predicted_without_fold(s, fit, y, m, static_cast<Eigen::Index>(folds)),
                            1e-6);
        }
    }
}

TEST(Smoother, AFitSomewhereIsTheSumOfWhatMembersAddToIt) {
    const auto x = draws(100, 1);
    const Smoother s = Smoother::spline(x);
    const VectorXd y = of(x, [](double z, Stream& luck) { return z + normal(luck); });
    const Fit fit = s.fit(y);
    const VectorXd here = s.basis_at({1.2});
    EXPECT_NEAR(s.member_weights(fit, here).dot(y), Smoother::at(fit, here), 1e-9);
    EXPECT_NEAR(s.leverage(fit)[4], s.member_weights(fit, s.basis_at({x[4]}))[4], 1e-9);
}

TEST(Smoother, TakesANumberOfTwoValues) {
    std::vector<double> values(60);
    for (std::size_t m = 0; m < 60; ++m) values[m] = static_cast<double>(m % 2);
    const auto scores = normal_scores(values);
    const Smoother s = Smoother::spline(scores);
    const VectorXd y = of(values, [](double z, Stream&) { return 4 * z; });
    EXPECT_LT((s.fitted(s.fit(y)) - y).cwiseAbs().maxCoeff(), 1e-9);
}

}  // namespace
}  // namespace forestall::assumptions
