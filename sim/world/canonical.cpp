// SPDX-License-Identifier: Apache-2.0
#include "world/canonical.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace forestall {
namespace {

/// new id = map[old id]
template <class Id>
struct IdMap {
    std::vector<Id> to;
    void apply(Id& id) const {
        if (id != none<Id>()) id = to[index(id)];
    }
};

template <class Id, class T>
IdMap<Id> sort_by_name(std::vector<T>& table) {
    std::vector<std::size_t> order(table.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto x, auto y) { return table[x].name < table[y].name; });
    IdMap<Id> map{std::vector<Id>(table.size())};
    std::vector<T> sorted;
    sorted.reserve(table.size());
    for (const std::size_t old : order) {
        map.to[old] = static_cast<Id>(sorted.size());
        sorted.push_back(std::move(table[old]));
    }
    table = std::move(sorted);
    return map;
}

Forwarding flipped(Forwarding f) {
    if (f == Forwarding::to_a) return Forwarding::to_b;
    if (f == Forwarding::to_b) return Forwarding::to_a;
    return f;
}

auto route_key(const Route& r) { return std::tuple(r.a, r.b, r.km, r.forwarding); }

/// Ends in order, sorted, the shortest of parallel routes kept.
IdMap<RouteId> sort_routes(WorldTables& t, const IdMap<PlaceId>& places) {
    for (Route& r : t.routes) {
        places.apply(r.a);
        places.apply(r.b);
        if (r.b < r.a) {
            std::swap(r.a, r.b);
            r.forwarding = flipped(r.forwarding);
        }
        r.crosses_border = t.places[index(r.a)].country != t.places[index(r.b)].country;
    }
    std::vector<std::size_t> order(t.routes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](auto x, auto y) { return route_key(t.routes[x]) < route_key(t.routes[y]); });
    IdMap<RouteId> map{std::vector<RouteId>(t.routes.size())};
    std::vector<Route> kept;
    for (const std::size_t old : order) {
        const Route& r = t.routes[old];
        if (kept.empty() || kept.back().a != r.a || kept.back().b != r.b) kept.push_back(r);
        map.to[old] = static_cast<RouteId>(kept.size() - 1);
    }
    t.routes = std::move(kept);
    return map;
}

auto closure_key(const Closure& c) {
    return std::tie(c.what, c.place, c.route, c.from_country, c.to_country, c.first, c.last);
}

/// Fields that the kind of closure does not use are blanked, so they cannot tell two worlds apart.
void sort_closures(std::vector<Closure>& closures, const IdMap<PlaceId>& places, const IdMap<RouteId>& routes) {
    for (Closure& c : closures) {
        Closure plain{.what = c.what, .from_country = {}, .to_country = {}, .first = c.first, .last = c.last};
        if (plain.last < 0) plain.last = -1;
        if (c.what == Closure::What::place) plain.place = places.to[index(c.place)];
        if (c.what == Closure::What::route) plain.route = routes.to[index(c.route)];
        if (c.what == Closure::What::border) {
            plain.from_country = std::move(c.from_country);
            plain.to_country = std::move(c.to_country);
        }
        c = std::move(plain);
    }
    std::sort(closures.begin(), closures.end(), [](auto& x, auto& y) { return closure_key(x) < closure_key(y); });
}

auto distribution_key(const Distribution& d) { return std::tie(d.shape, d.args, d.source); }

auto violence_key(const ScheduledViolence& v) {
    return std::tuple_cat(std::tie(v.first, v.place, v.kind, v.actor, v.target, v.last, v.intensity),
                          distribution_key(v.civilian_deaths), distribution_key(v.battle_deaths));
}

}  // namespace

void make_canonical(WorldTables& t) {
    if (t.settings.representation == Representation::cohort) t.settings.persons_per_agent = 1;  // a cohort counts heads
    const auto places = sort_by_name<PlaceId>(t.places);
    const auto groups = sort_by_name<GroupId>(t.groups);
    const auto actors = sort_by_name<ActorId>(t.actors);
    for (Actor& a : t.actors) {
        for (GroupId& g : a.claims) groups.apply(g);
        std::sort(a.claims.begin(), a.claims.end());
    }
    const auto routes = sort_routes(t, places);

    for (HomePopulation& p : t.populations) {
        places.apply(p.place);
        groups.apply(p.group);
        if (p.low == 0 && p.high == 0) p.low = p.high = p.persons;
    }
    std::sort(t.populations.begin(), t.populations.end(), [](const HomePopulation& x, const HomePopulation& y) {
        return std::tie(x.place, x.group) < std::tie(y.place, y.group);
    });
    for (Control& c : t.control) {
        places.apply(c.place);
        actors.apply(c.actor);
    }
    std::sort(t.control.begin(), t.control.end(), [](const Control& x, const Control& y) {
        return std::tie(x.place, x.actor) < std::tie(y.place, y.actor);
    });
    sort_closures(t.closures, places, routes);
    for (Option& o : t.options)
        for (Measure& a : o.actions) {
            for (ActorId& x : a.actors) actors.apply(x);
            for (GroupId& x : a.groups) groups.apply(x);
            for (PlaceId& x : a.places) places.apply(x);
        }
    std::sort(t.options.begin(), t.options.end(), [](const Option& x, const Option& y) { return x.name < y.name; });
    for (Trigger& x : t.triggers) {
        actors.apply(x.actor);
        actors.apply(x.target);
        groups.apply(x.group);
        if (x.day < 0) x.day = -1;
    }
    std::sort(t.triggers.begin(), t.triggers.end(), [](const Trigger& x, const Trigger& y) { return x.name < y.name; });
    std::sort(t.settings.switched_off.begin(), t.settings.switched_off.end());
    for (ScheduledViolence& v : t.violence) {
        places.apply(v.place);
        actors.apply(v.actor);
        groups.apply(v.target);
        if (v.last < 0) v.last = -1;
    }
    std::sort(t.violence.begin(), t.violence.end(), [](auto& x, auto& y) { return violence_key(x) < violence_key(y); });
}

}  // namespace forestall
