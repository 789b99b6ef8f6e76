// SPDX-License-Identifier: Apache-2.0
// Why an action has not begun, as a value: an exercise or a page can show it and act on it.
#pragma once
#include <cstdint>
#include <string>

#include "core/vocabulary.hpp"
#include "world/intervention.hpp"

namespace forestall {

enum class Waiting : std::uint8_t {
    no,
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

inline constexpr auto waiting_words = vocabulary<Waiting>({
    {Waiting::no, "it does not wait"},
    {Waiting::day, "its day has not come"},
    {Waiting::stage, "its stage has not been observed"},
    {Waiting::delay, "its delay still runs"},
    {Waiting::level, "its indicator is below the level"},
    {Waiting::duration, "its indicator has not held long enough"},
    {Waiting::other, "the action that it follows has not begun"},
    {Waiting::watching, "its condition may still show in time"},
    {Waiting::called_off, "its condition showed in time, so it does not begin"},
    {Waiting::missed, "its condition did not show in time"},
    {Waiting::excluded, "an action that must not run beside it is under way"},
    {Waiting::money, "the budget does not hold its set-up and four weeks of it"},
    {Waiting::staff, "too few staff are free"},
    {Waiting::consent, "the host state has not agreed"},
});

/// `other`: the action of the option that stands in the way or is to begin first; -1: none.
struct WaitReason {
    Waiting why = Waiting::no;
    int other = -1;
    bool operator==(const WaitReason&) const = default;
};

/// "excluded by 'Sanctions': …"; "" if it does not wait.
std::string waiting_text(const WaitReason& reason, const Option& option);

}  // namespace forestall
