// SPDX-License-Identifier: Apache-2.0
// What docs/methods/posterior.md says of a posterior: made from the table, between its marks.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/search/calibration.hpp"
#include "analysis/search/rank_check.hpp"

namespace forestall::patterns {

struct Posterior {
    std::vector<double> weights;     ///< of each row of the table
    std::vector<std::size_t> drawn;  ///< rows that were drawn
    std::size_t plausible = 0;       ///< rows within three standard deviations of every expectation
    calibration::RankCheck check;
    std::size_t truths = 0;
};
Posterior posterior_of(std::span<const calibration::Row> rows,
                       std::span<const calibration::Prior> priors, const calibration::Goals& goals,
                       std::size_t draws, std::size_t truths, std::uint64_t seed);

/// Markdown: the run, weights before and after, patterns before and after, ranks.
std::string log_of(std::span<const calibration::Row> rows,
                   std::span<const calibration::Prior> priors, const calibration::Goals& goals,
                   const Posterior& posterior);
/// Drawn rows as sim/world/weights.csv has them: four digits.
std::string weights_csv(std::span<const calibration::Row> rows,
                        std::span<const calibration::Prior> priors, const Posterior& posterior);
/// The page with the log between its marks; throws std::runtime_error without them.
std::string page_with_log(std::string page, const std::string& log);

}  // namespace forestall::patterns
