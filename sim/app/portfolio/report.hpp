// SPDX-License-Identifier: Apache-2.0
// The answer of a search for portfolios as text for a planner and as a JSON document.
#pragma once
#include <string>

#include "analysis/search/portfolio_figures.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {

/// What to make of the front: which portfolio to look at, or that none is told from doing nothing.
std::string portfolio_advice(const analysis::PortfolioAnswer& answer);
/// The front from the cheapest to the dearest, what each consists of, and the advice.
std::string portfolio_text(const analysis::PortfolioAnswer& answer);
/// {"members", "budget", "currency", "price_year", "discount", "front": […], "advice"}.
Json portfolio_json(const analysis::PortfolioAnswer& answer);

}  // namespace forestall::app
