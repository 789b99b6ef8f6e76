// SPDX-License-Identifier: Apache-2.0
// The stages of escalation, and what scenarios, results files and pages call them.
#pragma once
#include <cstddef>
#include <cstdint>

#include "core/vocabulary.hpp"

namespace forestall {

enum class Stage : std::uint8_t { none, prevention, mitigation, response };

inline constexpr auto stage_words = vocabulary<Stage>({{Stage::none, "none"},
                                                       {Stage::prevention, "prevention"},
                                                       {Stage::mitigation, "mitigation"},
                                                       {Stage::response, "response"}});
inline constexpr std::size_t stage_count = decltype(stage_words)::size();

/// As results files write a stage: its number.
constexpr double number_of(Stage stage) { return static_cast<double>(stage); }

}  // namespace forestall
