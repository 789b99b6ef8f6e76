// SPDX-License-Identifier: Apache-2.0
// Rule: a seat sees what its sources tell it: of each event with deaths a source may hear, the less
// the harder the place is to reach; it tells late, may name the region only, counts with a bias and
// an error, may name the wrong side, may tell the same twice, and now and then tells of nothing.
// Indicators are those that the desk's observers make, with a delay and an error of the seat's own.
// Reads events, series, what the seat's partners run, draws; moves nothing: no bit of the world
// depends on it. Draws are addressed by event, seat and source, so that what was told stays as it
// was when more is played, and is the same after a rewind. Source: judgement; docs/exercise.md.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "engine/outcome.hpp"
#include "scenario/exercise/plan.hpp"
#include "world/world.hpp"

namespace forestall::app::exercise {

/// What a source tells a seat. It has no field that says what is true.
struct Report {
    std::string source;
    Day told = 0;  ///< day on which it reached the seat
    Day day = 0;   ///< of which it tells
    std::string kind;
    std::string place;  ///< empty: only the region is named
    std::string region;
    std::string actor;     ///< who did it, as told; empty: nobody is named
    std::string opponent;  ///< of a battle
    std::string group;     ///< who suffered; empty: nobody is named
    Persons dead = 0;      ///< as told
    bool operator==(const Report&) const = default;
};

/// What a kind of event is called in a report: "civilians killed".
std::string_view kind_text(std::string_view kind);

/// A report with what lies behind it: for the white cell and the review, never for a seat.
struct SourcedReport {
    Report told;
    std::optional<std::size_t> event;  ///< position in the log; none: nothing happened
    Persons dead = 0;                  ///< in truth
    bool wrong_side = false;
    bool repeats = false;  ///< a second report of its event
};

/// An action of a seat's partners that has people in places.
struct Presence {
    std::vector<PlaceId> places;  ///< empty: everywhere
    Day from = 0, to = 0;         ///< days from `from` on, before `to`
};

/// Whether sources may tell of an event: one with deaths, at a place.
bool is_reported(const Event& event);
/// Whether an intervention brings people who see and tell.
bool brings_witnesses(std::string_view intervention);

struct FogInput {
    const World& world;
    const Luck& luck;
    const ExercisePlan& plan;
    const SeatPlan& seat;
    std::span<const Event> events;
    std::span<const Presence> presence;
    Day days = 0;  ///< that have passed
};

/// All that has reached a seat by the end of `days`, in order of the day and then of event and
/// source.
std::vector<SourcedReport> reports(const FogInput& in);

/// Series that seats get as indicators.
enum class SeatIndicator : std::uint8_t { reported_deaths, displaced, risk, attention, stage };

inline constexpr auto seat_indicator_words = vocabulary<SeatIndicator>({
    {SeatIndicator::reported_deaths, "reported deaths, 13 weeks"},
    {SeatIndicator::displaced, "people away from home"},
    {SeatIndicator::risk, "risk"},
    {SeatIndicator::attention, "attention"},
    {SeatIndicator::stage, "stage"},
});

struct IndicatorValue {
    SeatIndicator what = SeatIndicator::risk;
    std::optional<double> value;  ///< none: nothing has come yet
    Day as_of = 0;                ///< end of the step that it speaks of
};

/// The indicators of a seat after so many days, one a row of the vocabulary.
std::vector<IndicatorValue> indicators_of(const FogInput& in, const MemberOutcome& outcome);
/// One of them, as it was seen after each step so far, oldest first.
std::vector<IndicatorValue> history_of(const FogInput& in, const MemberOutcome& outcome,
                                       SeatIndicator what);
/// How many steps late the seat's indicators are.
std::size_t indicator_lag(const FogInput& in);
/// The same of the seat whose indicators are latest.
std::size_t longest_lag(const ExercisePlan& plan, Day step_days);

}  // namespace forestall::app::exercise
