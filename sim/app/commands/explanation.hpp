// SPDX-License-Identifier: Apache-2.0
// What `forestall explain` prints: a chain of causes, a list of events worth a look, and what
// taking causes away changed, as text and as JSON.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/explain/chain.hpp"
#include "analysis/explain/words.hpp"
#include "analysis/search/counterfactual.hpp"
#include "app/commands/story_rules.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {

/// The log of a run and what its sentences need.
struct Story {
    const Header& header;
    const std::vector<Event>& events;
    const analysis::Words& words;
    const StoryRules& rules;
};

std::string chain_text(const Story& story, const analysis::Chain& chain);
/// {"event", …, "causes": […, "from"], "earlier": [trees]}.
Json chain_json(const Story& story, const analysis::Chain& chain);
/// The largest part and where the chain began, after the tree.
std::string largest_text(const Story& story, const analysis::Chain& chain);
Json largest_json(const Story& story, const analysis::Chain& chain);

std::string notable_text(const Story& story, std::span<const analysis::Notable> events);
Json notable_json(const Story& story, std::span<const analysis::Notable> events);

/// A cause of the event asked about, taken away.
struct Checked {
    const analysis::Told* told;
    bool event = false;  ///< the earlier event was taken away, not the motive
    analysis::Effect effect;
};
std::string checks_text(const Story& story, const Event& event, std::span<const Checked> checks);
Json checks_json(std::span<const Checked> checks);

}  // namespace forestall::app
