// SPDX-License-Identifier: Apache-2.0
// The static parts of a World: places, routes, identity groups, actors, closures and dated events.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/distribution.hpp"
#include "core/ids.hpp"
#include "core/units.hpp"
#include "core/vocabulary.hpp"

namespace forestall {

/// What a place is to someone who flees.
enum class PlaceKind : std::uint8_t { settlement, camp, border_point };
inline constexpr auto place_kind_words =
    vocabulary<PlaceKind>({{PlaceKind::settlement, "settlement"},
                           {PlaceKind::camp, "camp"},
                           {PlaceKind::border_point, "border_point"}});

struct Place {
    std::string name;
    std::string region;  ///< admin unit
    std::string
        country;  ///< people are at home in the scenario's country; elsewhere they are abroad
    double latitude = 0;  ///< degrees
    double longitude = 0;
    PlaceKind kind = PlaceKind::settlement;
    bool foreign = false;             ///< outside the scenario's home country
    std::optional<Persons> capacity;  ///< persons a camp was planned for; none = unknown
    double hardship = 0.5;            ///< baseline hardship, share
    double access = 1.0;              ///< terrain and humanitarian access, share: 1 easy
    bool population_known = true;     ///< false: imputed (a warning said so)
};

/// Hubs that pass everyone on: who arrives at one end is sent to the other (Flee's
/// forced_redirection).
enum class Forwarding : std::uint8_t { none, to_a, to_b, both };

/// An undirected link.
struct Route {
    PlaceId a{};
    PlaceId b{};
    double km = 0;
    Forwarding forwarding = Forwarding::none;
    bool crosses_border = false;  ///< set by World
};

/// EPR status scale (Vogt et al. 2015).
enum class PoliticalStatus : std::uint8_t {
    monopoly,
    dominant,
    senior_partner,
    junior_partner,
    self_excluded,
    powerless,
    discriminated,
    irrelevant
};

struct Group {
    std::string name;
    PoliticalStatus status = PoliticalStatus::irrelevant;
};

enum class ActorKind : std::uint8_t {
    government,
    security_force,
    militia,
    rebel_group,
    external_patron
};
inline constexpr auto actor_kind_words =
    vocabulary<ActorKind>({{ActorKind::government, "government"},
                           {ActorKind::security_force, "security_force"},
                           {ActorKind::militia, "militia"},
                           {ActorKind::rebel_group, "rebel_group"},
                           {ActorKind::external_patron, "external_patron"}});

/// What an actor wants that has a place; `objective_of` says what stands for "by kind".
enum class Objective : std::uint8_t {
    by_kind,
    none,
    homeland,  ///< the places where the people live whom it claims
    capital    ///< to rule
};
inline constexpr auto objective_words = vocabulary<Objective>({{Objective::by_kind, "by kind"},
                                                               {Objective::none, "none"},
                                                               {Objective::homeland, "homeland"},
                                                               {Objective::capital, "capital"}});

/// When an actor comes to be.
enum class Latent : std::uint8_t {
    no,      ///< it is there at the start
    hurt,    ///< people whom it claims are killed and nobody protects them
    called,  ///< a trigger names it
    split    ///< its parent comes apart
};
inline constexpr auto latent_words = vocabulary<Latent>({{Latent::no, "no"},
                                                         {Latent::hurt, "when hurt"},
                                                         {Latent::called, "when called"},
                                                         {Latent::split, "when split off"}});

/// Its numbers (fighters, restraint, support, …) are named numbers of the world:
/// world/named_numbers.hpp.
struct Actor {
    std::string name;
    ActorKind kind = ActorKind::militia;
    std::vector<GroupId> claims;  ///< identity groups it claims to speak for
    bool protects = false;        ///< its mandate is to protect civilians
    Objective objective = Objective::by_kind;
    Latent latent = Latent::no;
    ActorId parent = none<ActorId>();  ///< whom it splits off from
    ActorId joins = none<ActorId>();   ///< in whom it is merged once that one has come to be
    ActorId patron = none<ActorId>();  ///< who gives it support, sanctuary and a veto
    std::vector<PlaceId> sanctuary{};  ///< where it is out of its enemies' reach
};

/// Governments and rebels who speak for somebody want to rule, militias to keep their people's
/// places; who is there to protect, and all others, want no place.
constexpr Objective objective_of(const Actor& actor) {
    if (actor.objective != Objective::by_kind) return actor.objective;
    if (actor.protects) return Objective::none;
    switch (actor.kind) {
        case ActorKind::government:
            return Objective::capital;
        case ActorKind::rebel_group:
            return actor.claims.empty() ? Objective::none : Objective::capital;
        case ActorKind::militia:
            return Objective::homeland;
        default:
            return Objective::none;
    }
}

/// How two hostile actors stand to each other.
enum class DyadState : std::uint8_t { apart, fighting, talks, ceasefire, agreement };
inline constexpr auto dyad_words = vocabulary<DyadState>({{DyadState::apart, "apart"},
                                                          {DyadState::fighting, "fighting"},
                                                          {DyadState::talks, "talks"},
                                                          {DyadState::ceasefire, "ceasefire"},
                                                          {DyadState::agreement, "agreement"}});

/// How two actors stand to each other at the start, if not apart; either may be named first.
struct Pact {
    ActorId a{};
    ActorId b{};
    DyadState state = DyadState::apart;
};

/// Something that sets things off: on a day, or at a rate per year.
enum class TriggerKind : std::uint8_t {
    coup,
    election,
    leader_killed,
    offensive,
    incident,
    deployment,
    peacekeeper_exit,
    spoiler
};

/// What scenarios call it.
inline constexpr auto trigger_words =
    vocabulary<TriggerKind>({{TriggerKind::coup, "coup"},
                             {TriggerKind::election, "election"},
                             {TriggerKind::leader_killed, "leader_killed"},
                             {TriggerKind::offensive, "offensive"},
                             {TriggerKind::incident, "incident"},
                             {TriggerKind::deployment, "deployment"},
                             {TriggerKind::peacekeeper_exit, "peacekeeper_exit"},
                             {TriggerKind::spoiler, "spoiler"}});

struct Trigger {
    std::string name;
    TriggerKind kind = TriggerKind::incident;
    ActorId actor =
        none<ActorId>();  ///< who is hit (leader_killed), attacks (offensive), comes or goes
    ActorId target = none<ActorId>();  ///< whom an offensive is against
    GroupId group = none<GroupId>();   ///< whose people are hit (incident), who loses (election)
    Day day = -1;                      ///< -1: at its rate
    std::vector<PlaceId> places{};  ///< where those who come are based (deployment), or from where
                                    ///< they set out (offensive); empty: everywhere
};

/// Which share of a place an actor holds at the start; a triangular range when uncertain. Shares of
/// a place sum to at most 1.
struct Control {
    PlaceId place{};
    ActorId actor{};
    double share = 0;
    double low = 0;
    double high = 0;
};

/// Days are inclusive; `last` < 0 means to the end of the run.
struct Closure {
    enum class What : std::uint8_t { place, route, border };
    What what = What::route;
    PlaceId place{};           ///< what == place: nobody may enter
    RouteId route{};           ///< what == route: nobody passes
    std::string from_country;  ///< what == border: nobody crosses from -> to
    std::string to_country;
    Day first = 0;
    Day last = -1;
};

enum class ViolenceKind : std::uint8_t { battle, one_sided, communal };

/// A dated event of the exogenous schedule: from `first` to `last` (inclusive; last < 0 = never
/// ends) the place is a place of violence.
struct ScheduledViolence {
    PlaceId place{};
    ViolenceKind kind = ViolenceKind::one_sided;
    ActorId actor = none<ActorId>();   ///< perpetrator; none = unknown
    GroupId target = none<GroupId>();  ///< identity group attacked; none = everyone
    Day first = 0;
    Day last = 0;
    double intensity = 1;          ///< danger while it lasts, share in [0,1]
    Distribution civilian_deaths;  ///< over the whole event, persons
    Distribution battle_deaths;    ///< fighters, persons
};

}  // namespace forestall
