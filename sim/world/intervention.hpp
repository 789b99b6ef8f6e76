// SPDX-License-Identifier: Apache-2.0
// What can be done about a conflict, as data: interventions of the catalogue, partners who carry
// them out, and options that put them together. Numbers that may be uncertain are named numbers of
// the world: "effect.<intervention>.<k>" and "effect.<intervention>.<k>.link",
// "cost.<intervention>.{setup,weekly}", "partner.<name>.{will,leverage.<actor>}". interventions/
// gives them life.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/stage.hpp"
#include "core/units.hpp"

namespace forestall {

/// What an intervention is aimed at.
enum class TargetKind : std::uint8_t { country, actor, group, place };

inline constexpr auto target_words = vocabulary<TargetKind>({{TargetKind::country, "country"},
                                                             {TargetKind::actor, "actor"},
                                                             {TargetKind::group, "group"},
                                                             {TargetKind::place, "place"}});

/// When within an intervention's life an effect acts.
enum class Phase : std::uint8_t {
    active,  ///< from the end of the lead time, with ramp and, after the stop, decay
    threat,  ///< announced, not yet there: the lead time
    early,   ///< the first 90 days of activity
    late,    ///< after those
    exit     ///< after the stop, while it decays
};

inline constexpr auto phase_words = vocabulary<Phase>({{Phase::active, "active"},
                                                       {Phase::threat, "threat"},
                                                       {Phase::early, "early"},
                                                       {Phase::late, "late"},
                                                       {Phase::exit, "exit"}});

/// One thing an intervention moves. Its size is the number "effect.<intervention>.<k>", k from 1;
/// where that was measured on a step before the lever, "effect.<intervention>.<k>.link" is the
/// share of it that arrives.
struct Effect {
    std::string lever;
    std::uint8_t kinds = 0xff;  ///< bit of each ActorKind it works on
    Phase phase = Phase::active;
    std::string where;  ///< condition: a quantity of the target or the country; empty: always
    double above = -std::numeric_limits<double>::infinity();
    double below = std::numeric_limits<double>::infinity();
    bool side = false;  ///< a side effect or backfire
    char grade = 'D';
    char link_grade = 0;  ///< 0: it has no link, all of it arrives
    std::string source;
    std::string summary;
};

struct Intervention {
    std::string name;
    std::string title;
    std::string summary;
    std::string strategy;            ///< dissuade, degrade, protect or facilitate (USHMM)
    std::uint8_t stages = 0;         ///< bit of each Stage it fits
    std::vector<std::string> leads;  ///< kinds of partner that can lead it
    TargetKind target = TargetKind::country;
    int staff = 0;
    Day lead_time = 0;
    Day ramp = 0;
    Day duration = 0;    ///< 0: as long as it is paid for
    Day decay = 0;       ///< e-folding after the stop
    double consent = 1;  ///< chance per week that the host state agrees; 1: needs no consent
    std::vector<Effect> effects;
    std::string outcome;  ///< variable that evidence speaks of
    int sign = 0;         ///< of the effect on it that evidence has: -1 falls, 1 rises, 0 unclear
    std::string source;   ///< of costs and times
};

struct Partner {
    std::string name;
    std::string kind;
    std::vector<std::string> coordinates;  ///< partners it works with
    std::vector<std::string> competes;     ///< partners it works against
};

/// What starts an action.
struct Beginning {
    enum class When : std::uint8_t { day, stage, indicator, after };
    When when = When::day;
    Day day = 0;
    Stage stage = Stage::none;  ///< observed
    std::string indicator;      ///< for `indicator`, and as the condition of `after`; empty: none
    double at_least = 0;
    Day for_days = 0;  ///< how long the indicator must hold
    int after = -1;    ///< action of the same option
    Day delay = 0;     ///< after that action was announced, or after the stage was seen
    Day within = 0;    ///< the condition must be seen within this time of that start; 0: any time
    bool unless = false;  ///< starts if the condition was NOT seen within the time
};

inline constexpr auto beginning_words =
    vocabulary<Beginning::When>({{Beginning::When::day, "day"},
                                 {Beginning::When::stage, "stage"},
                                 {Beginning::When::indicator, "indicator"},
                                 {Beginning::When::after, "after"}});

/// One intervention of an option, with who leads it, at whom it is aimed, and when. (Files call it
/// an action; what becomes of it in a run is the desk's ActionRecord.)
struct PlannedAction {
    std::string name;
    std::size_t intervention = 0;  ///< in WorldTables::interventions
    int partner = -1;              ///< in WorldTables::partners
    std::vector<ActorId> actors;
    std::vector<GroupId> groups;
    std::vector<PlaceId> places;
    Beginning start;
    Day stop_day = -1;                  ///< -1: at the end of its duration
    Stage stop_below = Stage::none;     ///< stops when the observed stage falls below
    std::vector<std::size_t> excludes;  ///< actions that must not run at the same time
    double scale = 1;
};

struct Option {
    std::string name;
    std::string title;
    double budget = std::numeric_limits<double>::infinity();  ///< USD over the run
    double staff = std::numeric_limits<double>::infinity();
    std::vector<PlannedAction> actions;
};

}  // namespace forestall
