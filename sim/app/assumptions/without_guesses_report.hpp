// SPDX-License-Identifier: Apache-2.0
// What is left of the advice without guesses, as text for a planner and as JSON.
#pragma once
#include <string>

#include "analysis/search/without_guesses.hpp"
#include "app/assumptions/request.hpp"

namespace forestall::app {

/// `rows`: options listed at most, the advice always among them.
std::string without_guesses_text(const Question& question, const analysis::WithoutGuesses& without,
                                 std::size_t rows);
Json without_guesses_json(const Question& question, const analysis::WithoutGuesses& without);

}  // namespace forestall::app
