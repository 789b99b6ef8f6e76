// SPDX-License-Identifier: Apache-2.0
// What the portfolios of a search are worth on members that the search never used: averted deaths
// and displacement with intervals that hold together over all portfolios and both, cost, who is
// harmed, and beside them what the search said.
#pragma once
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "analysis/search/portfolio_search.hpp"
#include "analysis/search/portfolio_space.hpp"
#include "results/reader.hpp"

namespace forestall::analysis {

struct PortfolioFigures {
    std::string name;
    std::string title;
    std::vector<PortfolioPart> parts;
    std::vector<double> begun;      ///< per part: share of the members looked at in which it began
    std::vector<double> first_day;  ///< middle day of its beginning in those; NaN if it never began
    comparison::Figure deaths;      ///< averted, against doing nothing under the same luck
    comparison::Figure displaced;   ///< averted, persons at the peak
    comparison::Figure cost;        ///< present value
    double most_spent = 0;          ///< in any member, undiscounted
    comparison::Figure deaths_said;  ///< averted on the members of the search; error only
    comparison::Figure displaced_said;
    std::vector<std::string> harmed;  ///< identity groups that clearly lose
    bool not_dominated = false;       ///< on the fresh members, doing nothing among the others

    bool harms() const { return deaths.hi < 0 || displaced.hi < 0; }
    /// Clearly better than doing nothing in one of the two, clearly worse in neither.
    bool clear() const { return (deaths.lo > 0 || displaced.lo > 0) && !harms(); }
};

struct PortfolioAnswer {
    std::size_t members = 0;
    double budget = 0;
    std::string currency;
    int price_year = 0;
    double discount = 0;
    std::vector<PortfolioFigures> front;  ///< from the cheapest to the dearest on the fresh members
};

/// When parts begin is looked up in so many members at most: each has to be run again for it.
inline constexpr std::uint64_t most_members_looked_at = 100;

/// `results`: of `job`, "none" first, then the finalists in their order.
PortfolioAnswer portfolio_answer(const Results& results, const Job& job,
                                 const PortfolioSpace& space, const FoundPortfolios& found,
                                 const std::vector<Objective>& objectives, double discount,
                                 const comparison::Plan& plan);

}  // namespace forestall::analysis
