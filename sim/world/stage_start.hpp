// SPDX-License-Identifier: Apache-2.0
// The names of the options that `forestall stages` makes: an intervention and when
// it starts, as in "mediation@mitigation+13w".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace forestall {

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
/// Whether a name is of this kind: no other has an '@'.
bool is_stage_option(std::string_view name);
/// Whether what stands behind the '@' is a stage, with or without a delay: "mitigation+13w".
bool is_stage_start(std::string_view text);

}  // namespace forestall
