// SPDX-License-Identifier: Apache-2.0
// What every motive and every kind of event is called in a sentence. {A} actor, {B} opponent, {G}
// group, {P} place, {C} whom the cause is about.
#pragma once
#include <span>
#include <string_view>

#include "results/header.hpp"

namespace forestall::analysis {

struct ReasonPhrase {
    std::string_view what;   ///< motive or mechanism
    std::string_view kinds;  ///< blank-separated kinds or manners of event it holds for; empty: all
    int sign;                ///< 1: spoke for, -1: against, 0: either
    std::string_view text;
};
struct Noun {
    std::string_view what, text;
};
struct EventPhrase {
    EventKind kind;
    std::string_view manner;  ///< empty: any
    std::string_view text;
};

/// The first that fits is meant.
std::span<const ReasonPhrase> reason_phrases();
std::span<const Noun> nouns();
std::span<const EventPhrase> event_phrases();

}  // namespace forestall::analysis
