// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "world/canonical.hpp"

namespace forestall {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument(what); }

void require(bool holds, const std::string& what) {
    if (!holds) refuse(what);
}

bool is_share(double value) { return value >= 0 && value <= 1; }

bool is_finite(const Distribution& d) {
    return std::all_of(d.args.begin(), d.args.end(), [](double x) { return std::isfinite(x); });
}

template <class T>
void check_names(const std::vector<T>& table, const char* what) {
    std::vector<std::string_view> names;
    for (const T& entry : table) {
        require(!entry.name.empty(), std::string("a ") + what + " has no name");
        names.push_back(entry.name);
    }
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end())
        refuse(std::string("two of kind ") + what + " are named '" + std::string(*twice) + "'");
}

template <class Model, class Fields>
void check_fields(const Model& m, const Fields& fields) {
    for (const auto& f : fields)
        require(m.*f.field >= f.low && m.*f.field <= f.high,
                std::string(f.name) + " is out of range");
}

void check_reference(const Settings& s) {
    if (!std::holds_alternative<std::monostate>(s.reference))
        require(s.step_days == 1, "a step of a reference model must last one day");
    if (const auto* lattice = std::get_if<LatticeSettings>(&s.reference)) {
        check_fields(*lattice, lattice_reals);
        check_fields(*lattice, lattice_counts);
        require(std::min(lattice->width, lattice->height) > 2 * std::floor(lattice->vision),
                "a lattice must be wider and higher than twice the vision");
        require(lattice->population_density + lattice->cop_density <= 1,
                "a lattice holds one person per site");
    } else if (const auto* cascade = std::get_if<CascadeSettings>(&s.reference)) {
        check_fields(*cascade, cascade_reals);
        check_fields(*cascade, cascade_counts);
    }
}

void check_settings(const Settings& s) {
    require(s.days >= 0, "a run cannot last " + std::to_string(s.days) + " days");
    require(s.step_days >= 1, "a step must last at least one day");
    require(s.persons_per_agent >= 1, "an agent must stand for at least one person");
    for (const Persons total : s.prescribed_total)
        require(total >= 0, "a prescribed total of displaced persons is negative");
    check_reference(s);
}

void check_place(const Place& p) {
    const std::string who = "place '" + p.name + "': ";
    require(p.latitude >= -90 && p.latitude <= 90,
            who + "latitude must be within -90 and 90 degrees");
    require(p.longitude >= -180 && p.longitude <= 180,
            who + "longitude must be within -180 and 180 degrees");
    require(is_share(p.hardship), who + "hardship must be a share from 0 to 1");
    require(is_share(p.access), who + "access must be a share from 0 to 1");
    require(!p.capacity || *p.capacity >= 0, who + "capacity is negative");
}

void check_route(const WorldTables& t, const Route& r) {
    require(index(r.a) < t.places.size() && index(r.b) < t.places.size(),
            "a route ends at a place that does not exist");
    const std::string who =
        "route " + t.places[index(r.a)].name + " - " + t.places[index(r.b)].name + ": ";
    require(r.a != r.b, who + "both ends are the same place");
    require(std::isfinite(r.km) && r.km > 0, who + "its length must be more than 0 km");
}

void check_control(const WorldTables& t, const Control& c) {
    require(index(c.place) < t.places.size(), "a place that does not exist is controlled");
    require(index(c.actor) < t.actors.size(), "an actor that does not exist controls a place");
    require(0 <= c.low && c.low <= c.share && c.share <= c.high && c.high <= 1,
            "control of '" + t.places[index(c.place)].name +
                "': must satisfy 0 <= low <= share <= high <= 1");
}

void check_populations(const WorldTables& t) {
    std::vector<std::pair<PlaceId, GroupId>> seen;
    for (const HomePopulation& p : t.populations) {
        require(index(p.place) < t.places.size(),
                "a population lives at a place that does not exist");
        require(index(p.group) < t.groups.size(), "a population is of a group that does not exist");
        const std::string who = "population of '" + t.groups[index(p.group)].name + "' at '" +
                                t.places[index(p.place)].name + "': ";
        require(p.persons >= 0, who + "negative");
        const bool certain = p.low == 0 && p.high == 0;
        require(certain || (0 <= p.low && p.low <= p.persons && p.persons <= p.high),
                who + "must satisfy 0 <= low <= persons <= high");
        seen.emplace_back(p.place, p.group);
    }
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    if (twice != seen.end())
        refuse("population of '" + t.groups[index(twice->second)].name + "' at '" +
               t.places[index(twice->first)].name + "' is given twice");
}

void check_closure(const WorldTables& t, const Closure& c) {
    switch (c.what) {
        case Closure::What::place:
            require(index(c.place) < t.places.size(),
                    "a closure is of a place that does not exist");
            break;
        case Closure::What::route:
            require(index(c.route) < t.routes.size(),
                    "a closure is of a route that does not exist");
            break;
        case Closure::What::border:
            require(c.from_country != c.to_country,
                    "a closed border must lie between two countries, not inside '" +
                        c.from_country + "'");
            break;
    }
    require(c.last < 0 || c.last >= c.first, "a closure ends on day " + std::to_string(c.last) +
                                                 " before it begins on day " +
                                                 std::to_string(c.first));
}

void check_violence(const WorldTables& t, const ScheduledViolence& v) {
    require(index(v.place) < t.places.size(), "violence is set at a place that does not exist");
    const std::string who = "violence at '" + t.places[index(v.place)].name + "': ";
    require(v.actor == none<ActorId>() || index(v.actor) < t.actors.size(),
            who + "its actor does not exist");
    require(v.target == none<GroupId>() || index(v.target) < t.groups.size(),
            who + "its target group does not exist");
    require(v.last < 0 || v.last >= v.first, who + "ends before it begins");
    require(is_share(v.intensity), who + "intensity must be a share from 0 to 1");
    require(is_finite(v.civilian_deaths) && is_finite(v.battle_deaths),
            who + "deaths are not finite");
}

void check_actor(const WorldTables& t, const Actor& a) {
    for (const GroupId g : a.claims)
        require(index(g) < t.groups.size(),
                "actor '" + a.name + "' claims a group that does not exist");
    for (const ActorId other : {a.parent, a.joins})
        require(other == none<ActorId>() ||
                    (index(other) < t.actors.size() && t.actors[index(other)].name != a.name),
                "actor '" + a.name + "' splits off from, or joins, one that is not another");
    require(a.patron == none<ActorId>() ||
                (index(a.patron) < t.actors.size() && t.actors[index(a.patron)].name != a.name),
            "actor '" + a.name + "' has a patron who is not another");
    for (const PlaceId p : a.sanctuary)
        require(index(p) < t.places.size(),
                "actor '" + a.name + "' has its sanctuary in a place that does not exist");
    require(a.latent != Latent::split || a.parent != none<ActorId>(),
            "actor '" + a.name + "' splits off from nobody");
}

void check_pact(const WorldTables& t, const Pact& pact) {
    require(std::max(index(pact.a), index(pact.b)) < t.actors.size() && pact.a != pact.b,
            "a pact is not of two actors");
}

void check_trigger(const WorldTables& t, const Trigger& x) {
    const std::string who = "trigger '" + x.name + "': ";
    for (const ActorId a : {x.actor, x.target})
        require(a == none<ActorId>() || index(a) < t.actors.size(),
                who + "its actor does not exist");
    require(x.group == none<GroupId>() || index(x.group) < t.groups.size(),
            who + "its group does not exist");
    for (const PlaceId p : x.places)
        require(index(p) < t.places.size(), who + "a place does not exist");
    using enum TriggerKind;
    const bool acts = x.kind == leader_killed || x.kind == offensive || x.kind == deployment ||
                      x.kind == peacekeeper_exit || x.kind == spoiler;
    require(!acts || x.actor != none<ActorId>(), who + "its kind needs an actor");
    require(x.kind != offensive || x.target != none<ActorId>(),
            who + "an offensive needs a target");
}

void check_option(const WorldTables& t, const Option& o) {
    const std::string who = "option '" + o.name + "': ";
    const auto exists = [](const auto& ids, std::size_t size) {
        return std::all_of(ids.begin(), ids.end(),
                           [&](auto id) { return static_cast<std::size_t>(id) < size; });
    };
    for (const PlannedAction& m : o.actions) {
        require(m.intervention < t.interventions.size(), who + "an intervention does not exist");
        require(m.partner < static_cast<int>(t.partners.size()), who + "a partner does not exist");
        require(exists(m.actors, t.actors.size()) && exists(m.groups, t.groups.size()) &&
                    exists(m.places, t.places.size()),
                who + "an action is aimed at what does not exist");
        require(m.start.after < static_cast<int>(o.actions.size()) &&
                    exists(m.excludes, o.actions.size()),
                who + "an action names another that does not exist");
    }
}

}  // namespace

void check_tables(const WorldTables& t) {
    require(!t.places.empty(), "a world needs at least one place");
    require(!t.groups.empty(), "a world needs at least one identity group");
    require(t.places.size() < std::numeric_limits<std::uint32_t>::max() / t.groups.size(),
            "too many cells: " + std::to_string(t.places.size()) + " places times " +
                std::to_string(t.groups.size()) + " groups");
    check_settings(t.settings);
    check_names(t.places, "place");
    check_names(t.groups, "group");
    check_names(t.actors, "actor");
    for (const Place& p : t.places) check_place(p);
    for (const Route& r : t.routes) check_route(t, r);
    check_populations(t);
    for (const Control& c : t.control) check_control(t, c);
    for (const Closure& c : t.closures) check_closure(t, c);
    for (const ScheduledViolence& v : t.violence) check_violence(t, v);
    for (const Actor& a : t.actors) check_actor(t, a);
    for (const Pact& pact : t.pacts) check_pact(t, pact);
    require(t.settings.capital == none<PlaceId>() || index(t.settings.capital) < t.places.size(),
            "the capital does not exist");
    for (const Trigger& x : t.triggers) check_trigger(t, x);
    check_names(t.triggers, "trigger");
    for (const Option& o : t.options) check_option(t, o);
    for (const auto& [name, value] : t.parameters)
        require(is_finite(value), "parameter '" + name + "' is not finite");
}

}  // namespace forestall
