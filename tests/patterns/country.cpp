// SPDX-License-Identifier: Apache-2.0
#include "patterns/country.hpp"

#include <algorithm>
#include <stdexcept>

namespace forestall::patterns {
namespace {

using test::fix;

constexpr const char* rebels = "Ridge Front";
constexpr const char* offensive = "Seleka offensive";

void structure(WorldTables& t, double fighters, double hatred, double guards_hatred,
               double restraint, double agitation, double legitimacy) {
    for (const char* who : {"Ridge Front", "River Guard"})
        fix(t, std::string("actor.") + who + ".fighters", fighters);
    fix(t, "actor.Army of Veldrana.animus.Hill people", hatred);
    fix(t, "actor.Ridge Front.animus.River people", hatred);
    fix(t, "actor.River Guard.animus.Hill people", guards_hatred);
    fix(t, "hostility.Hill people.River people", hatred);
    fix(t, "actor.River Guard.restraint", restraint);
    fix(t, "actor.River Guard.agitation", agitation);
    fix(t, "actor.Army of Veldrana.legitimacy.Hill people", legitimacy);
}

/// Ids above the one that goes move down.
void close_gap(ActorId& id, std::size_t gone) {
    if (id != none<ActorId>() && index(id) > gone)
        id = ActorId(static_cast<std::uint32_t>(index(id) - 1));
}

}  // namespace

World country(const std::string& name, const test::Edit& edit) {
    WorldTables tables = test::bundled(name);
    if (edit) edit(tables);
    return World::build(std::move(tables));
}

void ten_years(WorldTables& t) { t.settings.days = 522 * t.settings.step_days; }

void median_numbers(WorldTables& t) { structure(t, 300, 0.15, 0.2, 0.5, 0.1, 0.86); }

void quiet_numbers(WorldTables& t) { structure(t, 150, 0.075, 0.1, 0.65, 0.05, 0.9); }

void without_actor(WorldTables& t, const std::string& name) {
    const auto at = std::find_if(t.actors.begin(), t.actors.end(),
                                 [&](const Actor& a) { return a.name == name; });
    if (at == t.actors.end()) throw std::out_of_range("there is no " + name);
    const auto gone = static_cast<std::size_t>(at - t.actors.begin());
    const auto id = ActorId(static_cast<std::uint32_t>(gone));
    t.actors.erase(at);
    t.options.clear();
    t.violence.clear();
    std::erase_if(t.control, [&](const Control& c) { return c.actor == id; });
    std::erase_if(t.triggers, [&](const Trigger& x) { return x.actor == id || x.target == id; });
    std::erase_if(t.parameters,
                  [&](const auto& p) { return p.first.find(name) != std::string::npos; });
    std::erase_if(t.pacts, [&](const Pact& p) { return p.a == id || p.b == id; });
    for (Pact& p : t.pacts) {
        close_gap(p.a, gone);
        close_gap(p.b, gone);
    }
    for (Actor& a : t.actors) {
        close_gap(a.parent, gone);
        close_gap(a.joins, gone);
        close_gap(a.patron, gone);
    }
    for (Control& c : t.control) close_gap(c.actor, gone);
    for (Trigger& x : t.triggers) {
        close_gap(x.actor, gone);
        close_gap(x.target, gone);
    }
}

void hostile_people(WorldTables& t) {
    without_actor(t, rebels);
    fix(t, "hostility.Hill people.River people", 0.8);
    fix(t, "actor.River Guard.animus.Hill people", 0.8);
    fix(t, "actor.River Guard.agitation", 0.6);
}

void hostile_state(WorldTables& t) {
    without_actor(t, rebels);
    fix(t, "actor.Army of Veldrana.animus.Hill people", 0.9);
    fix(t, "actor.Army of Veldrana.restraint", 0.1);
    fix(t, "actor.Army of Veldrana.agitation", 0.6);
    fix(t, "actor.Army of Veldrana.legitimacy.Hill people", 0.4);
}

void without_offensive(WorldTables& t) {
    const std::size_t all = t.triggers.size();
    std::erase_if(t.triggers, [](const Trigger& x) { return x.name == offensive; });
    if (t.triggers.size() + 1 != all)
        throw std::out_of_range(std::string("there is no trigger ") + offensive);
    std::erase_if(t.parameters, [](const auto& p) {
        return p.first.starts_with(std::string("trigger.") + offensive + ".");
    });
}

}  // namespace forestall::patterns
