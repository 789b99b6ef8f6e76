// SPDX-License-Identifier: Apache-2.0
// What `forestall describe` knows: the tables that the model declares, and a scenario in figures.
// Each as text and JSON.
#pragma once
#include <string>

#include "app/frame/output.hpp"
#include "app/job/session.hpp"

namespace forestall::app {

/// Mechanisms in the order of a step, then rooms, each with its parameters.
std::string mechanisms_text();
Json mechanisms_json();
/// What actors weigh, with parameters.
std::string motives_text();
Json motives_json();
std::string outcomes_text();
Json outcomes_json();
std::string interventions_text();
Json interventions_json();
std::string levers_text();
Json levers_json();
std::string scenario_text(const Session& session);
Json scenario_json(const Session& session);
/// The options of a scenario: who does what, at whom, when it starts, what it costs. "none" is
/// among them in JSON. `dir`: as the user named it.
std::string options_text(const World& world, const std::string& dir);
Json options_json(const World& world);

}  // namespace forestall::app
