// SPDX-License-Identifier: Apache-2.0
// A search for portfolios as the command line asks for it, and the search run: what decides it,
// what is kept while it runs, and how it goes on after an interruption.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "analysis/search/portfolio_log.hpp"
#include "analysis/search/portfolio_search.hpp"
#include "analysis/search/portfolio_space.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/invocation.hpp"
#include "app/frame/output_file.hpp"

namespace forestall::app {

struct PortfolioRequest {
    std::string dir;
    OutputWish out;
    std::string budget;
    std::string interventions;
    std::string objectives = "civilian_deaths,displaced,cost";
    std::uint64_t staff = 0;
    std::uint64_t members = 100;
    std::uint64_t sieve = 200;
    std::uint64_t fresh = 400;
    std::optional<double> discount;  ///< of later money, a year; standard the scenario's
    double time_limit = 0;
    analysis::PortfolioWish search;

    std::string log() const { return out.path + log_ending; }
    std::string unfinished_log() const { return out.path + unfinished_log_ending; }

    static constexpr const char* log_ending = ".search.csv";
    static constexpr const char* unfinished_log_ending = ".search.csv.part";
};

/// "5 M USD". UsageError for what is not an amount of money above 0; `option` asked for it.
double parse_budget(const std::string& text, const std::string& option = "--budget");

/// The request with what follows from its words; UsageError for what makes no sense.
PortfolioRequest understood(PortfolioRequest request, const Invocation& invocation);

/// An empty log of this search, or with what an earlier one of the same kind left. StartRefused on
/// top of an unfinished search, or if what is to be resumed is of another.
analysis::PortfolioLog open_log(const PortfolioRequest& request,
                                const analysis::PortfolioSpace& space,
                                const analysis::PortfolioLimits& limits, bool quiet);

/// Runs the search, whose log is durable after every generation; nothing if it was stopped by a
/// signal or by time.
std::optional<analysis::FoundPortfolios> run_search(const PortfolioRequest& request,
                                                    const analysis::PortfolioSpace& space,
                                                    analysis::PortfolioLog& log,
                                                    const Invocation& invocation,
                                                    const Interrupt& interrupt);

}  // namespace forestall::app
