// SPDX-License-Identifier: Apache-2.0
// The scene: everything about armed actors and the feeling between them and the people that changes
// in a run. Plain numbers, a value: a copy branches the world. Civilians themselves live in
// population/; what actors see of them is copied here once a step. Equations and meaning:
// docs/model.md.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "actors/levers.hpp"
#include "core/hash.hpp"
#include "core/ids.hpp"
#include "core/table.hpp"
#include "core/units.hpp"
#include "world/parameters.hpp"
#include "world/world.hpp"

namespace forestall {

/// A fading trace of what happened, with the event that has the largest part in it (-1: none), so
/// that choices can name it. Only `value` acts on the world.
struct Memory {
    double value = 0;
    std::int32_t event = -1;
    double others = 0;  ///< of `value`, not left by `event`

    /// An event, or -1 for what no event did.
    void add(double amount, std::int32_t from) {
        if (amount > 0 && from >= 0 && from != event && amount > value - others) {
            event = from;
            others = value;
        } else if (from < 0 || from != event) {
            others += amount;
        }
        value += amount;
    }
    void fade(double kept) {
        value *= kept;
        others *= kept;
        if (value < 1e-6) *this = {};
    }
    /// Weeks that run out.
    void run_down(double weeks) {
        value -= weeks;
        others = std::max(0.0, others - weeks);
        if (value <= 0) *this = {};
    }
    /// The event to name: one that left at least a tenth of the trace.
    std::int32_t ground() const { return value > 0 && value - others >= 0.1 * value ? event : -1; }
};

/// What an actor is, drawn once per member.
struct ActorTraits {
    double supply = 1;
    double resolve = 0.5;
    double restraint = 0.5;
    double sensitivity = 0.3;
    double agitation = 0.1;
    double support = 0;     ///< fighters that its patron pays for
    double veto = 0;        ///< share of outside pressure that its patron keeps off
    bool protects = false;  ///< its mandate is to protect civilians
    ActorId patron = none<ActorId>();
    Objective objective = Objective::none;
    Table<GroupId, std::uint8_t> claims;
    Table<GroupId, double> animus;      ///< to which animus returns
    Table<GroupId, double> legitimacy;  ///< to which legitimacy returns
};

/// What has become of an actor.
struct Career {
    bool state = false;      ///< it governs, or is of the forces of who governs
    bool there = true;       ///< it has come to be
    double temper = 0;       ///< of its leadership, in standard deviations
    double siege = 0;        ///< days for which it has had the odds in the capital
    double then = 0;         ///< fighters it had when it took power
    double most = 0;         ///< fighters it has ever had
    std::int32_t took = -1;  ///< event by which it took power; -1: it did not, or has lost it
    std::int32_t fell = -1;  ///< event by which it lost power; -1: it did not, or is back
};

/// How two hostile actors stand to each other; kept for a < b.
struct Dyad {
    DyadState state = DyadState::apart;
    double hurt = 0;          ///< share of both sides' fighters lost lately
    double progress = 0;      ///< control that changed hands between them lately, share of people
    double days = 0;          ///< in this state
    std::int32_t event = -1;  ///< that led to the state
};

/// A place where an actor is out of its enemies' reach while its patron backs it.
struct Sanctuary {
    ActorId client{};
    PlaceId place{};
    bool abroad = false;
};

struct Scene {
    /// Empty forces and feelings of the world's size.
    Scene() = default;
    /// The start: fighters by control, standards by kind, relations; draws addressed by names.
    Scene(const World& world, const ParameterValues& values, const Luck& luck);

    std::size_t actors = 0, places = 0, groups = 0;
    Table<ActorId, ActorTraits> who;
    Table<ActorId, ActorId, double> relation;             ///< in [-1,1]
    Table<GroupId, GroupId, double> hostility;            ///< in [0,1]
    Table<ActorId, PlaceId, std::vector<Persons>> units;  ///< sizes of armed units
    Table<ActorId, PlaceId, Persons> fighters;            ///< their sum
    Table<ActorId, Persons> forces;                       ///< the sum of these
    Table<PlaceId, ActorId, double> control;              ///< share
    Table<ActorId, double> income;           ///< fighters that income from outside pays for
    Table<ActorId, double> held_at_start;    ///< share of the people held at the start
    Table<ActorId, double> standing;         ///< fighters at the start
    Table<ActorId, double> supply;           ///< income as a share of upkeep, smoothed; 1 = enough
    Table<ActorId, ActorId, double> belief;  ///< strength of the second as the first sees it
    /// How much of the second's force is near the first, in [0,1]; from the start of the step.
    Table<ActorId, ActorId, double> near;
    Table<ActorId, double> threat, threat_mean;  ///< in [0,1]; now and over half a year
    Table<ActorId, Memory> losing;               ///< in [0,1]
    Table<ActorId, double> pressure;             ///< from outside, >= 0
    Table<ActorId, double> habit;                ///< restraint worn away by own violence, in [0,1]
    Table<ActorId, GroupId, double> animus;      ///< in [0,1]
    Table<ActorId, GroupId, double> legitimacy;  ///< in [0,1]
    Table<ActorId, double> incitement;           ///< in [0,1]
    /// The second attacked the first lately, share of the first's fighters.
    Table<ActorId, ActorId, Memory> attacked;
    /// The actor killed people of the group lately, scaled deaths in the country.
    Table<ActorId, GroupId, Memory> wronged;
    Table<PlaceId, GroupId, Memory> injury;     ///< people of the group killed near by lately
    Table<ActorId, GroupId, Memory> campaign;   ///< weeks that a campaign of violence still runs
    Table<ActorId, ActorId, Memory> offensive;  ///< weeks that an offensive still runs
    Table<ActorId, Memory> shock;               ///< alarm after a trigger
    Table<ActorId, ActorId, Dyad> dyads;        ///< the first before the second
    Table<PlaceId, double> protection;          ///< in [0,1], by those whose mandate it is
    Table<ActorId, Career> career;
    ActorId ruler = none<ActorId>();            ///< who governs; none: nobody does
    std::vector<Sanctuary> sanctuaries;         ///< of all actors, by client
    Table<ActorId, double> backing;             ///< in [0,1]: how much its patron gives of all
    Table<PlaceId, double> contested;           ///< in [0,1]: how lately the place was fought for
    Table<PlaceId, GroupId, double> grief;      ///< people of the group killed near by, in persons
    Table<PlaceId, std::uint8_t> seat;          ///< places that make up the capital
    Table<PlaceId, ActorId, double> held_then;  ///< control at the start
    // What actors see of civilians, from the start of the step.
    Table<PlaceId, GroupId, Persons> present;
    Table<PlaceId, GroupId, Persons> mobilised;
    Table<PlaceId, Persons> home_people;  ///< at the start of the run
    Persons people = 0;                   ///< in the country at the start
    double attention = 0;
    double crowding = 0;  ///< share of the world's attention that is elsewhere
    Levers levers;

    const Dyad& dyad(ActorId a, ActorId b) const { return a < b ? dyads(a, b) : dyads(b, a); }
    Dyad& dyad(ActorId a, ActorId b) { return a < b ? dyads(a, b) : dyads(b, a); }

    Persons force(ActorId a) const { return forces[a]; }  ///< fighters of a in all
    bool state(ActorId a) const { return career[a].state; }
    /// Whether a is in a sanctuary there: it is not attacked.
    bool sheltered(ActorId a, PlaceId p) const;
    /// Whether a may not go there: it is an enemy's sanctuary, or abroad and none of its own.
    bool closed(ActorId a, PlaceId p) const;
    /// Troops whose mandate is to protect, of actors and of what the desk sends.
    double protectors(PlaceId p) const;
    /// Fighters of a in the capital.
    double in_capital(ActorId a) const;
    double held(ActorId a) const;  ///< share of the people who live under a's control
    double rival_control(ActorId a, PlaceId p) const;  ///< largest share of an enemy of a
    /// How far the people of g are taken for a's enemies' people: largest hostility to an actor
    /// that claims them.
    double enemy_people(ActorId a, GroupId g) const;
    /// How strongly a group is incited at a place: the loudest of those who claim to speak for it.
    double incited(PlaceId p, GroupId g, const World& world) const;
    /// Kalyvas zone of a place from the government's to its challengers': 1 to 5; 0 if nobody holds
    /// it.
    int zone(PlaceId p) const;
    void recount();                      ///< fighters and forces from units
    void recount(ActorId a, PlaceId p);  ///< the same where only these units have changed
    void hash(StateHash& h) const;
};

}  // namespace forestall
