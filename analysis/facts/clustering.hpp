// SPDX-License-Identifier: Apache-2.0
// Whether events that are near in space are near in time, beyond what either explains alone (Knox
// 1964, Applied Statistics 13:25-29), against Monte-Carlo independence: dates shuffled among the
// events, so that lasting hot spots and common trends do not count. And how violence moves: sites
// that light up beside a site that burns on (escalation) or that has gone silent (relocation),
// after Schutte & Weidmann 2011, Political Geography 30:143-152.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

struct Sighting {
    double latitude = 0;  ///< degrees
    double longitude = 0;
    int day = 0;
};

struct ClusteringOptions {
    double km = 50;  ///< near in space: at most so far, great circle
    int days = 14;   ///< near in time: at most so many days apart
    int permutations = 199;
    std::uint64_t seed = 1;
    std::size_t most = 2000;  ///< more sightings are thinned to so many, by chance
    std::size_t least = 30;   ///< fewer: NaN
};

struct Knox {
    Estimate ratio{unknown, unknown,
                   unknown};  ///< pairs near in both over those expected; the interval is that of
                              ///< the ratio to the central 95 % of shuffles
    double p = unknown;       ///< chance of as many pairs under independence
    double pairs = 0;         ///< near in both
};
Knox knox(std::span<const Sighting> sightings, const ClusteringOptions& options = {});

/// Cells of half a degree, months of 30 days: a cell with events next to (of the eight around) one
/// that had events the month before, itself silent then. Escalation: one such neighbour has events
/// still; relocation: none has.
struct Spread {
    double escalations = 0;
    double relocations = 0;
    Estimate share{unknown, unknown,
                   unknown};  ///< of escalations, Wilson interval; NaN below 10 moves
};
Spread spread(std::span<const Sighting> sightings);

}  // namespace forestall::analysis
