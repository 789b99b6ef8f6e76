// SPDX-License-Identifier: Apache-2.0
// World::digest. Every field of every table goes in, field by field; a field added to a table belongs here too.
#include "core/hash.hpp"
#include "world/world.hpp"

namespace forestall {
namespace {

void add(StateHash& h, const Distribution& d) {
    h.add(d.shape);
    h.add_range(d.args);
    h.add(d.source);
}

template <class Model, std::size_t reals, std::size_t counts>
void add(StateHash& h, const Model& m, const std::array<BoundedField<Model, double>, reals>& real_fields,
         const std::array<BoundedField<Model, std::int32_t>, counts>& count_fields) {
    for (const auto& f : real_fields) h.add(m.*f.field);
    for (const auto& f : count_fields) h.add(m.*f.field);
}

/// Nothing for a country.
void add(StateHash& h, const ReferenceModel& model) {
    if (const auto* lattice = std::get_if<LatticeSettings>(&model)) {
        h.add("lattice");
        add(h, *lattice, lattice_reals, lattice_counts);
        h.add(lattice->neighbourhood);
        h.add(lattice->ratio);
        h.add(lattice->movement);
        h.add(lattice->quiet_without_victim);
    } else if (const auto* cascade = std::get_if<CascadeSettings>(&model)) {
        h.add("cascade");
        add(h, *cascade, cascade_reals, cascade_counts);
        h.add(cascade->drawn);
    }
}

void add(StateHash& h, const Settings& s) {
    h.add(s.title);
    h.add(s.start_date);
    h.add(s.days);
    h.add(s.step_days);
    h.add(s.violence_mode);
    h.add(s.conditioned_on);
    for (const std::string& name : s.switched_off) h.add(name);
    h.add(s.displacement);
    h.add(s.representation);
    h.add(s.persons_per_agent);
    h.add(s.use_capacities);
    h.add_range(s.prescribed_total);
    add(h, s.reference);
}

void add(StateHash& h, const Place& p) {
    h.add(p.name);
    h.add(p.region);
    h.add(p.country);
    h.add(p.latitude);
    h.add(p.longitude);
    h.add(p.kind);
    h.add(p.foreign);
    h.add(p.capacity.has_value());
    h.add(p.capacity.value_or(0));
    h.add(p.hardship);
    h.add(p.access);
    h.add(p.population_known);
}

void add(StateHash& h, const Route& r) {
    h.add(r.a);
    h.add(r.b);
    h.add(r.km);
    h.add(r.forwarding);
    h.add(r.crosses_border);
}

void add(StateHash& h, const Group& g) {
    h.add(g.name);
    h.add(g.status);
}

void add(StateHash& h, const Actor& a) {
    h.add(a.name);
    h.add(a.kind);
    h.add_range(a.claims);
    h.add(a.protects);
}

void add(StateHash& h, const Trigger& t) {
    h.add(t.name);
    h.add(t.kind);
    h.add(t.actor);
    h.add(t.target);
    h.add(t.group);
    h.add(t.day);
}

template <class T>
void add_table(StateHash& h, const std::vector<T>& table);

void add(StateHash& h, const Effect& e) {
    h.add(e.lever);
    h.add(e.kinds);
    h.add(e.phase);
    h.add(e.where);
    h.add(e.above);
    h.add(e.below);
}

void add(StateHash& h, const Intervention& i) {
    h.add(i.name);
    h.add(i.target);
    for (const int n : {i.staff, i.lead_time, i.ramp, i.duration, i.decay}) h.add(n);
    h.add(i.consent);
    add_table(h, i.effects);
}

void add(StateHash& h, const Partner& p) {
    h.add(p.name);
    h.add(p.kind);
    for (const auto* names : {&p.coordinates, &p.competes}) {
        h.add(static_cast<std::uint64_t>(names->size()));
        for (const std::string& name : *names) h.add(name);
    }
}

void add(StateHash& h, const Beginning& s) {
    h.add(s.when);
    h.add(s.day);
    h.add(s.stage);
    h.add(s.indicator);
    h.add(s.at_least);
    for (const int n : {s.for_days, s.after, s.delay, s.within}) h.add(n);
    h.add(s.unless);
}

void add(StateHash& h, const Measure& a) {
    h.add(a.name);
    h.add(static_cast<std::uint64_t>(a.intervention));
    h.add(a.partner);
    h.add_range(a.actors);
    h.add_range(a.groups);
    h.add_range(a.places);
    add(h, a.start);
    h.add(a.stop_day);
    h.add(a.stop_below);
    h.add_range(a.excludes);
    h.add(a.scale);
}

void add(StateHash& h, const Option& o) {
    h.add(o.name);
    h.add(o.budget);
    h.add(o.staff);
    add_table(h, o.actions);
}

void add(StateHash& h, const HomePopulation& p) {
    h.add(p.place);
    h.add(p.group);
    h.add(p.persons);
    h.add(p.low);
    h.add(p.high);
}

void add(StateHash& h, const Control& c) {
    h.add(c.place);
    h.add(c.actor);
    h.add(c.share);
    h.add(c.low);
    h.add(c.high);
}

void add(StateHash& h, const Closure& c) {
    h.add(c.what);
    h.add(c.place);
    h.add(c.route);
    h.add(c.from_country);
    h.add(c.to_country);
    h.add(c.first);
    h.add(c.last);
}

void add(StateHash& h, const ScheduledViolence& v) {
    h.add(v.place);
    h.add(v.kind);
    h.add(v.actor);
    h.add(v.target);
    h.add(v.first);
    h.add(v.last);
    h.add(v.intensity);
    add(h, v.civilian_deaths);
    add(h, v.battle_deaths);
}

template <class T>
void add_table(StateHash& h, const std::vector<T>& table) {
    h.add(static_cast<std::uint64_t>(table.size()));
    for (const T& entry : table) add(h, entry);
}

}  // namespace

std::uint64_t World::digest() const {
    StateHash h;
    add(h, settings());
    add_table(h, places());
    add_table(h, routes());
    add_table(h, groups());
    add_table(h, actors());
    add_table(h, populations());
    add_table(h, control());
    add_table(h, closures());
    add_table(h, violence());
    add_table(h, triggers());
    add_table(h, interventions());
    add_table(h, partners());
    add_table(h, options());
    h.add(static_cast<std::uint64_t>(parameters().size()));
    for (const auto& [name, value] : parameters()) {
        h.add(name);
        add(h, value);
    }
    return h.digest();
}

}  // namespace forestall
