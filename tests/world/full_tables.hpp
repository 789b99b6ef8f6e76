// SPDX-License-Identifier: Apache-2.0
// Tables of a world with something in every one of them and in every list inside them.
#pragma once
#include "world/builders.hpp"

namespace forestall::test {

/// Two options of actions on actors, groups and places; two interventions; two partners.
inline void add_options(WorldTables& t) {
    t.partners = {{"UN", "un", {"Neighbours", "Envoys"}, {"Rivals", "Arms dealers"}},
                  {"Envoys", "foreign_ministry", {}, {"UN"}}};
    Intervention talks{
        .name = "talks", .title = "Talks", .strategy = "facilitate", .leads = {"un"}};
    talks.effects = {
        {.lever = "talks", .where = "leverage", .source = "a book", .summary = "they talk"},
        {.lever = "protection", .where = {}, .source = {}, .summary = {}}};
    Intervention guards{
        .name = "guards", .title = "Guards", .strategy = "protect", .leads = {"un", "ngo"}};
    guards.effects = {{.lever = "protection", .where = {}, .source = {}, .summary = {}}};
    t.interventions = {talks, guards};
    PlannedAction first;
    first.name = "first";
    first.partner = 1;
    first.actors = {ActorId{1}, ActorId{0}};
    PlannedAction second;
    second.name = "second";
    second.intervention = 1;
    second.groups = {GroupId{2}, GroupId{0}};
    second.places = {PlaceId{3}, PlaceId{1}};
    second.excludes = {0};
    second.start = {
        .when = Beginning::When::after, .indicator = "risk", .at_least = 0.5, .after = 0};
    t.options = {{.name = "Soft", .title = "Soft", .actions = {first}},
                 {.name = "Both", .title = "Both", .actions = {first, second}}};
}

/// Something in every table.
inline WorldTables full_tables() {
    WorldTables t = grid(4);
    for (std::size_t p = 0; p < t.places.size(); ++p)
        t.places[p].country = p % 4 < 2 ? "Aru" : "Besh";
    t.places[5].capacity = 5000;
    for (std::size_t r = 0; r < t.routes.size(); ++r) {
        t.routes[r].km = 10 + static_cast<double>(r);
        t.routes[r].forwarding = static_cast<Forwarding>(r % 4);
    }
    t.routes.push_back(route(5, 1, 3));  // a shorter twin of an earlier route
    t.routes.push_back(route(1, 5, 99));
    t.groups.push_back({"Coast people", PoliticalStatus::irrelevant});
    t.populations.push_back({PlaceId{2}, GroupId{2}, 500, 400, 700});
    t.closures = {{.what = Closure::What::place,
                   .place = PlaceId{3},
                   .from_country = {},
                   .to_country = {},
                   .first = 4,
                   .last = 9},
                  {.what = Closure::What::route,
                   .route = RouteId{7},
                   .from_country = {},
                   .to_country = {},
                   .first = 2},
                  {.what = Closure::What::route,
                   .route = RouteId{24},
                   .from_country = {},
                   .to_country = {},
                   .first = 2},
                  {.what = Closure::What::border,
                   .from_country = "Aru",
                   .to_country = "Besh",
                   .first = 30,
                   .last = 40}};
    for (std::uint32_t i = 0; i < 6; ++i) {
        ScheduledViolence v;
        v.place = static_cast<PlaceId>(i * 2);
        v.first = static_cast<Day>(10 - i);
        v.last = 20;
        v.actor = static_cast<ActorId>(i % 2);
        if (i > 2) v.target = static_cast<GroupId>(i % 3);
        v.civilian_deaths = Distribution::constant(i);
        t.violence.push_back(v);
    }
    for (std::uint32_t i = 0; i < 6; ++i)
        t.control.push_back({PlaceId{i}, ActorId{i % 2}, 0.1 * (i + 1), 0.1 * i, 0.1 * (i + 2)});
    t.actors[1].claims = {GroupId{0}, GroupId{2}};
    t.triggers = {
        {"Vote", TriggerKind::election, none<ActorId>(), none<ActorId>(), GroupId{2}, 30},
        {"Push", TriggerKind::offensive, ActorId{0}, ActorId{1}, none<GroupId>(), -1},
        {"Coup", TriggerKind::coup, none<ActorId>(), none<ActorId>(), none<GroupId>(), 9}};
    t.triggers[1].places = {PlaceId{4}, PlaceId{1}};
    t.actors[1].latent = Latent::split;
    t.actors[1].parent = ActorId{0};
    t.actors[0].joins = ActorId{1};
    t.actors[0].patron = ActorId{1};
    t.actors[0].sanctuary = {PlaceId{3}, PlaceId{1}};
    t.actors[0].objective = Objective::homeland;
    t.pacts = {{ActorId{1}, ActorId{0}, DyadState::ceasefire}};
    t.settings.capital = PlaceId{2};
    t.parameters["x.y"] = Distribution::constant(2);
    t.settings.conditioned_on = "an offensive";
    t.settings.switched_off = {"talks", "battles"};
    t.settings.prescribed_total = {10, 20};
    add_options(t);
    return t;
}

}  // namespace forestall::test
