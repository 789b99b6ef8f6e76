// SPDX-License-Identifier: Apache-2.0
// What fresh members said of a change of assumptions, as text for a planner and as JSON.
#pragma once
#include <string>

#include "analysis/search/confirmation.hpp"
#include "app/assumptions/request.hpp"

namespace forestall::app {

std::string confirmation_text(const Question& question, const analysis::Confirmation& confirmation);
Json confirmation_json(const Question& question, const analysis::Confirmation& confirmation);

}  // namespace forestall::app
