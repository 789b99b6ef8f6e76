// SPDX-License-Identifier: Apache-2.0
// Rule: a posterior that is right has the truth anywhere. Rows of the prior are taken for the
// record in turn; the rank of a row's own weight among draws of the posterior that its runs lead
// to is uniform. Source: Talts, Betancourt, Simpson, Vehtari & Gelman 2018.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/search/calibration.hpp"

namespace forestall::calibration {

/// Draws of the posterior for each truth: ranks run from 0 to this.
inline constexpr std::size_t rank_draws = 99;
inline constexpr std::size_t rank_bins = 20;  ///< of five ranks

struct RankCheck {
    std::vector<std::vector<std::size_t>> ranks;  ///< [weight][truth]
    double effective = 0;                         ///< median over truths of effective rows
};
/// Every row at `truths` in turn, from rows that are none of them.
RankCheck rank_check(std::span<const Row> rows, std::span<const Prior> priors,
                     std::span<const std::size_t> truths, std::uint64_t seed);
/// Evenly spread positions; at most so many, and never more than a tenth of the rows.
std::vector<std::size_t> truths_of(std::size_t rows, std::size_t wanted);

/// Pearson's chi-squared of ranks against equal bins, and the chance of as much or more if they
/// are uniform.
struct Uniformity {
    double chi_squared = 0;
    double p = 1;
};
Uniformity uniformity(std::span<const std::size_t> ranks);

/// Truths needed to reject uniform ranks at `alpha` with `power` where the posterior lies so many
/// of its standard deviations aside: chi-squared with the noncentrality that such a shift has.
std::size_t truths_needed(double shift, double alpha, double power);

}  // namespace forestall::calibration
