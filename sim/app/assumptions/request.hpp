// SPDX-License-Identifier: Apache-2.0
// What a question about assumptions is asked to be, on the command line, and the study of a results
// file it asks for.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "analysis/assumptions/study.hpp"
#include "analysis/search/stored_case.hpp"
#include "app/comparison/request.hpp"

namespace forestall::app {

struct AssumptionsRequest {
    ComparisonRequest comparison;
    std::optional<double>
        worth;  ///< money per unit of the outcome averted; none: costs are left out
};

/// FILE, --worth and the options of a comparison. `request` must outlive the command.
void add_assumptions_options(const Command& command, AssumptionsRequest& request);

struct Question {
    assumptions::Study study;
    assumptions::Plan plan;
    comparison::Prices prices;
    std::string currency;
};

/// Throws UsageError for what makes no sense, InputError for a file that says nothing about
/// assumptions: one option, fewer than 40 members that all options were run on, no number that
/// varies. A warning is told if this program refuses the scenario inside.
Question question_of(const analysis::StoredCase& stored, const AssumptionsRequest& request,
                     const Invocation& invocation, const Parallel& parallel);

/// The same without these checks; `words` of the scenario that were read already, so that nothing
/// is warned of again.
Question asked(const analysis::StoredCase& stored, const AssumptionsRequest& request,
               const Invocation& invocation, const Parallel& parallel,
               const std::map<std::string, report::Assumption>* words = nullptr);

/// "Net harm is civilian deaths; costs are left out (--worth counts them)."
std::string rule_text(const Question& question);
/// "grade D, judgement after Straus 2015"; "not graded".
std::string grounds_text(const assumptions::Assumption& assumption);
/// Keys that both answers begin with.
Json question_json(const Question& question, const AssumptionsRequest& request);
/// name, grade, source, meaning, unit, law of an assumption.
Json assumption_json(const assumptions::Assumption& assumption);

/// Whether the best option is told from the others, as a sentence.
struct Clarity {
    std::vector<std::size_t> not_told;
    std::string text;
};
Clarity clarity_of(const Question& question);

}  // namespace forestall::app
