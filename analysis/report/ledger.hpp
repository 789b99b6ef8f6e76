// SPDX-License-Identifier: Apache-2.0
// The assumption ledger: every epistemic parameter and effect with what was drawn, where it comes
// from and its grade, and how much of the ranking rests on guesses.
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

struct Guesswork {
    std::size_t effects = 0;          ///< effects of the interventions in the file
    std::size_t guessed_effects = 0;  ///< of grade D, or with a link of it
    double guessed_weight =
        0;  ///< share of grade D in the squared correlations of graded parameters that stand out
    std::size_t standing_out = 0;  ///< parameters told from chance
};

Guesswork guesswork(const Findings& findings, const Context& context);
/// Needs a comparison: the ledger is about what its answer rests on.
std::string ledger_html(const Findings& findings, const Context& context);

}  // namespace forestall::report
