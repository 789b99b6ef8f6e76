// SPDX-License-Identifier: Apache-2.0
// Fresh members of the scenario inside a results file, run as drawn and with some numbers held:
// does the advice flip?
#pragma once
#include <map>
#include <string>

#include "analysis/comparison/figure.hpp"
#include "app/assumptions/request.hpp"
#include "results/reader.hpp"

namespace forestall::app {

struct Confirmation {
    std::map<std::string, double> held;
    std::uint64_t first = 0;  ///< fresh members, by number
    std::uint64_t members = 0;
    std::size_t advice = 0;
    std::size_t to = 0;                 ///< option that should be better
    comparison::Figure as_drawn;        ///< net harm that `to` averts against the advice
    comparison::Figure changed;         ///< the same with the numbers held
    std::size_t best = 0;               ///< of the changed members' means
    std::vector<std::size_t> not_told;  ///< from that
};

struct ConfirmationWish {
    std::uint64_t members = 0;
    std::map<std::string, double> held;
    std::optional<std::size_t>
        to;  ///< none: the best of the others, by the changed members themselves
};

/// Throws UsageError for a number that the file has not, InputError if this program refuses the
/// scenario inside, analysis::Stopped after a signal.
Confirmation confirm(const Results& results, const Question& question,
                     const AssumptionsRequest& request, const ConfirmationWish& wish,
                     const Invocation& invocation);

std::string confirmation_text(const Question& question, const Confirmation& confirmation);
Json confirmation_json(const Question& question, const Confirmation& confirmation);

}  // namespace forestall::app
