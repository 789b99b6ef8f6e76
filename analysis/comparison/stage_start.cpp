// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/stage_start.hpp"

#include <fmt/format.h>

#include <charconv>

namespace forestall::comparison {

std::string stage_option_name(const StageStart& start) {
    const std::string name = start.intervention + "@" + start.stage;
    return start.weeks == 0 ? name : fmt::format("{}+{}w", name, start.weeks);
}

std::optional<StageStart> parse_stage_option(const std::string& name) {
    const std::size_t at = name.rfind('@'), plus = name.find('+', at);
    if (at == std::string::npos) return std::nullopt;
    StageStart start{name.substr(0, at), name.substr(at + 1, plus - at - 1), 0};
    if (plus == std::string::npos) return start;
    const char* const end = name.data() + name.size();
    const auto [last, error] = std::from_chars(name.data() + plus + 1, end, start.weeks);
    if (error != std::errc() || last + 1 != end || *last != 'w' || start.weeks < 1)
        return std::nullopt;
    return start;
}

}  // namespace forestall::comparison
