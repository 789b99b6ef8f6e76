// SPDX-License-Identifier: Apache-2.0
// Which part of events other events set off: counts y_t ~ Poisson(μ_t + θ Σ_{s<t} y_s (1 - ρ)
// ρ^(t-s-1)), a Hawkes process in bins. The background μ is piecewise linear between knots, so that
// slow changes are not taken for contagion. Maximum likelihood, intervals by its profile. Source:
// Lewis, Mohler, Brantingham & Bertozzi 2012, Security Journal 25:244-264, who show that the
// background must vary; the kernel is the exponential one in discrete time.
#pragma once
#include <span>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

struct SelfExcitation {
    Estimate branching;    ///< θ, events set off per event, [0, 0.98]
    Estimate memory_days;  ///< by when 95 % of what an event sets off has happened, to a grid of 12
                           ///< values
    double log_ratio = 0;  ///< log-likelihood above that of θ = 0
};

struct SelfExcitationOptions {
    /// Between knots: nine months, or as much longer as it takes for `events_per_knot`. Closer
    /// knots take contagion for changes of the background, wider ones the other way round.
    double knot_days = 273;
    double events_per_knot = 10;
    double least_days = 1;     ///< mean delay, days; never below one bin
    double most_days = 20;     ///< longer memory cannot be told from background
    double least_events = 30;  ///< fewer: everything NaN
    bool intervals = true;
};

/// `counts` of events in bins of `bin_days`, from the start of the period to its end.
SelfExcitation self_excitation(std::span<const double> counts, int bin_days,
                               const SelfExcitationOptions& options = {});

}  // namespace forestall::analysis
