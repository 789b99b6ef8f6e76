// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/condition.hpp"

#include "scenario/text.hpp"

namespace forestall {
namespace {

/// What stands behind a word and a blank.
std::optional<std::string_view> after(std::string_view text, std::string_view word) {
    if (!text.starts_with(word) || text.size() <= word.size() || text[word.size()] != ' ')
        return std::nullopt;
    return trimmed(text.substr(word.size()));
}

std::optional<InjectCondition> parse_level(std::string_view text) {
    const std::size_t sign = text.find(">=");
    if (sign == std::string_view::npos) return std::nullopt;
    const std::string_view what = trimmed(text.substr(0, sign));
    const auto level = parse_number(trimmed(text.substr(sign + 2)));
    if (!level) return std::nullopt;
    InjectCondition out;
    out.at_least = *level;
    if (what == "turn") return out;
    const auto indicator = indicators.find(what);
    if (!indicator) return std::nullopt;
    out.kind = InjectCondition::Kind::indicator;
    out.indicator = *indicator;
    return out;
}

}  // namespace

std::optional<int> parse_turn(std::string_view text) {
    const auto number = after(trimmed(text), "turn");
    const auto turn = number ? parse_integer(*number) : std::nullopt;
    if (!turn || *turn < 1 || *turn > 100'000) return std::nullopt;
    return static_cast<int>(*turn);
}

std::optional<InjectCondition> parse_condition(std::string_view text) {
    text = trimmed(text);
    InjectCondition out;
    if (const auto kind = after(text, "event")) {
        const auto event = event_words.find(*kind);
        if (!event) return std::nullopt;
        out.kind = InjectCondition::Kind::event;
        out.event = *event;
        return out;
    }
    if (const auto what = after(text, "order")) {
        const std::size_t of = what->find(" of ");
        out.kind = InjectCondition::Kind::order;
        out.intervention = trimmed(what->substr(0, of));
        if (of != std::string_view::npos) out.seat = trimmed(what->substr(of + 4));
        return out;
    }
    return parse_level(text);
}

}  // namespace forestall
