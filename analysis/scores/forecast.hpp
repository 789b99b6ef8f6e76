// SPDX-License-Identifier: Apache-2.0
// Scores of one forecast of a count against what was seen. A forecast is a sample: possible counts,
// ascending, at least one, each as likely as another. Smaller scores are better.
// Source: Gneiting & Raftery 2007; bins and the 90 % as in ViEWS's prediction challenge of 2023/24.
#pragma once
#include <span>
#include <vector>

namespace forestall::analysis {

using Sample = std::vector<double>;

/// Continuous ranked probability score, in the unit of the count: E|X - seen| - E|X - X'| / 2 of
/// the sample as it stands. Of a sample of one: the absolute error.
double crps(std::span<const double> sample, double seen);

/// Ignorance, in bits: -log2 of the probability of the bin in which the count was seen. Bins end at
/// 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5 and 1000.5. Every sample is taken as a
/// thousand values with one more in each bin, so that nothing is impossible and small samples are
/// hedged no more than large ones.
double ignorance(std::span<const double> sample, double seen);

/// Interval score of the central 90 %, in the unit of the count: its width, and twenty times the
/// distance by which it missed.
double interval_score(std::span<const double> sample, double seen);

/// Whether the central `share` of the sample holds what was seen, its ends included.
bool holds(std::span<const double> sample, double share, double seen);

/// Poisson's distribution as a sample of a thousand: its quantiles at 0.0005, 0.0015, … `mean` >=
/// 0.
Sample poisson_sample(double mean);

}  // namespace forestall::analysis
