// SPDX-License-Identifier: Apache-2.0
// A run as history: cut into chapters at its turning points, and for each of them who fought whom,
// who killed whom, where, what was seen of it, and who held what. Numbers and positions only; words
// are in history_prose.hpp. A pure function of what `forestall run` wrote.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/stage.hpp"
#include "results/header.hpp"

namespace forestall::history {

/// What a history is told from.
struct Record {
    const Header& header;
    const MemberOutcome& outcome;
    const RunDetail& detail;
    ActorId ruler = none<ActorId>();  ///< who governs at the start; none: not known
    Day days = 0;                     ///< length of the run; 0: its last step is whole
    std::map<std::string, std::string> actions = {};  ///< titles of the option's, by their names
    std::string given = {};  ///< what the scenario takes as given, a clause; empty: nothing
};

/// Sums of the series, so that those of chapters add up to those of the file.
struct Toll {
    Persons civilians = 0;
    Persons fighters = 0;
    Persons reported = 0;  ///< of the civilians
    Persons caught = 0;    ///< of the civilians, caught in battles; from the events
    Persons all() const { return civilians + fighters; }
};

/// What turns: an event happens, a mass killing begins, or deaths come at another pace.
enum class TurnKind { event, onset, pace };

/// A turning point: an event with those that came of it in the same step, or what is no event.
struct Turn {
    TurnKind kind = TurnKind::event;
    std::vector<std::size_t> events = {};  ///< positions in the log, the main one first
    std::size_t step = 0;
    Day day = 0;
    double weight = 0;     ///< how much of a turning point it is: see turning_points.hpp
    std::size_t from = 0;  ///< first step of the course after it: what ends an actor ends its step
};

struct PlaceToll {
    PlaceId place = none<PlaceId>();
    Persons deaths = 0;
};

/// Battles of two actors, whoever attacked.
struct Fight {
    ActorId a = none<ActorId>();  ///< of the two, the one that attacked more often
    ActorId b = none<ActorId>();
    Persons deaths = 0;  ///< of fighters, and of civilians caught between
    std::size_t battles = 0;
    std::size_t orders = 0;         ///< offensives that leaders of either ordered
    std::vector<PlaceToll> places;  ///< most deaths first
};

/// What an actor, or neighbours, did to a group.
struct Killing {
    ActorId actor = none<ActorId>();  ///< none: neighbours, or nobody knows who
    GroupId group = none<GroupId>();  ///< none: whoever was there
    bool communal = false;
    Persons deaths = 0;                      ///< of civilians
    std::map<std::string, Persons> manners;  ///< deaths by manner
    std::vector<std::string> drivers;        ///< motives that spoke for it most, weighed by deaths
    std::vector<PlaceToll> places;           ///< most deaths first
    std::size_t worst = 0;                   ///< position of its deadliest event
};

/// Places that half of a group or more have left within a chapter, or been killed in; most of them
/// first.
struct Emptying {
    GroupId group = none<GroupId>();
    Persons before = 0, left = 0;  ///< of the group at home there
    std::vector<PlaceId> places;
};

/// People away from home at the end of a step.
struct Flight {
    Persons all = 0;
    Persons abroad = 0;
};

struct Holding {
    ActorId actor = none<ActorId>();
    double people = 0;  ///< share of the country that it controls, each place by the people there
};

/// Places that came under an actor within a chapter, those of most people first.
struct Gain {
    ActorId actor = none<ActorId>();
    ActorId from = none<ActorId>();  ///< who held most of them before; none: nobody, or several
    std::vector<PlaceId> places;
    double people = 0;  ///< their share of the country
};

/// The desk changes the stage that it sees.
struct Sighting {
    std::size_t step = 0;
    Day day = 0;
    Stage from = Stage::none, to = Stage::none;
    bool again = false;       ///< it had seen it before, and events have called for it ever since
    std::optional<Day> late;  ///< days since events called for it; none: they do not, or to a lower
                              ///< stage
};

/// At the end of a step.
struct Outlook {
    Stage stage = Stage::none;  ///< as the desk sees it
    Stage true_stage = Stage::none;
    double risk = 0;
    double attention = 0;
};

struct Chapter {
    std::size_t first = 0, end = 0;  ///< steps
    Day from = 0, to = 0;            ///< its first day, and the day after its last
    bool quiet = false;              ///< little happened: told in a sentence
    Toll toll;
    std::vector<Turn> turns;
    std::vector<Fight> fights;      ///< most deaths first
    std::vector<Killing> killings;  ///< likewise
    std::vector<Gain> gains;        ///< most people first
    std::vector<Holding> held;      ///< at its end, largest first
    std::vector<Persons> men;       ///< under arms at its end, by actor; empty: not known
    std::vector<Emptying> emptied;  ///< most people first
    std::vector<Sighting> sightings;
    Flight flight;                    ///< at its end
    Outlook outlook;                  ///< likewise
    ActorId ruler = none<ActorId>();  ///< likewise
};

/// More than a thousand of a group killed by one actor within twelve months.
struct Onset {
    std::size_t step = 0;
    ActorId actor = none<ActorId>();
    GroupId group = none<GroupId>();
};

struct History {
    std::string title, option;
    std::uint64_t member = 0, seed = 0;
    Day days = 0;
    Toll toll;
    Toll last_quarter;  ///< of the last 13 weeks
    std::vector<Killing> killings;
    std::optional<Onset> onset;
    ActorId ruler = none<ActorId>();     ///< at the start
    std::vector<Holding> held;           ///< at the end of the first step
    std::vector<Persons> men;            ///< likewise; see Chapter
    Outlook outlook;                     ///< likewise
    std::vector<std::size_t> takeovers;  ///< positions in the log
    Flight most_flight;
    std::size_t most_flight_step = 0;
    std::vector<Chapter> chapters;  ///< from the first step to the last without a gap
};

/// `record` must have events and steps; `member` is for the title.
History history_of(const Record& record, std::uint64_t member);

/// Civilians killed in an event. Where violence is scheduled, all dead outside of battles.
Persons civilians_of(const Event& event);

/// First day of a step, and the day after the last one for the number of steps.
Day day_of(const Record& record, std::size_t step);
/// When an event was: its own day, or the first of its step.
Day day_of(const Record& record, const Event& event);
/// The day to name its month by: its own, or the middle of its step. What nobody dies in has the
/// first day of its step, unless it is dated.
Day spoken_day(const Record& record, std::size_t step, Day day);
Day spoken_day(const Record& record, const Event& event);

}  // namespace forestall::history
