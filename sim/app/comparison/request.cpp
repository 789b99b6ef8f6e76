// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/request.hpp"

#include <fmt/format.h>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/paired.hpp"
#include "analysis/comparison/stage_best.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/job/design_table.hpp"
#include "scenario/discount.hpp"

namespace forestall::app {

namespace {
constexpr std::uint64_t most_resamples = 1'000'000;
}

using namespace comparison;

std::size_t baseline_of(const Results& results, const std::string& name) {
    if (const auto at = results.find_option(name.empty() ? "none" : name)) return *at;
    if (name.empty()) return 0;
    throw UsageError(fmt::format("the file has no option '{}'", name),
                     fmt::format("there is: {}", fmt::join(results.header().options, ", ")));
}

double discount_of(const Header& header) {
    const auto found = header.scenario_files.find("scenario.toml");
    return discount_in(found == header.scenario_files.end() ? "" : found->second);
}

Prices prices_of(const ComparisonRequest& wish, const Header& header) {
    if (wish.price_year == 0 && wish.inflation)
        throw UsageError("--inflation moves money to the prices of another year, and none is named",
                         "add --price-year, or leave --inflation out");
    Prices prices{wish.discount ? *wish.discount : discount_of(header), wish.inflation.value_or(0),
                  header.price_year, wish.price_year == 0 ? header.price_year : wish.price_year};
    if (prices.to != prices.from && !wish.inflation)
        throw UsageError(
            fmt::format("the file's money is in prices of {}; for prices of {} a rate is needed",
                        prices.from, prices.to),
            "say how prices grew, for instance --inflation 0.025");
    return prices;
}

Report compared(const Results& results, const ComparisonRequest& wish,
                const Invocation& invocation) {
    if (wish.replicates < 99) throw UsageError("too few resamples", "at least --resamples 99");
    if (results.header().options.size() < 2)
        throw InputError(wish.path + ": it holds only one option, so there is nothing to compare",
                         "forestall ensemble DIR --options all runs several under the same luck");
    const std::vector<std::size_t> members = members_of_all(results);
    if (members.size() < 2)
        throw InputError(wish.path + ": fewer than two members were run under all options",
                         "run more members");
    const std::size_t baseline = baseline_of(results, wish.baseline);
    const Prices prices = prices_of(wish, results.header());
    Report report;
    try {
        const Outcome outcome = outcome_of(results, wish.outcome, members);
        report.outcome = outcome.name;
        report.text = outcome.text;
        const Parallel parallel = invocation.common.parallel();
        const Plan plan{wish.replicates, invocation.common.seed, 0.95, &parallel};
        report.comparison = compare(paired_of(results, outcome, members, baseline, prices), plan);
    } catch (const std::invalid_argument& problem) {
        throw UsageError(problem.what());
    }
    report.file = wish.path;
    report.members_in_file = results.members().size();
    report.wording = {report.text, results.header().currency, prices.to, prices.discount};
    return report;
}

std::vector<std::string> stage_sentences(const Comparison& c) {
    std::vector<std::string> out;
    for (const StageBest& stage : best_by_stage(c)) out.push_back(stage_sentence(stage, c));
    return out;
}

std::vector<std::string> stage_sentences(const std::string& file, const Results& of,
                                         const ComparisonRequest& request,
                                         const Invocation& invocation) {
    const Results stages = open_without_design(file, "compare");
    if (stages.header().title != of.header().title ||
        stages.header().start_date != of.header().start_date)
        throw InputError(file + ": it is about another scenario",
                         "name a file of `forestall stages` with the same scenario");
    ComparisonRequest wish = request;
    wish.path = file;
    wish.baseline.clear();
    std::vector<std::string> out = stage_sentences(compared(stages, wish, invocation).comparison);
    if (out.empty())
        throw InputError(file + ": no option of it is an intervention that begins at a stage",
                         "files of `forestall stages` have such options");
    return out;
}

void add_comparison_options(const Command& command, ComparisonRequest& request) {
    command
        .add_option("--baseline", request.baseline,
                    "option to compare with (default none, or the file's first)")
        .type_name("NAME");
    command
        .add_option("--outcome", request.outcome,
                    "what is compared (default civilian_deaths); `:total`, `:end`, `:peak` or "
                    "`:mean` may follow")
        .type_name("NAME");
    command
        .add_option("--discount", request.discount,
                    "discount rate of money a year (default: the scenario's, 0.03 if it has none)")
        .check(number(0, 1))
        .type_name("R");
    command
        .add_option("--price-year", request.price_year,
                    "year whose prices the money is in (default: the file's)")
        .check(whole_number(1900, 2200))
        .type_name("YEAR");
    command
        .add_option("--inflation", request.inflation,
                    "growth of prices a year between the file's year and YEAR")
        .check(number(-0.5, 10))
        .type_name("R");
    command
        .add_option("--resamples", request.replicates, "resamples of the bootstrap (default 4999)")
        .check(whole_number(99, most_resamples))
        .type_name("B");
}

}  // namespace forestall::app
