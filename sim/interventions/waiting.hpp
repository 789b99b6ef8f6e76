// SPDX-License-Identifier: Apache-2.0
// Why an action has not begun, as a value: an exercise or a page can show it and act on it.
#pragma once
#include <cstdint>
#include <string>

#include "core/vocabulary.hpp"
#include "world/intervention.hpp"

namespace forestall {

enum class WaitsFor : std::uint8_t {
    nothing,
    day,
    stage,
    delay,
    level,
    duration,
    other,
    watching,
    called_off,
    missed,
    excluded,
    money,
    staff,
    consent
};

inline constexpr auto waiting_words = vocabulary<WaitsFor>({
    {WaitsFor::nothing, "it does not wait"},
    {WaitsFor::day, "its day has not come"},
    {WaitsFor::stage, "its stage has not been observed"},
    {WaitsFor::delay, "its delay still runs"},
    {WaitsFor::level, "its indicator is below the level"},
    {WaitsFor::duration, "its indicator has not held long enough"},
    {WaitsFor::other, "the action that it follows has not begun"},
    {WaitsFor::watching, "its condition may still show in time"},
    {WaitsFor::called_off, "its condition showed in time, so it does not begin"},
    {WaitsFor::missed, "its condition did not show in time"},
    {WaitsFor::excluded, "an action that must not run beside it is under way"},
    {WaitsFor::money, "the budget does not hold its set-up and four weeks of it"},
    {WaitsFor::staff, "too few staff are free"},
    {WaitsFor::consent, "the host state has not agreed"},
});

/// `other`: the action of the option that stands in the way or is to begin first; -1: none.
struct WaitReason {
    WaitsFor why = WaitsFor::nothing;
    int other = -1;
    bool operator==(const WaitReason&) const = default;
};

/// "excluded by 'Sanctions': …"; "" if it does not wait.
std::string waiting_text(const WaitReason& reason, const Option& option);

}  // namespace forestall
