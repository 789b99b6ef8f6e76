// SPDX-License-Identifier: Apache-2.0
// When an inject comes: in a turn, or when something holds. As the column `when` and `condition` of
// msel.csv say it: "turn 3"; "reported_deaths >= 30", "turn >= 4", "event ceasefire", "order
// mediation of Envoy".
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "escalation/event.hpp"
#include "interventions/indicator.hpp"

namespace forestall {

struct InjectCondition {
    enum class Kind : std::uint8_t { indicator, turn, event, order };
    Kind kind = Kind::turn;
    Indicator indicator = Indicator::risk;
    double at_least = 0;  ///< of an indicator, or a turn
    EventKind event = EventKind::unknown;
    std::string intervention;
    std::string seat;  ///< empty: any
};

/// Nothing for what is none of the forms.
std::optional<InjectCondition> parse_condition(std::string_view text);
/// N of "turn N", from 1.
std::optional<int> parse_turn(std::string_view text);

}  // namespace forestall
