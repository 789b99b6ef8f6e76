// SPDX-License-Identifier: Apache-2.0
#include "world/stage_start.hpp"

#include <fmt/format.h>

#include <charconv>

#include "core/stage.hpp"

namespace forestall {

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

bool is_stage_option(std::string_view name) { return name.find('@') != std::string_view::npos; }

bool is_stage_start(std::string_view text) {
    const std::string_view stage = text.substr(0, text.find('+'));
    if (stage_words.find(stage).value_or(Stage::none) == Stage::none) return false;
    if (stage.size() == text.size()) return true;
    const std::string_view delay = text.substr(stage.size() + 1);
    return delay.size() > 1 && delay.size() < 6 && delay.back() == 'w' &&
           delay.find_first_not_of("0123456789") == delay.size() - 1;
}

}  // namespace forestall
