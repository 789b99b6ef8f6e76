// SPDX-License-Identifier: Apache-2.0
// What would change the advice, as text for a planner and as JSON.
#pragma once
#include <string>

#include "analysis/assumptions/flip.hpp"
#include "analysis/assumptions/prices.hpp"
#include "app/assumptions/request.hpp"

namespace forestall::app {

struct FlipAnswer {
    assumptions::Flips flips;
    assumptions::WorthFlips worth;
    std::vector<assumptions::Elsewhere> discounts;
    std::vector<assumptions::Elsewhere> outcomes;
};

std::string flip_text(const Question& question, const FlipAnswer& answer, std::size_t rows);
Json flip_json(const Question& question, const AssumptionsRequest& request,
               const FlipAnswer& answer);

}  // namespace forestall::app
