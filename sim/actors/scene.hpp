// SPDX-License-Identifier: Apache-2.0
// The scene: everything about armed actors and the feeling between them and the people that changes
// in a run. Plain numbers, a value: a copy branches the world. Civilians themselves live in
// population/; what actors see of them is copied here once a step. Shapes: A actors, P places, G
// groups; [a][p] is a * P + p, and so on. Equations and meaning: docs/model.md.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "actors/levers.hpp"
#include "core/hash.hpp"
#include "core/ids.hpp"
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
    bool state = false;                ///< government or its forces
    bool protects = false;             ///< its mandate is to protect civilians
    std::vector<std::uint8_t> claims;  ///< [g]
    std::vector<double> animus;        ///< [g], to which animus returns
    std::vector<double> legitimacy;    ///< [g], to which legitimacy returns
};

enum class DyadState : std::uint8_t { apart, fighting, talks, ceasefire, agreement };

/// How two hostile actors stand to each other; kept for a < b.
struct Dyad {
    DyadState state = DyadState::apart;
    double hurt = 0;          ///< share of both sides' fighters lost lately
    double progress = 0;      ///< control that changed hands between them lately, share of people
    double days = 0;          ///< in this state
    std::int32_t event = -1;  ///< that led to the state
};

struct Scene {
    /// Empty forces and feelings of the world's size.
    Scene() = default;
    /// The start: fighters by control, standards by kind, relations; draws addressed by names.
    Scene(const World& world, const ParameterValues& values, const Luck& luck);

    std::size_t actors = 0, places = 0, groups = 0;
    std::vector<ActorTraits> who;
    std::vector<double> relation;             ///< [a][b] in [-1,1]
    std::vector<double> hostility;            ///< [g][h] in [0,1]
    std::vector<std::vector<Persons>> units;  ///< [a][p] sizes of armed units
    std::vector<Persons> fighters;            ///< [a][p] their sum
    std::vector<Persons> forces;              ///< [a] the sum of these
    std::vector<double> control;              ///< [p][a] share
    std::vector<double> income;               ///< [a] fighters that income from outside pays for
    std::vector<double> held_at_start;        ///< [a] share of the people held at the start
    std::vector<double> supply;  ///< [a] income as a share of upkeep, smoothed; 1 = enough
    std::vector<double> belief;  ///< [a][b] strength of b as a sees it
    std::vector<double> threat, threat_mean;  ///< [a] in [0,1]; now and over half a year
    std::vector<Memory> losing;               ///< [a] in [0,1]
    std::vector<double> pressure;             ///< [a] from outside, >= 0
    std::vector<double> habit;                ///< [a] restraint worn away by own violence, in [0,1]
    std::vector<double> animus;               ///< [a][g] in [0,1]
    std::vector<double> legitimacy;           ///< [a][g] in [0,1]
    std::vector<double> incitement;           ///< [a] in [0,1]
    std::vector<Memory> attacked;             ///< [a][b] b attacked a lately, share of a's fighters
    std::vector<Memory>
        wronged;  ///< [a][g] a killed people of g lately, scaled deaths in the country
    std::vector<Memory> injury;      ///< [p][g] people of g killed here and near by lately
    std::vector<Memory> campaign;    ///< [a][g] weeks that a campaign of violence still runs
    std::vector<Memory> offensive;   ///< [a][b] weeks that an offensive still runs
    std::vector<Memory> shock;       ///< [a] alarm after a trigger
    std::vector<Dyad> dyads;         ///< [a][b], a < b
    std::vector<double> protection;  ///< [p] in [0,1], by those whose mandate it is
    // What actors see of civilians, from the start of the step.
    std::vector<Persons> present;      ///< [p][g]
    std::vector<Persons> mobilised;    ///< [p][g]
    std::vector<Persons> home_people;  ///< [p] at the start of the run
    Persons people = 0;                ///< in the country at the start
    double attention = 0;
    double crowding = 0;  ///< share of the world's attention that is elsewhere
    Levers levers;

    std::size_t ap(std::size_t a, std::size_t p) const { return a * places + p; }
    std::size_t aa(std::size_t a, std::size_t b) const { return a * actors + b; }
    std::size_t ag(std::size_t a, std::size_t g) const { return a * groups + g; }
    std::size_t pg(std::size_t p, std::size_t g) const { return p * groups + g; }
    std::size_t pa(std::size_t p, std::size_t a) const { return p * actors + a; }
    const Dyad& dyad(std::size_t a, std::size_t b) const {
        return dyads[a < b ? aa(a, b) : aa(b, a)];
    }
    Dyad& dyad(std::size_t a, std::size_t b) { return dyads[a < b ? aa(a, b) : aa(b, a)]; }

    Persons force(std::size_t a) const { return forces[a]; }  ///< fighters of a in all
    double held(std::size_t a) const;  ///< share of the people who live under a's control
    double rival_control(std::size_t a, std::size_t p) const;  ///< largest share of an enemy of a
    /// How far the people of g are taken for a's enemies' people: largest hostility to an actor
    /// that claims them.
    double enemy_people(std::size_t a, std::size_t g) const;
    /// How strongly a group is incited at a place: the loudest of those who claim to speak for it.
    double incited(std::size_t p, std::size_t g, const World& world) const;
    /// Kalyvas zone of a place from the government's to its challengers': 1 to 5; 0 if nobody holds
    /// it.
    int zone(std::size_t p, const World& world) const;
    void recount();  ///< fighters and forces from units
    void hash(StateHash& h) const;
};

}  // namespace forestall
