// SPDX-License-Identifier: Apache-2.0
// The value of information as text for a planner and as JSON.
#pragma once
#include <string>

#include "analysis/assumptions/value.hpp"
#include "app/assumptions/request.hpp"

namespace forestall::app {

std::string value_text(const Question& question, const assumptions::Values& values,
                       std::size_t rows);
Json value_json(const Question& question, const AssumptionsRequest& request,
                const assumptions::Values& values);

}  // namespace forestall::app
