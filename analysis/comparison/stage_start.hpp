// SPDX-License-Identifier: Apache-2.0
// Names of the options that `forestall stages` makes: an intervention and when it starts.
#pragma once
#include <optional>
#include <string>

namespace forestall::comparison {

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

}  // namespace forestall::comparison
