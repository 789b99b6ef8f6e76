// SPDX-License-Identifier: Apache-2.0
// What a comparison is asked to be, on the command line, and the comparison of a results file that
// it asks for.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/cost.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/command.hpp"
#include "results/reader.hpp"

namespace forestall::app {

struct ComparisonRequest {
    std::string path;
    std::string baseline;
    std::string outcome = "civilian_deaths";
    std::optional<double> discount;  ///< a year; default that of the scenario in the file
    std::optional<double> inflation;
    std::int32_t price_year = 0;
    std::size_t replicates = 4999;
};

/// --baseline, --outcome, --discount, --price-year, --inflation, --resamples. `request` must
/// outlive the command.
void add_comparison_options(const Command& command, ComparisonRequest& request);
/// Position of the baseline: "none", else the first, unless another is asked for.
std::size_t baseline_of(const Results& results, const std::string& name);
/// What a year's delay takes off money, by the scenario that the file holds.
double discount_of(const Header& header);
comparison::Prices prices_of(const ComparisonRequest& request, const Header& header);
/// Throws UsageError for what makes no sense, InputError for a file with nothing to compare.
Report compared(const Results& results, const ComparisonRequest& request,
                const Invocation& invocation);

/// Sentences on what works at which stage, of a file of `stages`; none of another file.
std::vector<std::string> stage_sentences(const comparison::Comparison& comparison);
/// The same of a file that --stages names, which must be of the same scenario.
std::vector<std::string> stage_sentences(const std::string& file, const Results& of,
                                         const ComparisonRequest& request,
                                         const Invocation& invocation);

}  // namespace forestall::app
