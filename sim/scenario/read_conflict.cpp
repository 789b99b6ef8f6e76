// SPDX-License-Identifier: Apache-2.0
// What [[actor]] says beyond name and kind, [[relation]], [[hostility]], [[trigger]], [violence]
// and [mechanisms].
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "escalation/mechanism.hpp"
#include "scenario/keys.hpp"
#include "scenario/reading.hpp"

namespace forestall {
namespace {

/// Every key of the section that is a number, under "<prefix>.<name>.<field>".
void read_fields(Reading& r, const toml::table& section, std::string_view kind,
                 const std::string& name) {
    for (const auto& key : scenario_keys()) {
        const toml::node* node = key.section == kind ? section.get(key.name) : nullptr;
        if (node == nullptr) continue;
        const std::string full = fmt::format("{}.{}.{}", kind, name, key.name);
        if (key.type == KeyType::number) read_named_number(r, key.parameter, *node, full);
        if (key.type != KeyType::numbers || !node->is_table()) continue;
        for (const auto& [group, value] : *node->as_table()) {
            const std::string who(group.str());
            if (resolve(r, r.groups, "E022", who, toml_position(toml_file, value)))
                read_named_number(r, key.parameter, value, full + "." + who);
        }
    }
}

/// Another actor that a key names; none: it names none.
ActorId other_actor(Reading& r, const toml::table& section, std::string_view key,
                    const std::string& self) {
    const auto who = toml_text(section, key);
    if (!who) return none<ActorId>();
    const auto id = resolve(r, r.actors, "E023", *who, toml_at(section, key));
    if (!id) return none<ActorId>();
    if (*who == self) {
        r.report.add("E047", toml_at(section, key), fmt::format("{} names itself", shown(self)));
        return none<ActorId>();
    }
    return ActorId(*id);
}

/// Whether a place is at home or joined by a route to one that is.
bool next_to_home(const Reading& r, PlaceId p) {
    const auto home = [&](PlaceId q) { return !r.tables.places[index(q)].foreign; };
    return home(p) ||
           std::any_of(r.tables.routes.begin(), r.tables.routes.end(), [&](const Route& route) {
               return (route.a == p && home(route.b)) || (route.b == p && home(route.a));
           });
}

/// Who stands behind an actor, and where it is out of reach.
void read_patron(Reading& r, const toml::table& section, const std::string& name, Actor& actor) {
    if (!section.contains("patron")) {
        for (const char* key : {"support", "sanctuary", "veto"})
            if (section.contains(key))
                r.report.add("E050", toml_at(section, key),
                             fmt::format("actor {} has '{}' but lacks 'patron'", shown(name), key),
                             "name the actor who gives it");
        return;
    }
    Counted counted(r.tally.things["patrons"], r.report);
    actor.patron = other_actor(r, section, "patron", name);
    for (const std::string& place : toml_texts(section, "sanctuary")) {
        const auto where = toml_at(section, "sanctuary", place);
        const auto p = resolve(r, r.places, "E021", place, where);
        if (!p) continue;
        if (r.routes_known && !next_to_home(r, PlaceId(*p)))
            r.report.add("E044", where,
                         fmt::format("no route joins {} with a place at home", shown(place)),
                         "name a place at home or just over the border");
        actor.sanctuary.push_back(PlaceId(*p));
    }
    if (actor.patron != none<ActorId>()) counted.take();
}

void read_actors(Reading& r) {
    for (const toml::table* section : toml_sections(*r.toml, "actor")) {
        const auto name = toml_text(*section, "name");
        const auto id = name ? r.actors.find(*name) : std::nullopt;
        if (!id) continue;
        Actor& actor = r.tables.actors[*id];
        actor.protects = toml_boolean(*section, "protects").value_or(false);
        for (const std::string& group : toml_texts(*section, "claims")) {
            const auto g = resolve(r, r.groups, "E022", group, toml_at(*section, "claims", group));
            if (g) actor.claims.push_back(static_cast<GroupId>(*g));
        }
        std::sort(actor.claims.begin(), actor.claims.end());
        actor.claims.erase(std::unique(actor.claims.begin(), actor.claims.end()),
                           actor.claims.end());
        actor.objective =
            static_cast<Objective>(toml_choice(*section, "actor", "objective").value_or(0));
        actor.latent = static_cast<Latent>(toml_choice(*section, "actor", "latent").value_or(0));
        actor.parent = other_actor(r, *section, "parent", *name);
        actor.joins = other_actor(r, *section, "joins", *name);
        read_patron(r, *section, *name, actor);
        if (actor.latent == Latent::split && actor.parent == none<ActorId>() &&
            !section->contains("parent"))
            r.report.add("E050", toml_position(toml_file, *section),
                         fmt::format("actor {} lacks 'parent'", shown(*name)),
                         "name whom it splits off from");
        read_fields(r, *section, "actor", *name);
    }
}

/// Whether no section before named these two, in either order; else E031.
bool first_of_pair(Reading& r, const char* kind, const SourcePosition& where,
                   const std::pair<std::string, std::string>& ends,
                   std::set<std::pair<std::string, std::string>>& seen) {
    if (seen.insert(std::minmax(ends.first, ends.second)).second) return true;
    r.report.add("E031", where,
                 fmt::format("there is a {} of {} and {} already", kind, shown(ends.first),
                             shown(ends.second)),
                 "it goes both ways: keep one");
    return false;
}

/// How the two of a [[relation]], who are known, stand at the start.
void read_pact(Reading& r, const toml::table& section,
               const std::pair<std::string, std::string>& ends) {
    const auto state =
        static_cast<DyadState>(toml_choice(section, "relation", "state").value_or(0));
    if (state == DyadState::apart) return;
    r.tables.pacts.push_back(
        {ActorId(*r.actors.find(ends.first)), ActorId(*r.actors.find(ends.second)), state});
}

/// [[relation]] and [[hostility]]: a number between two of a kind, both ways.
void read_pairs(Reading& r, const char* kind, const char* key, const Names& names,
                std::string_view code) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const toml::table* section : toml_sections(*r.toml, kind)) {
        const auto ends = toml_pair(*section, key);
        const toml::node* value = section->get("value");
        if (!ends) continue;
        const bool known =
            resolve(r, names, code, ends->first, toml_at(*section, key, ends->first)).has_value() &&
            resolve(r, names, code, ends->second, toml_at(*section, key, ends->second)).has_value();
        if (!known) continue;
        if (ends->first == ends->second) {
            r.report.add("E047", toml_at(*section, key),
                         fmt::format("{} is named twice", shown(ends->first)));
            continue;
        }
        if (!first_of_pair(r, kind, toml_at(*section, key), *ends, seen)) continue;
        if (std::string_view(kind) == "relation") read_pact(r, *section, *ends);
        if (value == nullptr) continue;
        const std::string generic = fmt::format("{}.value", kind);
        read_named_number(r, generic, *value,
                          fmt::format("{}.{}.{}", kind, ends->first, ends->second));
        if (std::string_view(kind) == "relation")
            read_named_number(r, generic, *value,
                              fmt::format("{}.{}.{}", kind, ends->second, ends->first));
    }
}

/// Whom a kind of trigger must name.
bool complete(Reading& r, const toml::table& section, const Trigger& t) {
    const auto lacks = [&](const char* what) {
        r.report.add("E050", toml_position(toml_file, section),
                     fmt::format("trigger {} lacks '{}'", shown(t.name), what));
        return false;
    };
    using enum TriggerKind;
    const bool needs_actor = t.kind == leader_killed || t.kind == offensive ||
                             t.kind == deployment || t.kind == peacekeeper_exit ||
                             t.kind == spoiler;
    if (needs_actor && t.actor == none<ActorId>() && !section.contains("actor"))
        return lacks("actor");
    if (t.kind == offensive && t.target == none<ActorId>() && !section.contains("target"))
        return lacks("target");
    if (t.kind == deployment && !section.contains("fighters")) return lacks("fighters");
    if (t.kind == incident && t.group == none<GroupId>() && !section.contains("group"))
        return lacks("group");
    return true;
}

void read_trigger(Reading& r, const toml::table& section, Names& names) {
    Counted counted(r.tally.things["triggers"], r.report);
    Trigger t;
    const auto name = toml_text(section, "name");
    if (!name) return;
    t.name = *name;
    if (!declare(r, names, "trigger", t.name, toml_at(section, "name"))) return;
    t.kind = static_cast<TriggerKind>(toml_choice(section, "trigger", "kind").value_or(0));
    if (const auto who = toml_text(section, "actor"))
        if (const auto id = resolve(r, r.actors, "E023", *who, toml_at(section, "actor")))
            t.actor = ActorId(*id);
    if (const auto who = toml_text(section, "target"))
        if (const auto id = resolve(r, r.actors, "E023", *who, toml_at(section, "target")))
            t.target = ActorId(*id);
    if (const auto who = toml_text(section, "group"))
        if (const auto id = resolve(r, r.groups, "E022", *who, toml_at(section, "group")))
            t.group = GroupId(*id);
    for (const std::string& place : toml_texts(section, "places"))
        if (const auto p = resolve(r, r.places, "E021", place, toml_at(section, "places", place)))
            t.places.push_back(PlaceId(*p));
    if (section.contains("day") == section.contains("rate"))
        r.report.add("E049", toml_position(toml_file, section),
                     fmt::format("trigger {} has {}", shown(t.name),
                                 section.contains("day") ? "both 'day' and 'rate'"
                                                         : "neither 'day' nor 'rate'"));
    read_fields(r, section, "trigger", t.name);
    if (const auto day = toml_date(section, "day"); day && r.has_period()) {
        if (*day < *r.start || *day > *r.end) {
            r.report.add("W004", toml_at(section, "day"), "the trigger lies outside the period",
                         "it is left out");
            return;
        }
        t.day = *day - *r.start;
    }
    if (!complete(r, section, t)) return;
    r.tables.triggers.push_back(t);
    counted.take();
}

void read_switches(Reading& r) {
    const toml::table* section = (*r.toml)["mechanisms"].as_table();
    if (section == nullptr) return;
    std::vector<std::string> known;
    for (const Motive* m : motives()) known.emplace_back(m->name);
    for (const Mechanism* m : mechanisms()) known.emplace_back(m->name);
    for (const std::string& name : toml_texts(*section, "off")) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            r.report.add("E048", toml_at(*section, "off", name),
                         fmt::format("unknown mechanism {}", shown(name)),
                         did_you_mean(nearest(name, known)));
        else
            r.tables.settings.switched_off.push_back(name);
    }
}

}  // namespace

void read_capital(Reading& r) {
    const auto name = toml_text(*r.toml, "capital");
    if (!name) return;
    if (const auto p = resolve(r, r.places, "E021", *name, toml_at(*r.toml, "capital")))
        r.tables.settings.capital = PlaceId(*p);
}

void read_conflict(Reading& r) {
    if (!r.toml) return;
    read_capital(r);
    read_actors(r);
    read_pairs(r, "relation", "actors", r.actors, "E023");
    read_pairs(r, "hostility", "groups", r.groups, "E022");
    Names triggers;
    for (const toml::table* section : toml_sections(*r.toml, "trigger"))
        read_trigger(r, *section, triggers);
    read_switches(r);
    const toml::table* violence = (*r.toml)["violence"].as_table();
    if (violence == nullptr) return;
    Settings& settings = r.tables.settings;
    settings.conditioned_on = toml_text(*violence, "conditioned_on").value_or("");
    const bool endogenous = toml_choice(*violence, "violence", "mode").value_or(0) == 1;
    settings.violence_mode = endogenous ? ViolenceMode::endogenous : ViolenceMode::scheduled;
    const auto armed = [&](const Actor& a) {
        return r.tables.parameters.contains("actor." + a.name + ".fighters");
    };
    if (endogenous && std::none_of(r.tables.actors.begin(), r.tables.actors.end(), armed))
        r.report.add("E051", toml_at(*violence, "mode"), "no actor has fighters");
}

}  // namespace forestall
