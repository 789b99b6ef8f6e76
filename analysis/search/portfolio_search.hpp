// SPDX-License-Identifier: Apache-2.0
// Rule: NSGA-II looks for portfolios with few deaths, few displaced and little cost. It begins with
// doing nothing, every candidate alone, and small random portfolios. What it found best is judged
// again on other members (the sieve), because the best of many noisy figures is in part luck; from
// those figures alone the finalists are taken: not dominated, in neither deaths nor displacement
// worse than doing nothing, spread over the front. What the finalists are worth has yet to be
// measured, on members that neither phase used. Equal wishes and figures give equal finalists.
// Source: Deb et al. 2002, as pagmo implements it (Biscani & Izzo 2020).
#pragma once
#include <optional>

#include "analysis/search/portfolio.hpp"

namespace forestall::analysis {

struct PortfolioWish {
    std::vector<Objective> objectives{Objective::civilian_deaths, Objective::displaced,
                                      Objective::cost};
    std::size_t population = 24;  ///< a multiple of 4, 8 or more
    std::size_t generations = 8;
    std::size_t sieved = 30;     ///< portfolios that go through the sieve
    std::size_t finalists = 12;  ///< at most
    std::uint64_t seed = 1;
};

struct Finalist {
    Portfolio portfolio;
    Judged searched;
    Judged sieved;
};

struct FoundPortfolios {
    Judged nothing_searched;
    Judged nothing_sieved;
    std::size_t examined = 0;  ///< different portfolios that were judged, doing nothing left out
    std::vector<Finalist>
        finalists;  ///< from the cheapest to the dearest by the sieve; may be none
};

/// `starts`: per candidate in how many ways it can begin, each at least 1. std::invalid_argument
/// for a wish that makes no sense. `pruned` is asked about what goes into the sieve. What they
/// throw comes through.
FoundPortfolios search_portfolios(const PortfolioWish& wish, const std::vector<int>& starts,
                                  const PortfolioSource& source, const PartsPruned& pruned = {});

}  // namespace forestall::analysis
