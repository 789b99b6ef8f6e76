// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/learn.hpp"

#include <algorithm>
#include <numeric>

#include "core/random.hpp"

namespace forestall::assumptions {
namespace {

using Eigen::Index;

constexpr auto kShuffle = process("assumptions.shuffle");
constexpr auto kSigns = process("assumptions.signs");

/// Column of the least value of a row below 0, or -1: the option that is best anyway.
Index choice(const MatrixXd& fitted, Index m) {
    Index at = 0;
    return fitted.row(m).minCoeff(&at) < 0 ? at : -1;
}

/// Per member: mean of the members of other folds.
VectorXd mean_of_others(const VectorXd& y, std::size_t folds) {
    const Index n = y.size(), step = static_cast<Index>(folds);
    VectorXd out(n);
    for (Index f = 0; f < step && f < n; ++f) {
        double sum = y.sum();
        Index left = n;
        for (Index m = f; m < n; m += step) sum -= y[m], --left;
        for (Index m = f; m < n; m += step) out[m] = sum / static_cast<double>(left);
    }
    return out;
}

}  // namespace

std::vector<bool> moved_columns(const Study& study, const Rivals& rivals,
                                const std::vector<std::size_t>& assumptions) {
    const std::vector<bool> moved = moved_by(study, assumptions);
    std::vector<bool> out;
    for (const std::size_t o : rivals.option) out.push_back(moved[o]);
    return out;
}

Rivals rivals_of(const Study& study) {
    Rivals out;
    const auto n = static_cast<Index>(study.members());
    for (std::size_t o = 0; o < study.options.size(); ++o)
        if (o != study.best) out.option.push_back(o);
    out.difference.resize(n, static_cast<Index>(out.option.size()));
    for (Index c = 0; c < out.difference.cols(); ++c) {
        const auto& harm = study.harm[out.option[static_cast<std::size_t>(c)]];
        for (Index m = 0; m < n; ++m)
            out.difference(m, c) = harm[static_cast<std::size_t>(m)] -
                                   study.harm[study.best][static_cast<std::size_t>(m)];
    }
    return out;
}

MatrixXd fitted_of(const Design& design, const MatrixXd& difference) {
    MatrixXd out(difference.rows(), difference.cols());
    for (Index c = 0; c < difference.cols(); ++c)
        if (design.moved[static_cast<std::size_t>(c)])
            out.col(c) = design.smoother.fitted(design.smoother.fit(difference.col(c)));
        else
            out.col(c).setConstant(difference.col(c).mean());
    return out;
}

double plug_in(const MatrixXd& fitted) {
    const double by_each = fitted.rowwise().minCoeff().cwiseMin(0.0).mean();
    const double at_once = std::min(0.0, fitted.colwise().mean().minCoeff());
    return std::max(0.0, at_once - by_each);
}

Learned learn(const Design& design, const MatrixXd& difference, std::size_t folds) {
    const Index n = difference.rows();
    Learned out;
    MatrixXd fitted(n, difference.cols()), held_out = fitted;
    for (Index c = 0; c < difference.cols(); ++c) {
        if (!design.moved[static_cast<std::size_t>(c)]) {
            fitted.col(c).setConstant(difference.col(c).mean());
            held_out.col(c) = mean_of_others(difference.col(c), folds);
            continue;
        }
        const Fit fit = design.smoother.fit(difference.col(c));
        fitted.col(c) = design.smoother.fitted(fit);
        held_out.col(c) = design.smoother.held_out(fit, difference.col(c), folds);
    }
    out.plug_in = plug_in(fitted);
    for (Index m = 0; m < n; ++m)
        out.switches += choice(fitted, m) >= 0 ? 1 / static_cast<double>(n) : 0;
    const Eigen::RowVectorXd sum = difference.colwise().sum();
    out.saved.assign(static_cast<std::size_t>(n), 0.0);
    out.saved_at_least = out.saved;
    for (Index f = 0; f < static_cast<Index>(folds) && f < n; ++f) {
        Eigen::RowVectorXd others = sum;
        for (Index m = f; m < n; m += static_cast<Index>(folds)) others -= difference.row(m);
        const Index before = choice(others, 0);
        for (Index m = f; m < n; m += static_cast<Index>(folds)) {
            const Index after = choice(held_out, m);
            const double with = after < 0 ? 0 : difference(m, after);
            out.saved[static_cast<std::size_t>(m)] =
                (before < 0 ? 0 : difference(m, before)) - with;
            out.saved_at_least[static_cast<std::size_t>(m)] = -with;
        }
    }
    return out;
}

std::vector<std::vector<Index>> shuffled_orders(std::size_t members, std::size_t shuffles,
                                                std::uint64_t seed) {
    std::vector<std::vector<Index>> out(shuffles, std::vector<Index>(members));
    for (std::size_t r = 0; r < shuffles; ++r) {
        Stream luck(seed, kShuffle, static_cast<std::uint32_t>(r));
        std::iota(out[r].begin(), out[r].end(), Index{0});
        for (std::size_t i = members; i > 1; --i) std::swap(out[r][i - 1], out[r][luck.below(i)]);
    }
    return out;
}

std::vector<VectorXd> random_signs(std::size_t members, std::size_t shuffles, std::uint64_t seed) {
    std::vector<VectorXd> out(shuffles, VectorXd(static_cast<Index>(members)));
    for (std::size_t r = 0; r < shuffles; ++r) {
        Stream luck(seed, kSigns, static_cast<std::uint32_t>(r));
        for (double& s : out[r]) s = luck.uniform() < 0.5 ? -1 : 1;
    }
    return out;
}

std::vector<double> null_plug_ins(const Design& design, const MatrixXd& difference,
                                  const std::vector<std::vector<Index>>& orders) {
    std::vector<double> out;
    for (const auto& order : orders)
        out.push_back(plug_in(fitted_of(design, difference(order, Eigen::all))));
    return out;
}

std::vector<double> resampled_plug_ins(const Design& design, const MatrixXd& difference,
                                       const std::vector<VectorXd>& signs) {
    MatrixXd fitted(difference.rows(), difference.cols()), left = fitted;
    for (Index c = 0; c < difference.cols(); ++c) {
        if (!design.moved[static_cast<std::size_t>(c)]) {
            fitted.col(c).setConstant(difference.col(c).mean());
            left.col(c) = difference.col(c) - fitted.col(c);
            continue;
        }
        const Fit fit = design.smoother.fit(difference.col(c));
        fitted.col(c) = design.smoother.fitted(fit);
        left.col(c) = (difference.col(c) - fitted.col(c)).array() /
                      (1 - design.smoother.leverage(fit).array()).max(0.1).sqrt();
    }
    std::vector<double> out;
    for (const VectorXd& s : signs)
        out.push_back(plug_in(fitted_of(design, fitted + s.asDiagonal() * left)));
    return out;
}

}  // namespace forestall::assumptions
