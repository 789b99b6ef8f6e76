// SPDX-License-Identifier: Apache-2.0
// Rule: a resample draws as many members as there are, with replacement, and takes all columns of a
// drawn member together, so that what the options of one member share stays shared. Reads columns;
// writes nothing.
// Source: Efron & Tibshirani 1993, ch. 8; Westfall & Young 1993 for the joint resampling of
// correlated tests.
#pragma once
#include <span>

#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// A column that is not stored: one column, less another one if `minus` is not `nothing`. All pairs
/// of 200 options are 19,900 contrasts of 200 columns.
struct Contrast {
    static constexpr std::size_t nothing = static_cast<std::size_t>(-1);
    std::size_t plus = 0;
    std::size_t minus = nothing;
};

/// Each column by itself.
std::vector<Contrast> plain(const Columns& columns);
/// The values of one contrast, by member.
std::vector<double> values_of(const Columns& columns, const Contrast& contrast);

/// Joint resamples of contrasts, handed over one at a time: memory is that of the columns, however
/// many contrasts and replicates there are.
class Resampler {
public:
    /// Throws std::invalid_argument without contrasts or members, or if columns differ in length.
    Resampler(const Columns& columns, std::span<const Contrast> contrasts, const Plan& plan);

    /// Calls take(replicate, contrast, mean, variance with divisor n) for all; for one replicate in
    /// order of contrast, replicates on several threads at once.
    template <class Take>
    void run(const Take& take) const {
        static const Parallel serial;
        const auto chunk = [&](std::size_t begin, std::size_t end) {
            std::vector<double> times(nothing_.size());
            for (std::size_t r = begin; r < end; ++r) {
                draw_times(r, times);
                for (std::size_t c = 0; c < contrasts_.size(); ++c) {
                    const auto [mean, variance] = moments(c, times);
                    take(r, c, mean, variance);
                }
            }
        };
        (plan_.parallel == nullptr ? serial : *plan_.parallel)
            .for_chunks(plan_.replicates, 64, chunk);
    }

private:
    struct Moments {
        double mean;
        double variance;
    };
    void draw_times(std::size_t replicate, std::vector<double>& times) const;
    Moments moments(std::size_t contrast, const std::vector<double>& times) const;

    std::span<const Contrast> contrasts_;
    Plan plan_;
    std::size_t members_;
    Columns dense_;                ///< columns of the members that count
    std::vector<double> nothing_;  ///< what a contrast without `minus` takes away
};

/// Per column and resample: mean, and variance (divisor n).
struct Resamples {
    Columns mean;      ///< [column][replicate]
    Columns variance;  ///< [column][replicate]
};

/// Throws std::invalid_argument without columns or members, or if columns differ in length.
Resamples resample(const Columns& columns, const Plan& plan);

double mean_of(const std::vector<double>& values);
/// Divisor n - 1; 0 for fewer than two values.
double variance_of(const std::vector<double>& values);
/// The q-th quantile, 0 <= q <= 1, linear between order statistics; sorts its copy. Not defined
/// without values, or if one is not a number.
double quantile_of(std::vector<double> values, double q);

}  // namespace forestall::comparison
