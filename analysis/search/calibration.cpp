// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "core/matrix.hpp"

namespace forestall::calibration {
namespace {

constexpr double central = 1.959963984540054;  ///< normal score of the end of the central 95 %
constexpr double ridge = 1e-3;                 ///< keeps a rare event's logistic model finite
constexpr int newton_steps = 25;
constexpr double least_share = 1e-6;

double logit(double p) { return std::log(p / (1 - p)); }
double logistic(double x) {
    return std::clamp(1 / (1 + std::exp(-x)), least_share, 1 - least_share);
}

std::size_t terms_of(std::size_t weights, bool quadratic) {
    return 1 + weights + (quadratic ? weights * (weights + 1) / 2 : 0);
}

/// A row of terms for each row: 1, the scores, then their products.
Eigen::MatrixXd terms_at(std::span<const Row> rows, std::span<const Prior> priors, bool quadratic) {
    const std::size_t n = priors.size();
    Eigen::MatrixXd out(rows.size(), terms_of(n, quadratic));
    std::vector<double> z(n);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        Eigen::Index at = 0;
        out(row, at++) = 1;
        for (std::size_t j = 0; j < n; ++j)
            out(row, at++) = z[j] = priors[j].score(rows[i].weights[j]);
        for (std::size_t j = 0; quadratic && j < n; ++j)
            for (std::size_t k = j; k < n; ++k)
                out(row, at++) = j == k ? z[j] * z[j] - 1 : z[j] * z[k];
    }
    return out;
}

Eigen::MatrixXd only(const Eigen::MatrixXd& all, std::span<const std::size_t> rows) {
    Eigen::MatrixXd out(rows.size(), all.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        out.row(static_cast<Eigen::Index>(i)) = all.row(static_cast<Eigen::Index>(rows[i]));
    return out;
}

/// Newton's steps for a logistic model of tallies, with a small ridge on all but the constant.
Eigen::VectorXd logistic_fit(const Eigen::MatrixXd& x, const std::vector<Tally>& tallies) {
    double k = 0, n = 0;
    for (const Tally& t : tallies) {
        k += t.k;
        n += t.n;
    }
    Eigen::VectorXd b = Eigen::VectorXd::Zero(x.cols());
    b(0) = logit((k + 0.5) / (n + 1));
    for (int step = 0; step < newton_steps; ++step) {
        const Eigen::VectorXd eta = x * b;
        Eigen::VectorXd left(x.rows()), curve(x.rows());
        for (Eigen::Index i = 0; i < x.rows(); ++i) {
            const Tally& t = tallies[static_cast<std::size_t>(i)];
            const double p = logistic(eta(i));
            left(i) = t.k - t.n * p;
            curve(i) = t.n * p * (1 - p);
        }
        Eigen::VectorXd slope = x.transpose() * left;
        Eigen::MatrixXd bend = x.transpose() * curve.asDiagonal() * x;
        for (Eigen::Index j = 1; j < x.cols(); ++j) {
            slope(j) -= ridge * n * b(j);
            bend(j, j) += ridge * n;
        }
        bend(0, 0) += 1e-9;
        const Eigen::VectorXd move = bend.ldlt().solve(slope);
        b += move;
        if (move.cwiseAbs().maxCoeff() < 1e-9) break;
    }
    return b;
}

void fit_shares(std::span<const Row> rows, std::span<const std::size_t> fitted,
                const Eigen::MatrixXd& x, const Eigen::MatrixXd& x_fitted, Surface& out) {
    const std::size_t shares = rows.front().shares.size();
    out.shares.assign(rows.size(), std::vector<double>(shares));
    for (std::size_t s = 0; s < shares; ++s) {
        std::vector<Tally> tallies;
        for (const std::size_t i : fitted) tallies.push_back(rows[i].shares[s]);
        const Eigen::VectorXd eta = x * logistic_fit(x_fitted, tallies);
        for (std::size_t i = 0; i < rows.size(); ++i)
            out.shares[i][s] = logistic(eta(static_cast<Eigen::Index>(i)));
    }
}

void fit_values(std::span<const Row> rows, std::span<const std::size_t> fitted,
                const Eigen::MatrixXd& x, const Eigen::MatrixXd& x_fitted, Surface& out) {
    const auto values = static_cast<Eigen::Index>(rows.front().values.size());
    out.values.assign(rows.size(), std::vector<double>(rows.front().values.size()));
    if (values == 0) return;
    Eigen::MatrixXd y(fitted.size(), values);
    for (std::size_t i = 0; i < fitted.size(); ++i)
        for (Eigen::Index v = 0; v < values; ++v)
            y(static_cast<Eigen::Index>(i), v) =
                rows[fitted[i]].values[static_cast<std::size_t>(v)];
    const Eigen::MatrixXd b =
        (x_fitted.transpose() * x_fitted).ldlt().solve(x_fitted.transpose() * y);
    const Eigen::MatrixXd left = y - x_fitted * b;
    const Eigen::MatrixXd spread =
        left.transpose() * left / static_cast<double>(x_fitted.rows() - x_fitted.cols());
    const Eigen::MatrixXd all = x * b;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (Eigen::Index v = 0; v < values; ++v)
            out.values[i][static_cast<std::size_t>(v)] = all(static_cast<Eigen::Index>(i), v);
    for (Eigen::Index v = 0; v < values; ++v)
        for (Eigen::Index w = 0; w < values; ++w) out.spread.push_back(spread(v, w));
}

double share_term(double p, const Goal& goal) {
    if (goal.record)
        return goal.seen.k * std::log(p) + (goal.seen.n - goal.seen.k) * std::log1p(-p);
    const double away = (logit(p) - goal.at) / goal.sd;
    return -0.5 * away * away;
}

/// The values on record, normal together, as spread as luck and the model's error make them.
class Recorded {
public:
    Recorded(const Surface& surface, const Goals& goals) {
        for (std::size_t v = 0; v < goals.values.size(); ++v)
            if (goals.values[v].record) which_.push_back(v);
        const auto n = static_cast<Eigen::Index>(which_.size());
        Eigen::MatrixXd spread(n, n);
        at_.resize(n);
        for (Eigen::Index i = 0; i < n; ++i) {
            at_(i) = goals.values[of(i)].at;
            for (Eigen::Index j = 0; j < n; ++j)
                spread(i, j) =
                    (1 + goals.model_error) * surface.spread[of(i) * goals.values.size() + of(j)];
        }
        for (Eigen::Index i = 0; i < n; ++i) spread(i, i) += 1e-9;
        if (n > 0) solver_.compute(spread);
    }
    double term(const std::vector<double>& values) const {
        if (which_.empty()) return 0;
        Eigen::VectorXd away = at_;
        for (Eigen::Index i = 0; i < away.size(); ++i) away(i) -= values[of(i)];
        return -0.5 * away.dot(solver_.solve(away));
    }

private:
    std::size_t of(Eigen::Index i) const { return which_[static_cast<std::size_t>(i)]; }
    std::vector<std::size_t> which_;
    Eigen::VectorXd at_;
    Eigen::LDLT<Eigen::MatrixXd> solver_;
};

}  // namespace

Goal expected_share(std::string name, double low, double high, std::string source) {
    const double from = logit(low), to = logit(high);
    return {std::move(name),  false, (from + to) / 2, (to - from) / (2 * central), {},
            std::move(source)};
}

Goal expected_value(std::string name, double low, double high, std::string source) {
    return {std::move(name),  false, (low + high) / 2, (high - low) / (2 * central), {},
            std::move(source)};
}

Goal recorded_share(std::string name, Tally seen, std::string source) {
    return {std::move(name), true, 0, 0, seen, std::move(source)};
}

Goal recorded_value(std::string name, double at, std::string source) {
    return {std::move(name), true, at, 0, {}, std::move(source)};
}

Goals goals_of(const Row& row) {
    Goals out;
    out.model_error = 0;
    for (const Tally& t : row.shares) out.shares.push_back(recorded_share("", t, ""));
    for (const double v : row.values) out.values.push_back(recorded_value("", v, ""));
    return out;
}

Surface surface_of(std::span<const Row> rows, std::span<const Prior> priors,
                   std::span<const std::size_t> fitted) {
    const bool quadratic = fitted.size() >= 10 * terms_of(priors.size(), true);
    if (fitted.size() < 2 * terms_of(priors.size(), quadratic))
        throw std::invalid_argument("too few rows for a surface through them");
    const Eigen::MatrixXd x = terms_at(rows, priors, quadratic), x_fitted = only(x, fitted);
    Surface out;
    fit_shares(rows, fitted, x, x_fitted, out);
    fit_values(rows, fitted, x, x_fitted, out);
    return out;
}

std::vector<double> log_likelihoods(const Surface& surface, const Goals& goals) {
    const Recorded recorded(surface, goals);
    std::vector<double> out;
    for (std::size_t i = 0; i < surface.shares.size(); ++i) {
        double sum = recorded.term(surface.values[i]);
        for (std::size_t s = 0; s < goals.shares.size(); ++s)
            sum += share_term(surface.shares[i][s], goals.shares[s]);
        for (std::size_t v = 0; v < goals.values.size(); ++v) {
            const Goal& goal = goals.values[v];
            if (goal.record) continue;
            const double away = (surface.values[i][v] - goal.at) / goal.sd;
            sum -= 0.5 * away * away;
        }
        out.push_back(sum);
    }
    return out;
}

std::vector<double> implausibilities(const Surface& surface, const Goals& goals) {
    std::vector<double> out(surface.shares.size(), 0);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto look = [&](const Goal& goal, double at) {
            if (!goal.record) out[i] = std::max(out[i], std::abs(at - goal.at) / goal.sd);
        };
        for (std::size_t s = 0; s < goals.shares.size(); ++s)
            look(goals.shares[s], logit(surface.shares[i][s]));
        for (std::size_t v = 0; v < goals.values.size(); ++v)
            look(goals.values[v], surface.values[i][v]);
    }
    return out;
}

std::vector<double> normalised(std::span<const double> log_likelihoods) {
    double most = -std::numeric_limits<double>::infinity();
    for (const double l : log_likelihoods)
        if (std::isfinite(l)) most = std::max(most, l);
    if (!std::isfinite(most)) throw std::invalid_argument("no row is possible");
    std::vector<double> out;
    double sum = 0;
    for (const double l : log_likelihoods) {
        out.push_back(std::isfinite(l) ? std::exp(l - most) : 0);
        sum += out.back();
    }
    for (double& w : out) w /= sum;
    return out;
}

double effective_rows(std::span<const double> weights) {
    double sum = 0, squares = 0;
    for (const double w : weights) {
        sum += w;
        squares += w * w;
    }
    return squares > 0 ? sum * sum / squares : 0;
}

std::vector<std::size_t> resampled(std::span<const double> weights, std::size_t draws, double u) {
    std::vector<std::size_t> out;
    std::size_t at = 0;
    double reached = weights.empty() ? 0 : weights[0];
    for (std::size_t d = 0; d < draws && !weights.empty(); ++d) {
        const double wanted = (static_cast<double>(d) + u) / static_cast<double>(draws);
        while (reached < wanted && at + 1 < weights.size()) reached += weights[++at];
        out.push_back(at);
    }
    return out;
}

}  // namespace forestall::calibration
