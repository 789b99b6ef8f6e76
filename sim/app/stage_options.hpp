// SPDX-License-Identifier: Apache-2.0
// The options of `forestall stages`: every intervention of the catalogue started at each stage it fits, as text of
// option files, so that a results file holds all that is needed to run them again.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "world/intervention.hpp"
#include "world/world.hpp"

namespace forestall::app {

inline constexpr const char* stage_words[] = {"none", "prevention", "mitigation", "response"};

/// "targeted_sanctions@mitigation".
std::string stage_option_name(const std::string& intervention, Stage stage);
/// Parts of such a name; false if it is none.
bool parse_stage_option(const std::string& name, std::string& intervention, std::string& stage);

/// Files "options/<name>.toml" for the interventions named (all if none is) at the stages they fit, or at all three.
/// Aimed, where an intervention needs it, at all armed actors but those who protect, at all groups, at the three most
/// populous places; led by the first partner of a fitting kind, if the scenario has one.
std::map<std::string, std::string> stage_options(const WorldTables& tables, const std::vector<Intervention>& catalogue,
                                                 const std::vector<std::string>& names, bool every_stage);

}  // namespace forestall::app
