// SPDX-License-Identifier: Apache-2.0
// How each stylised fact is computed from histories: one history at a time, or all pooled where one
// is too short (a run of two years has one pair of years).
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "analysis/estimate.hpp"
#include "analysis/facts/history.hpp"

namespace forestall::analysis {

/// In the order of fact_specs().
enum class Fact : std::uint8_t {
    event_size_exponent,
    burstiness,
    branching_ratio,
    excitation_memory,
    monthly_persistence,
    monthly_volatility,
    annual_persistence,
    annual_volatility,
    annual_fourfold_rise,
    top_decile_dyad_years,
    top_decile_cell_months,
    top_decile_events,
    gini_cell_months,
    zero_country_months,
    zero_cell_months,
    clustering,
    escalation,
    zone_contrast,
    count_
};
inline constexpr std::size_t fact_count = static_cast<std::size_t>(Fact::count_);
using Measures = std::array<Estimate, fact_count>;

/// Facts of one history; pooled facts are NaN. `resamples` 0: values without intervals.
Measures measure(const History& history, int resamples, std::uint64_t seed);
/// Facts that need all histories together; the others are NaN.
Measures measure_pooled(std::span<const History> histories, int resamples, std::uint64_t seed);
bool is_pooled(Fact fact);

}  // namespace forestall::analysis
