// SPDX-License-Identifier: Apache-2.0
// What a pattern says: parts, each a figure with its interval against a target, and a verdict. A
// pattern is met if all of its parts are. What the model has no means to say counts as missed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/estimate.hpp"

namespace forestall::patterns {

using analysis::Estimate;
using analysis::share;
using analysis::unknown;

enum class Judgement : std::uint8_t { met, missed, cannot_be_expressed, note };
std::string_view judgement_text(Judgement judgement);

/// A number without an interval.
inline Estimate exactly(double value) { return {value, unknown, unknown}; }

struct Part {
    std::string what;
    Estimate figure;
    std::string target;
    Judgement judgement = Judgement::missed;
    std::string why;  ///< how the figure came about, and for a miss what it lacks
};

/// Met if the figure lies in [lo, hi]. NaN is missed: "not measured".
Part within(std::string what, const Estimate& figure, double lo, double hi, std::string target,
            std::string why = {});
/// Met if the whole interval lies above the bound.
Part above(std::string what, const Estimate& figure, double bound, std::string target,
           std::string why = {});
/// For what there is no means to measure in this model.
Part cannot(std::string what, std::string target, std::string why);
/// A figure beside the others, with no target.
Part note(std::string what, const Estimate& figure, std::string why = {});

/// `cannot_be_expressed` if nothing but that keeps it from being met; `met` without a part that has
/// a target is not possible: such a row is missed.
Judgement judgement_of(std::span<const Part> parts);

/// A pattern as it was set down before anything was run.
struct Spec {
    int number = 0;
    std::string_view name;
    std::string_view target;
    std::string_view data;     ///< what it is compared with, and from where
    std::string_view measure;  ///< how it is computed
    std::string_view needs;    ///< what of it version 0.1 has no means to say; empty: nothing
};
std::span<const Spec> specs();

/// The q-quantile, linear between order statistics; NaN of none.
double quantile(std::vector<double> values, double q);
/// The median with a bootstrap's interval over the values.
Estimate median(const std::vector<double>& values, std::uint64_t seed = 1);
/// Share of values below x, those equal counted half; NaN of none.
double rank_of(const std::vector<double>& values, double x);

/// Resamples of every bootstrap of the patterns.
inline constexpr int resamples = 400;

}  // namespace forestall::patterns
