// SPDX-License-Identifier: Apache-2.0
// Rule: what was believed of the weights that decide before the patterns were looked at. A prior
// is centred on the default of its parameter and as wide as the grade of its evidence is poor.
// Source: judgement; which weights, by docs/patterns.md, row 12. docs/methods/posterior.md
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/distribution.hpp"
#include "core/parameter.hpp"

namespace forestall::calibration {

struct Prior {
    std::string name;
    Distribution law;
    double low = 0;  ///< bounds of the parameter
    double high = 0;
    char grade = 'D';

    /// Within its bounds.
    double at(double u) const;
    /// Normal score of a value: 0 at the median, ±1.96 at the ends of the central 95 %.
    double score(double value) const;
};

/// What a grade is worth: the share by which the central 95 % reaches beyond the default. A 0.1 · B
/// 0.2 · C 0.35 · D 0.5.
double reach_of(char grade);
/// A weight is lognormal about its default, its central 95 % within the factor 1 + reach either
/// way; a constant in log-odds (`inertia.…`) is normal, its central 95 % within 2 × reach.
Prior prior_of(const ParameterSpec& spec);
/// The weights that decide, in order of name.
std::span<const std::string_view> deciding_weights();
/// Their priors. Throws std::out_of_range for a weight that no table has.
std::vector<Prior> priors_of(std::span<const ParameterTable> tables);

/// Row number `row` of the prior, a value for each; each weight has draws of its own, so that a
/// weight more changes none of the others.
std::vector<double> prior_row(std::span<const Prior> priors, std::uint64_t seed, std::uint64_t row);

}  // namespace forestall::calibration
