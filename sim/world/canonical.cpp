// SPDX-License-Identifier: Apache-2.0
#include "world/canonical.hpp"

#include <algorithm>
#include <compare>
#include <functional>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "world/whole.hpp"

namespace forestall {
namespace {

/// new id = map[old id]
template <class Id>
struct IdMap {
    std::vector<Id> to;
    void apply(Id& id) const {
        if (id != none<Id>()) id = to[index(id)];
    }
    void apply_to_set(std::vector<Id>& ids) const {
        for (Id& id : ids) apply(id);
        std::sort(ids.begin(), ids.end());
    }
};

template <class Id, class T>
IdMap<Id> sort_by_name(std::vector<T>& table) {
    std::vector<std::size_t> order(table.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto x, auto y) { return table[x].name < table[y].name; });
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

/// By a key first, then by every other field: entries that differ have one order, whatever order
/// they came in.
template <class T, class Key>
void sort_by(std::vector<T>& table, const Key& key) {
    std::sort(table.begin(), table.end(), [&](const T& x, const T& y) {
        if (key(x) != key(y)) return std::less<>()(key(x), key(y));
        return std::is_lt(whole::order(x, y));
    });
}

auto route_key(const Route& r) { return std::tuple(r.a, r.b, r.km); }

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
    std::sort(order.begin(), order.end(), [&](auto x, auto y) {
        const Route &one = t.routes[x], &other = t.routes[y];
        if (route_key(one) != route_key(other))
            return std::less<>()(route_key(one), route_key(other));
        return std::is_lt(whole::order(one, other));
    });
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

/// Fields that the kind of closure does not use are blanked, so they cannot tell two worlds apart.
void sort_closures(std::vector<Closure>& closures, const IdMap<PlaceId>& places,
                   const IdMap<RouteId>& routes) {
    for (Closure& c : closures) {
        Closure plain{
            .what = c.what, .from_country = {}, .to_country = {}, .first = c.first, .last = c.last};
        if (plain.last < 0) plain.last = -1;
        if (c.what == Closure::What::place) plain.place = places.to[index(c.place)];
        if (c.what == Closure::What::route) plain.route = routes.to[index(c.route)];
        if (c.what == Closure::What::border) {
            plain.from_country = std::move(c.from_country);
            plain.to_country = std::move(c.to_country);
        }
        c = std::move(plain);
    }
    sort_by(closures, [](const Closure& c) { return c.what; });
}

/// Names in any order are one set.
void sort_interventions(WorldTables& t) {
    const auto interventions = sort_by_name<std::size_t>(t.interventions);
    const auto partners = sort_by_name<std::size_t>(t.partners);
    for (Partner& p : t.partners) {
        std::sort(p.coordinates.begin(), p.coordinates.end());
        std::sort(p.competes.begin(), p.competes.end());
    }
    for (Option& o : t.options)
        for (PlannedAction& a : o.actions) {
            a.intervention = interventions.to[a.intervention];
            if (a.partner >= 0)
                a.partner = static_cast<int>(partners.to[static_cast<std::size_t>(a.partner)]);
        }
}

}  // namespace

void make_canonical(WorldTables& t) {
    if (t.settings.representation == Representation::cohort)
        t.settings.persons_per_agent = 1;  // a cohort counts heads
    const auto places = sort_by_name<PlaceId>(t.places);
    const auto groups = sort_by_name<GroupId>(t.groups);
    const auto actors = sort_by_name<ActorId>(t.actors);
    for (Actor& a : t.actors) {
        groups.apply_to_set(a.claims);
        actors.apply(a.parent);
        actors.apply(a.joins);
        actors.apply(a.patron);
        places.apply_to_set(a.sanctuary);
    }
    places.apply(t.settings.capital);
    const auto routes = sort_routes(t, places);

    for (HomePopulation& p : t.populations) {
        places.apply(p.place);
        groups.apply(p.group);
        if (p.low == 0 && p.high == 0) p.low = p.high = p.persons;
    }
    sort_by(t.populations, [](const HomePopulation& p) { return std::tie(p.place, p.group); });
    for (Control& c : t.control) {
        places.apply(c.place);
        actors.apply(c.actor);
    }
    sort_by(t.control, [](const Control& c) { return std::tie(c.place, c.actor); });
    sort_closures(t.closures, places, routes);
    for (Option& o : t.options)
        for (PlannedAction& a : o.actions) {
            actors.apply_to_set(a.actors);
            groups.apply_to_set(a.groups);
            places.apply_to_set(a.places);
            std::sort(a.excludes.begin(), a.excludes.end());
        }
    sort_interventions(t);
    sort_by(t.options, [](const Option& o) { return std::string_view(o.name); });
    for (Pact& pact : t.pacts) {
        actors.apply(pact.a);
        actors.apply(pact.b);
        if (pact.b < pact.a) std::swap(pact.a, pact.b);
    }
    sort_by(t.pacts, [](const Pact& pact) { return std::tie(pact.a, pact.b); });
    for (Trigger& x : t.triggers) {
        actors.apply(x.actor);
        actors.apply(x.target);
        groups.apply(x.group);
        places.apply_to_set(x.places);
        if (x.day < 0) x.day = -1;
    }
    sort_by(t.triggers, [](const Trigger& x) { return std::string_view(x.name); });
    std::sort(t.settings.switched_off.begin(), t.settings.switched_off.end());
    for (ScheduledViolence& v : t.violence) {
        places.apply(v.place);
        actors.apply(v.actor);
        groups.apply(v.target);
        if (v.last < 0) v.last = -1;
    }
    sort_by(t.violence, [](const ScheduledViolence& v) {
        return std::tie(v.first, v.place, v.kind, v.actor, v.target, v.last);
    });
}

}  // namespace forestall
