// SPDX-License-Identifier: Apache-2.0
// The options of `forestall stages`: every intervention of the catalogue started at each stage it fits, as text of
// option files, so that a results file holds all that is needed to run them again.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "world/intervention.hpp"
#include "world/world.hpp"

namespace forestall::app {

inline constexpr const char* stage_words[] = {"none", "prevention", "mitigation", "response"};

/// When an intervention starts: at a stage, or some weeks after that stage was first seen.
struct StageStart {
    std::string intervention;
    std::string stage;
    int weeks = 0;
};
/// "targeted_sanctions@mitigation", "targeted_sanctions@mitigation+13w".
std::string stage_option_name(const StageStart& start);
/// Parts of such a name; nothing if it is none.
std::optional<StageStart> parse_stage_option(const std::string& name);

/// Files "options/<name>.toml" for the interventions named (all if none is) at the stages they fit, or at all three.
/// Aimed, where an intervention needs it, at all armed actors but those who protect, at all groups, at the three most
/// populous places; led by the first partner of a fitting kind, if the scenario has one. `delays`: also so many weeks
/// after the first stage that each fits was seen.
std::map<std::string, std::string> stage_options(const WorldTables& tables, const std::vector<Intervention>& catalogue,
                                                 const std::vector<std::string>& names, bool every_stage,
                                                 const std::vector<int>& delays = {});

}  // namespace forestall::app
