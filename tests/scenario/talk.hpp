// SPDX-License-Identifier: Apache-2.0
// The small scenario with an option of its own: envoys who say a word to the army.
#pragma once
#include <fmt/format.h>

#include <string>

#include "scenario/two_rivers.hpp"

namespace forestall::testing {

/// Lines to add to the parts of the option's scenario.
struct Talk {
    std::string partner = {};
    std::string intervention = {};
    std::string option = {};
    std::string action = {};
    std::string start = "start = { stage = \"prevention\" }";
    std::string more = {};  ///< sections of their own
};

inline Loaded load_talk(const Talk& talk) {
    ScenarioFiles files = two_rivers();
    files["scenario.toml"] += fmt::format(R"(
{}
[[partner]]
name = "Envoys"
kind = "un"
{}
[[partner]]
name = "Relief"
kind = "ngo"
[[intervention]]
name = "word"
title = "A word"
summary = "Somebody says something."
strategy = "dissuade"
stages = ["prevention"]
leads = ["un"]
target = "actor"
source = "judgement"
outcome = "civilian_deaths"
expected = "unclear"
{}
[[intervention.effect]]
lever = "mass_rate"
value = {{ uniform = [0.8, 1], source = "judgement" }}
grade = "D"
[[option]]
name = "talk"
{}
[[option.action]]
name = "one"
intervention = "word"
partner = "Envoys"
actors = ["Army of Aru"]
{}
{}
)",
                                          talk.more, talk.partner, talk.intervention, talk.option,
                                          talk.action, talk.start);
    return load(std::move(files));
}

}  // namespace forestall::testing
