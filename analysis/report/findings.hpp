// SPDX-License-Identifier: Apache-2.0
// What a page shows, as numbers: per option the spread of deaths and displacement over time, the
// share of members in each stage, means by place; and how strongly each assumption goes with the
// difference that the best option makes. Reads a results file, the members that every option was
// run on.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/assumptions/flip.hpp"
#include "analysis/assumptions/value.hpp"
#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/delay.hpp"
#include "analysis/comparison/stage_matrix.hpp"
#include "analysis/comparison/verdict.hpp"
#include "analysis/report/course.hpp"
#include "results/reader.hpp"

namespace forestall::report {

inline constexpr std::array<double, 5> fan_levels = {0.05, 0.25, 0.5, 0.75, 0.95};

/// Quantiles over members, per step.
struct Fan {
    std::vector<std::array<double, 5>> quantiles;
    std::vector<double> mean;
};

/// Shares of members in stages 0 to 3, per step.
using StageShares = std::vector<std::array<double, 4>>;

/// What an option changes at a place, on average; clear only where the interval, which holds for
/// all places together, leaves out 0.
struct PlaceChange {
    double value = 0;
    bool clear = false;
};

struct OptionFindings {
    Fan deaths;     ///< civilians killed since the start, cumulative
    Fan displaced;  ///< persons
    StageShares stage_true;
    StageShares stage_observed;
    std::vector<double> place_deaths;     ///< mean over members
    std::vector<double> place_displaced;  ///< mean over members, at the end
    std::vector<double> tolls;            ///< civilians killed, a number per member, ascending
    /// Against the baseline, of shown options but the baseline.
    std::vector<PlaceChange> deaths_change, displaced_change;
};

struct Influence {
    std::size_t parameter = 0;  ///< in Header::parameters
    double low = 0;             ///< 5 % quantile of what was drawn
    double middle = 0;
    double high = 0;         ///< 95 %
    double correlation = 0;  ///< Spearman, with the paired difference; 0 where nothing varies
};

struct Compared {
    comparison::Comparison comparison;
    comparison::Wording wording;
    comparison::Lead lead;              ///< what the answer is about
    std::size_t subject = 0;            ///< option whose difference the influences are about
    std::vector<Influence> influences;  ///< strongest first
    double told_from_chance = 1;  ///< |correlation| above which one in 20 files has any by chance
    std::vector<std::size_t>
        drawn;  ///< options that charts of all options have: all, or the shown ones
    std::vector<std::size_t>
        undominated;  ///< no other option has both a better mean and a lower cost
    std::vector<comparison::Wait> waits;  ///< of a file of `stages`; the caller adds them
    comparison::StageMatrix given;        ///< the same; empty without continuations
    /// What works at which stage, a sentence each, of this file or of another of the same scenario;
    /// the caller adds them.
    std::vector<std::string> by_stage;
};

/// What the file says about its assumptions; the caller asks.
struct Questioned {
    assumptions::Study study;
    assumptions::Flips flips;
    assumptions::Values values;
    std::size_t resamples = 0;  ///< of flips
    std::size_t shuffles = 0;   ///< of values
    std::string arguments;      ///< of the commands that say it again: the file, what is judged
};

struct Findings {
    Header header;
    std::vector<std::string> dates;  ///< ISO, first day of each step
    std::size_t members = 0;
    std::vector<OptionFindings> options;
    std::vector<std::size_t>
        shown;  ///< options that charts of one option each are drawn for, baseline first
    std::optional<Compared> compared;
    /// Share of members in which the desk saw each stage or a higher one, under the first shown
    /// option.
    std::array<double, 4> reached{};
    std::optional<Questioned> questioned;
    std::string unquestioned;      ///< why there is none, in a sentence or two
    std::optional<Course> course;  ///< of one member, for the map; the caller adds it
};

/// Options that the detailed charts have room for.
inline constexpr std::size_t most_shown = 6;
/// Options up to which the charts of all options have them all.
inline constexpr std::size_t most_drawn = 16;

/// `comparison` of the same file, or none if there is one option only; `outcome` its name, as
/// `outcome_of` takes it.
Findings find(const Results& results, const comparison::Comparison* comparison,
              const comparison::Wording& wording, const std::string& outcome);

/// About `count` steps spread evenly over the run, first and last among them.
std::vector<std::size_t> some_steps(std::size_t steps, std::size_t count);
/// Day `days` after an ISO date.
std::string date_after(const std::string& start, std::int64_t days);

}  // namespace forestall::report
