// SPDX-License-Identifier: Apache-2.0
// Rows of the prior, run: two members of Two rivers for ten years and one of the Central African
// Republic each, and what these look like. What they are aimed at.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/patterns/whereabouts.hpp"
#include "analysis/search/calibration.hpp"
#include "world/world.hpp"

namespace forestall::patterns {

inline constexpr std::uint64_t rivers_members = 2;

class PriorRuns {
public:
    /// Throws std::runtime_error where UCDP's events do not lie beside the checkout.
    explicit PriorRuns(std::uint64_t seed);
    const std::vector<calibration::Prior>& priors() const { return priors_; }
    const calibration::Goals& goals() const { return goals_; }
    /// What row number `row` looks like; the same whichever thread asks.
    calibration::Row row(std::uint64_t row) const;

private:
    std::uint64_t seed_;
    std::vector<calibration::Prior> priors_;
    std::vector<std::string> names_;
    std::unique_ptr<const World> rivers_, car_;
    Case terms_;
    calibration::Goals goals_;
};

}  // namespace forestall::patterns
