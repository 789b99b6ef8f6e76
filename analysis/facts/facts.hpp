// SPDX-License-Identifier: Apache-2.0
// The stylised facts of violence within and across conflicts: what each is, its published target,
// and what simulated members and coded events say. docs/methods/stylised-facts.md has the
// definitions at length.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/facts/history.hpp"
#include "core/parallel.hpp"

namespace forestall::analysis {

struct FactSpec {
    std::string_view name;
    std::string_view meaning;
    double target_lo;  ///< NaN: no published figure for this unit
    double target_hi;  ///< infinity: a bound from below only
    /// The target is a sign: not only the value but the whole interval must lie beyond target_lo.
    bool sign;
    std::string_view source;
    std::string_view not_in_ucdp;  ///< why events of war countries cannot know it; "": they can
};
std::span<const FactSpec> fact_specs();

enum class Verdict : std::uint8_t { inside, outside, not_measured, no_target };
std::string_view verdict_text(Verdict verdict);

struct FactLine {
    const FactSpec* spec = nullptr;
    Estimate simulated;        ///< mean and central 95 % over members; pooled facts: of all, with a
                               ///< bootstrap's interval
    std::size_t measured = 0;  ///< members that had enough events for it
    Estimate
        observed;  ///< of one history with its own interval; of several, their median and range
    std::vector<Estimate> by_history;  ///< of each observed history; pooled facts: empty
    Verdict verdict = Verdict::not_measured;
};

struct FactOptions {
    int resamples = 200;
    std::uint64_t seed = 1;
};

/// One line per fact, in the order of fact_specs(). Either list may be empty. Same input and
/// options, same bits, however parallel.
std::vector<FactLine> fact_table(std::span<const History> members,
                                 std::span<const History> observed, const Parallel& parallel,
                                 const FactOptions& options = {});

}  // namespace forestall::analysis
