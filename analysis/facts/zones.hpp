// SPDX-License-Identifier: Apache-2.0
// Selective violence by control zone: Kalyvas 2006 expects peaks where one side dominates but does
// not rule alone (zones 2 and 4) and little in full control and at parity (1, 5 and 3): an M.
#pragma once
#include <span>

#include "analysis/estimate.hpp"
#include "analysis/facts/history.hpp"

namespace forestall::analysis {

struct ZoneCounts {
    ByZone events{};    ///< selective one-sided
    ByZone exposure{};  ///< place-steps
};
ZoneCounts selective_by_zone(const History& history);
ZoneCounts operator+(const ZoneCounts& a, const ZoneCounts& b);

/// Events per 1,000 place-steps in a zone; NaN where a zone has no exposure.
ByZone rates(const ZoneCounts& counts);
/// Mean rate of zones 2 and 4 less that of 1, 3 and 5, per 1,000 place-steps; NaN unless all five
/// have exposure.
double m_contrast(const ZoneCounts& counts);
/// Whether 2 stands above 1 and 3, and 4 above 3 and 5.
bool m_shaped(const ZoneCounts& counts);
/// All histories pooled, the interval by bootstrapping histories; of one history, by the variance
/// of Poisson counts.
Estimate m_contrast(std::span<const ZoneCounts> histories, int resamples, std::uint64_t seed);

}  // namespace forestall::analysis
