// SPDX-License-Identifier: Apache-2.0
// The rules behind events that no actor of the model chose: what starts an action of the option
// that was run, and the levels at which stages change. Read from a results file of one run.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explain/words.hpp"
#include "analysis/search/stored_case.hpp"
#include "world/intervention.hpp"

namespace forestall::app {

struct ActionRule {
    std::string title;  ///< of its intervention
    std::string start;  ///< "once stage mitigation is observed"
    Beginning beginning;
    std::string after;  ///< the action it follows; empty: none
};

struct StoryRules {
    std::string option;                         ///< that was run
    std::map<std::string, ActionRule> actions;  ///< none: the scenario inside cannot be read
    std::map<std::string, double> levels;       ///< numbers "monitoring.…" of the member
};

/// `run`: the case of a results file of one run.
StoryRules rules_of(const analysis::StoredCase& run);

/// Whose action event `k` is, what starts it, and the earlier event that met that. Sentences.
std::string action_text(const StoryRules& rules, const analysis::Words& words,
                        const std::vector<Event>& events, std::size_t k);
/// What has to be counted for the change of stage that event `k` is; empty: not known. A sentence.
std::string stage_text(const StoryRules& rules, const std::vector<Event>& events, std::size_t k);

}  // namespace forestall::app
