// SPDX-License-Identifier: Apache-2.0
// How a scenario is played as an exercise: turns, seats and what they command, and the fog through
// which each of them sees. From exercise.toml, or made from the scenario's partners, so that every
// scenario can be played. A value; no run reads it. docs/scenario-format.md
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/units.hpp"
#include "core/vocabulary.hpp"
#include "world/world.hpp"

namespace forestall {

enum class SeatRole : std::uint8_t {
    country_desk,
    envoy,
    un,
    regional,
    humanitarian,
    media,
    white_cell
};

inline constexpr auto seat_role_words = vocabulary<SeatRole>({
    {SeatRole::country_desk, "country_desk"},
    {SeatRole::envoy, "envoy"},
    {SeatRole::un, "un"},
    {SeatRole::regional, "regional"},
    {SeatRole::humanitarian, "humanitarian"},
    {SeatRole::media, "media"},
    {SeatRole::white_cell, "white_cell"},
});

/// One kind of source of reports, and how far it can be trusted.
struct SourceProfile {
    std::string name;
    double seen = 0.5;        ///< chance to hear of an event with deaths where access is full
    double presence = 0;      ///< added where the seat's own people are, to at most 1
    double delay_days = 7;    ///< mean; geometric
    double blur = 0;          ///< chance that only the region is named
    double bias = 0;          ///< of the log of a count
    double spread = 0;        ///< standard deviation of it
    double wrong = 0;         ///< chance that the wrong side is named
    bool swaps = false;       ///< then it is the other side, else any other
    double repeated = 0;      ///< chance of a second report as if of another event
    double false_alarms = 0;  ///< reports of nothing, a turn
};

struct FogProfile {
    std::string name;
    std::vector<std::string> sources;
    double indicator_delay_days = 0;
    double indicator_error = 0;  ///< standard deviation of the log
};

struct SeatPlan {
    std::string name;
    SeatRole role = SeatRole::country_desk;
    std::vector<std::string> partners;
    std::string fog;
    double money = std::numeric_limits<double>::infinity();  ///< USD, for the whole exercise
    double staff = std::numeric_limits<double>::infinity();  ///< people at one time
    std::vector<std::string> objectives;
    std::string briefing;
};

struct ObjectivePlan {
    std::string id;
    std::string title;
    std::string text;
};

/// Which seats are played together: a group of them is one person or one screen.
struct LayoutPlan {
    std::string name;
    std::string title;
    std::vector<std::vector<std::string>> seats;
};

struct ClockPlan {
    std::int64_t minutes = 0;  ///< 0: no clock
    std::vector<std::int64_t> warnings;
    std::string closes;
};

struct ExercisePlan {
    std::string title;
    std::string summary;
    bool is_default = false;
    std::uint64_t seed = 1;
    std::uint64_t member = 0;
    Day turn_days = 28;
    int turns = 12;
    Day tail_days = 182;  ///< how far beyond the last turn a review looks
    std::uint64_t review_members = 500;
    ClockPlan clock;
    std::vector<ObjectivePlan> objectives;
    std::vector<SeatPlan> seats;
    std::vector<LayoutPlan> layouts;
    std::vector<SourceProfile> sources;
    std::vector<FogProfile> fogs;

    /// nullptr if there is none of that name.
    const SeatPlan* seat(std::string_view name) const;
    const FogProfile* fog(std::string_view name) const;
    const SourceProfile* source(std::string_view name) const;
    const LayoutPlan* layout(std::string_view name) const;
    /// The seat that commands a partner; nullptr: none does.
    const SeatPlan* commander(std::string_view partner) const;
};

/// Seats by the kinds of the scenario's partners, money and staff without limit, turns of about
/// four weeks. A scenario without partners has one desk, whose orders nobody leads.
ExercisePlan standard_plan(const WorldTables& tables);
/// The same turns for one who plans alone: a seat "Planner" with every partner and all that seats
/// have, who sees what the country's desk sees, and no clock.
ExercisePlan planner_plan(ExercisePlan plan);

}  // namespace forestall
