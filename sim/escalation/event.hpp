// SPDX-License-Identifier: Apache-2.0
// Events and their causes: the log of a run, which `explain` reads. A cause is a motive that spoke
// for (or against) a choice, with the earlier event it rests on; taking it away under the same luck
// changes the choice or its probability.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "core/vocabulary.hpp"

namespace forestall {

/// What can happen. `manner` says more.
enum class EventKind : std::uint8_t {
    battle,      ///< between two armed actors
    one_sided,   ///< an armed actor kills civilians
    communal,    ///< neighbours kill neighbours
    repression,  ///< arrests
    offensive,   ///< leaders order one
    campaign,    ///< leaders order violence against a group
    talks,       ///< begin
    walk_out,    ///< from talks or a truce
    ceasefire,
    agreement,
    relapse,       ///< talks fail or a truce breaks
    takeover,      ///< an actor governs in place of another
    founding,      ///< an actor comes to be
    split,         ///< men part from an actor
    merger,        ///< an actor becomes part of another
    defeat,        ///< an actor is no more
    turnover,      ///< new leaders
    trigger,       ///< from outside what actors decide
    stage,         ///< it changes, in truth or as seen
    intervention,  ///< what the desk does
    extinction,    ///< a group of a reference model is no more
    unknown,       ///< in a file of another program
};

/// What results files, pages and `explain` call it.
inline constexpr auto event_words = vocabulary<EventKind>(
    {{EventKind::battle, "battle"},         {EventKind::one_sided, "one_sided"},
     {EventKind::communal, "communal"},     {EventKind::repression, "repression"},
     {EventKind::offensive, "offensive"},   {EventKind::campaign, "campaign"},
     {EventKind::talks, "talks"},           {EventKind::walk_out, "walk_out"},
     {EventKind::ceasefire, "ceasefire"},   {EventKind::agreement, "agreement"},
     {EventKind::relapse, "relapse"},       {EventKind::takeover, "takeover"},
     {EventKind::founding, "founding"},     {EventKind::split, "split"},
     {EventKind::merger, "merger"},         {EventKind::defeat, "defeat"},
     {EventKind::turnover, "turnover"},     {EventKind::trigger, "trigger"},
     {EventKind::stage, "stage"},           {EventKind::intervention, "intervention"},
     {EventKind::extinction, "extinction"}, {EventKind::unknown, "unknown"}});

/// Why a choice was made: a motive (its part of the utility against holding still) or an earlier
/// event behind one.
struct Cause {
    std::string what;   ///< name of the motive or mechanism ("threat", "revenge", "losing", …)
    double weight = 0;  ///< utility that it added to what was chosen; negative: it held back
    std::int32_t event = -1;  ///< number of an earlier event of this run that it rests on; -1: none
    ActorId actor = none<ActorId>();  ///< whom it is about (a rival, a patron); none: nobody
};

/// A thing that happened, for `run`: dims event. Place, actor and target may be none.
struct Event {
    std::int32_t step = 0;
    EventKind kind = EventKind::unknown;
    PlaceId place = none<PlaceId>();
    ActorId actor = none<ActorId>();
    GroupId target = none<GroupId>();
    Persons deaths = 0;
    Persons displaced = 0;
    ActorId opponent = none<ActorId>();  ///< the other armed actor of a battle or of talks
    std::string
        manner;    ///< "selective", "indiscriminate", "campaign", "offensive", …; empty: no kinds
    Day day = -1;  ///< -1: the step has no finer date
    Persons civilian_deaths = 0;  ///< of `deaths`
    Persons reported = 0;         ///< civilian deaths that observers report
    double probability = -1;      ///< of the choice when it was made; -1: nothing was chosen
    int zone = 0;  ///< control zone of the place then, 1 (incumbent's) to 5 (challenger's); 0: none
    std::vector<Cause> causes{};  ///< in order of weight
    std::int32_t number = -1;     ///< within the run, as causes name it; -1: scheduled violence
    double fright = 0;            ///< deaths that it was felt like; not kept in files
};

}  // namespace forestall
