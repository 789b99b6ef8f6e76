// SPDX-License-Identifier: Apache-2.0
// What `forestall stages` says of its file: the stage × intervention matrix and what waiting costs.
#pragma once
#include <map>
#include <string>

#include "app/frame/invocation.hpp"

namespace forestall::app {

/// Prints both, as text or as JSON; the exit code. `strategy`: of interventions, by name. Throws as
/// `outcome_of` does for an outcome that is not known.
int tell_stages(const std::string& file, const std::string& outcome,
                const std::map<std::string, std::string>& strategy, const Invocation& invocation,
                double seconds);

}  // namespace forestall::app
