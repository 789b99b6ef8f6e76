// SPDX-License-Identifier: Apache-2.0
// Interventions of the catalogue made into options of a scenario, as text of option files, so that
// a results file holds all that is needed to run them again. For `forestall stages`: each started
// at every stage it fits.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/search/at_cost.hpp"
#include "scenario/catalogue.hpp"
#include "world/intervention.hpp"
#include "world/stage_start.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// A text as TOML writes it.
std::string toml_quoted(const std::string& text);
std::string toml_list(const std::vector<std::string>& texts);

/// An `[[action]]` that starts at an observed stage, or `weeks` after it was first seen. Aimed,
/// where an intervention needs it, at all armed actors but those who protect, at all groups, at the
/// three most populous places; led by the first partner of a fitting kind, if the scenario has one.
std::string action_text(const WorldTables& tables, const Intervention& what, Stage stage,
                        int weeks = 0);

/// Why an intervention can be aimed at nothing in a scenario; empty if it can.
std::string why_no_target(const WorldTables& tables, const Intervention& what);
/// "Left out, as no actor has fighters (…): mediation, …" for those named (all if none is) that can
/// be aimed at nothing, one for each reason; none if all can.
std::vector<std::string> left_out_lines(const WorldTables& tables,
                                        const std::vector<Intervention>& catalogue,
                                        const std::vector<std::string>& names);

/// Which options `stages` makes.
struct StageWish {
    std::vector<std::string> names = {};  ///< of interventions; all if none is
    bool every_stage = false;             ///< also at stages that an intervention does not fit
    std::vector<int> delays = {};  ///< weeks after the first stage that each fits was seen, too
    std::optional<AtCost> at_cost = std::nullopt;
};

/// Files "options/<name>.toml" for what is wished; none for what can be aimed at nothing.
std::map<std::string, std::string> stage_options(const WorldTables& tables,
                                                 const Catalogue& catalogue, const StageWish& wish);

}  // namespace forestall::analysis
