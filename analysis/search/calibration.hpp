// SPDX-License-Identifier: Apache-2.0
// Rule: rows of a prior are weighed by what their runs look like beside patterns. What a pattern
// is expected to be at a row is read from a smooth surface through all rows, not from the few
// members of that row; its likelihood follows. Rows drawn by weight are the posterior.
// Source: history matching with emulators (Craig, Goldstein, Seheult & Smith 1997), synthetic
// likelihood (Wood 2010). docs/methods/posterior.md
// Pure functions: nothing is run here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/search/priors.hpp"

namespace forestall::calibration {

/// k of n.
struct Tally {
    double k = 0;
    double n = 0;
};

/// A row of the prior and what its members looked like, in the order of the goals.
struct Row {
    std::vector<double> weights;
    std::vector<Tally> shares;
    std::vector<double> values;
};

/// What a pattern is aimed at. An *expectation* is about the mean over members, with a central
/// 95 % of its own; a *record* is one course of events, as spread as single rows are.
struct Goal {
    std::string name;
    bool record = false;
    double at = 0;  ///< shares on the logit
    double sd = 0;  ///< of an expectation
    Tally seen;     ///< of a share on record
    std::string source;
};

struct Goals {
    std::vector<Goal> shares;
    std::vector<Goal> values;
    /// Error of the model as a multiple of the variance of luck: a model that fits well may not be
    /// right. Of values on record only.
    double model_error = 1;
};

/// An expectation from the ends of its central 95 %; of a share, in (0, 1), on the logit.
Goal expected_share(std::string name, double low, double high, std::string source);
Goal expected_value(std::string name, double low, double high, std::string source);
Goal recorded_share(std::string name, Tally seen, std::string source);
Goal recorded_value(std::string name, double at, std::string source);
/// A row taken for the record, so that what is found can be compared with its weights.
Goals goals_of(const Row& row);

/// Expected patterns at each row, and how luck spreads values about them.
struct Surface {
    std::vector<std::vector<double>> shares;  ///< [row][share], in (0, 1)
    std::vector<std::vector<double>> values;  ///< [row][value]
    std::vector<double> spread;               ///< [value][value] covariance
};
/// Fits a surface to the rows at `fitted` and reads it at all rows: quadratic in the normal scores
/// of the weights if there are ten rows or more for each of its terms, else linear. Shares by a
/// logistic model, values by least squares. Throws std::invalid_argument for too few rows.
Surface surface_of(std::span<const Row> rows, std::span<const Prior> priors,
                   std::span<const std::size_t> fitted);

/// Log likelihood of each row but for a constant.
std::vector<double> log_likelihoods(const Surface& surface, const Goals& goals);
/// Largest distance of a row from an expectation in its standard deviations (implausibility).
std::vector<double> implausibilities(const Surface& surface, const Goals& goals);

/// Sum 1; rows whose log likelihood is not finite weigh nothing. Throws std::invalid_argument if
/// all are such.
std::vector<double> normalised(std::span<const double> log_likelihoods);
/// Kish's effective number of rows.
double effective_rows(std::span<const double> weights);
/// So many positions by weight, ascending: systematic resampling from one uniform, so that a row's
/// number of copies is within 1 of its share.
std::vector<std::size_t> resampled(std::span<const double> weights, std::size_t draws, double u);

}  // namespace forestall::calibration
