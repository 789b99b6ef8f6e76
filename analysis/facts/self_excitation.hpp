// SPDX-License-Identifier: Apache-2.0
// Which part of events other events set off: counts y_t ~ Poisson(μ_b(t) + θ Σ_{s<t} y_s (1 - ρ) ρ^(t-s-1)), a Hawkes
// process in bins with a background μ that is constant within blocks of time and free between them, so that slow
// changes are not taken for contagion. Maximum likelihood, intervals by its profile. Source: Lewis, Mohler, Brantingham
// & Bertozzi 2012, Security Journal 25:244-264 (time-varying background); the discrete kernel is the exponential one.
#pragma once
#include <span>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

struct SelfExcitation {
    Estimate branching;    ///< θ, events set off per event, [0, 0.99]
    Estimate memory_days;  ///< by when 95 % of what an event sets off has happened; its interval to a grid of 24 values
    double log_ratio = 0;  ///< log-likelihood above that of θ = 0
};

struct SelfExcitationOptions {
    int block_days = 91;       ///< a quarter
    double least_days = 1;     ///< mean delay, days; never below one bin
    double most_days = 45;     ///< longer memory cannot be told from background
    double least_events = 30;  ///< fewer: everything NaN
    bool intervals = true;
};

/// `counts` of events in bins of `bin_days`, from the start of the period to its end.
SelfExcitation self_excitation(std::span<const double> counts, int bin_days, const SelfExcitationOptions& options = {});

}  // namespace forestall::analysis
