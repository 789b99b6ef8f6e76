// SPDX-License-Identifier: Apache-2.0
// Rule: a box is looked for anew in resamples of the points; each is judged by the points that its
// resample left out. How often an input is bound says whether that is more than noise. Source:
// Bryant & Lempert 2010 (reproducibility of boxes); Breiman 1996 (points left out).
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/discover/box.hpp"
#include "analysis/estimate.hpp"

namespace forestall::discover {

using Finder = std::function<Box(const Sample&)>;

struct Steadiness {
    std::vector<double> bound_low;   ///< by input: share of resamples that bind it from below
    std::vector<double> bound_high;  ///< the same from above
    analysis::Estimate density;      ///< of boxes, in points left out; over resamples
    analysis::Estimate coverage;
};

/// `block`: consecutive points that belong together, drawn together. Resamples without a hit, or
/// that leave none out, are passed over; NaN if all are. Points left out without a hit count in the
/// density, and not in the coverage. std::invalid_argument if points are not whole
/// blocks.
Steadiness steadiness(const Sample& sample, const Finder& find, std::size_t block, int resamples,
                      std::uint64_t seed);

}  // namespace forestall::discover
