// SPDX-License-Identifier: Apache-2.0
// What everybody may know of a scenario on the first day: the map, what can be ordered, briefs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/report/outlines.hpp"
#include "app/exercise/server/board.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

/// Degrees around the places in which land is drawn.
constexpr double margin = 3;

Json name_list(const std::vector<std::string>& names) { return Json(names); }

Json place_json(const World& world, PlaceId id) {
    const Place& p = world.at(id);
    Json groups = Json::array();
    for (const HomePopulation& h : world.populations())
        if (h.place == id) groups.push_back(world.at(h.group).name);
    const Control* most = nullptr;
    for (const Control& c : world.control())
        if (c.place == id && (most == nullptr || c.share > most->share)) most = &c;
    return {{"name", p.name},
            {"region", p.region},
            {"country", p.country},
            {"longitude", p.longitude},
            {"latitude", p.latitude},
            {"kind", place_kind_words.text(p.kind)},
            {"foreign", p.foreign},
            {"access", p.access},
            {"groups", groups},
            {"holder", most == nullptr ? Json() : Json(world.at(most->actor).name)}};
}

/// Land of real countries around the places; null where the program knows none.
Json land_around(const World& world) {
    report::Range east{180, -180}, north{90, -90};
    for (const Place& p : world.places()) {
        east = {std::min(east.low, p.longitude), std::max(east.high, p.longitude)};
        north = {std::min(north.low, p.latitude), std::max(north.high, p.latitude)};
    }
    const auto rings = report::outlines_within({east.low - margin, east.high + margin},
                                               {north.low - margin, north.high + margin});
    if (rings.empty()) return {};
    Json features = Json::array();
    for (const report::Points& ring : rings) {
        Json line = Json::array();
        for (const auto& [longitude, latitude] : ring) {
            Json point = Json::array();
            point.push_back(std::round(100 * longitude) / 100);
            point.push_back(std::round(100 * latitude) / 100);
            line.push_back(std::move(point));
        }
        Json polygon = Json::array();
        polygon.push_back(std::move(line));
        features.push_back({{"type", "Feature"},
                            {"properties", {{"name", ""}, {"kind", "country"}}},
                            {"geometry", {{"type", "Polygon"}, {"coordinates", polygon}}}});
    }
    return {{"type", "FeatureCollection"}, {"features", features}};
}

Json map_json(const Case& on, const std::string& own_outline) {
    const auto shared = world_of(on.files());
    const World& world = *shared;
    Json places = Json::array(), routes = Json::array(), actors = Json::array(),
         groups = Json::array();
    std::set<std::string> regions;
    for (const PlaceId p : ids<PlaceId>(world.places().size())) {
        places.push_back(place_json(world, p));
        if (!world.at(p).region.empty()) regions.insert(world.at(p).region);
    }
    for (const forestall::Route& r : world.routes())
        routes.push_back({{"from", world.at(r.a).name}, {"to", world.at(r.b).name}, {"km", r.km}});
    for (const Actor& a : world.actors())
        if (a.latent == Latent::no)
            actors.push_back({{"name", a.name}, {"kind", actor_kind_words.text(a.kind)}});
    for (const Group& g : world.groups()) groups.push_back({{"name", g.name}});
    const Json own = Json::parsed(own_outline);
    const Json outline = own.is_object() ? own : land_around(world);
    const char* source = own.is_object() ? "the scenario" : "Natural Earth";
    return {{"places", places},
            {"routes", routes},
            {"regions", Json(std::vector<std::string>(regions.begin(), regions.end()))},
            {"actors", actors},
            {"groups", groups},
            {"outline", outline},
            {"outline_source", outline.is_object() ? Json(source) : Json("")}};
}

Json stages_json(const Intervention& what) {
    Json out = Json::array();
    for (const Stage stage : {Stage::none, Stage::prevention, Stage::mitigation, Stage::response})
        if ((what.stages >> static_cast<unsigned>(stage) & 1U) != 0)
            out.push_back(stage_words.text(stage));
    return out;
}

std::vector<std::string> targets_of(const Case& on, TargetKind kind) {
    std::vector<std::string> out;
    for (const std::string& name : on.target_names())
        if (on.target(name) == kind) out.push_back(name);
    for (const Actor& a : on.tables().actors)
        if (a.latent != Latent::no) std::erase(out, a.name);
    for (const Place& p : on.tables().places)
        if (p.foreign && p.kind == PlaceKind::border_point) std::erase(out, p.name);
    std::sort(out.begin(), out.end());
    return out;
}

Json effects_json(const Intervention& what, char& best) {
    Json out = Json::array();
    for (const Effect& e : what.effects) {
        if (!e.side) best = std::min(best, e.grade);
        out.push_back({{"lever", e.lever},
                       {"side", e.side},
                       {"grade", std::string(1, e.grade)},
                       {"phase", phase_words.text(e.phase)},
                       {"summary", e.summary},
                       {"source", e.source}});
    }
    return out;
}

Json card_json(const Case& on, const Intervention& what, const std::vector<std::string>& leads) {
    const Cost cost = on.cost(what.name);
    char best = 'D';
    const Json effects = effects_json(what, best);
    std::vector<std::string> excludes;
    for (const Intervention& other : on.interventions())
        if (on.apart(what.name, other.name)) excludes.push_back(other.name);
    return {
        {"name", what.name},
        {"title", what.title},
        {"summary", what.summary},
        {"strategy", what.strategy},
        {"stages", stages_json(what)},
        {"target", target_words.text(what.target)},
        {"targets",
         what.target == TargetKind::country ? Json::array() : Json(targets_of(on, what.target))},
        {"leads", name_list(leads)},
        {"lead_kinds", name_list(what.leads)},
        {"setup", cost.setup},
        {"weekly", cost.weekly},
        {"staff", what.staff},
        {"lead_time", what.lead_time},
        {"lead_text", what.lead_time > 0 ? span_text(what.lead_time) : "at once"},
        {"duration", what.duration},
        {"consent", what.consent},
        {"consent_turns", what.consent < 1 ? half_granted(what.consent, on.plan().turn_days) : 0},
        {"effects", effects},
        {"grade", std::string(1, best)},
        {"excludes", name_list(excludes)},
        {"source", what.source}};
}

/// Partners that can lead it, of a seat or of all.
std::vector<std::string> leaders(const Case& on, const Intervention& what, const SeatPlan* seat) {
    std::vector<std::string> out;
    for (const Partner& p : on.tables().partners) {
        const bool own = seat == nullptr || std::find(seat->partners.begin(), seat->partners.end(),
                                                      p.name) != seat->partners.end();
        if (own && std::find(what.leads.begin(), what.leads.end(), p.kind) != what.leads.end())
            out.push_back(p.name);
    }
    return out;
}

Json cards_json(const Case& on, const SeatPlan* seat) {
    std::vector<const Intervention*> all;
    for (const Intervention& what : on.interventions()) all.push_back(&what);
    std::sort(all.begin(), all.end(),
              [](const Intervention* a, const Intervention* b) { return a->title < b->title; });
    Json out = Json::array();
    for (const Intervention* what : all)
        if (const auto leads = leaders(on, *what, seat);
            !leads.empty() || on.tables().partners.empty())
            out.push_back(card_json(on, *what, leads));
    return {{"cards", out}};
}

Json partner_json(const Case& on, const std::string& name) {
    const Partner* p = on.partner(name);
    if (p == nullptr) return {{"name", name}};
    return {{"name", p->name},
            {"kind", p->kind},
            {"coordinates", name_list(p->coordinates)},
            {"competes", name_list(p->competes)}};
}

Json seats_json(const ExercisePlan& plan) {
    Json out = Json::array();
    for (const SeatPlan& s : plan.seats)
        if (s.role != SeatRole::white_cell)
            out.push_back({{"seat", s.name},
                           {"role", seat_role_words.text(s.role)},
                           {"partners", name_list(s.partners)}});
    return out;
}

/// `seat`: nullptr for the white cell.
Json brief_json(const Case& on, const SeatPlan* seat) {
    const ExercisePlan& plan = on.plan();
    for (const SeatPlan& s : plan.seats)
        if (seat == nullptr && s.role == SeatRole::white_cell) seat = &s;
    const SeatPlan none;
    const SeatPlan& is = seat == nullptr ? none : *seat;
    const FogProfile* fog = plan.fog(is.fog);
    Json objectives = Json::array(), partners = Json::array();
    for (const ObjectivePlan& o : plan.objectives)
        objectives.push_back({{"id", o.id},
                              {"title", o.title},
                              {"text", o.text},
                              {"own", std::find(is.objectives.begin(), is.objectives.end(), o.id) !=
                                          is.objectives.end()}});
    for (const std::string& name : is.partners) partners.push_back(partner_json(on, name));
    const bool white = seat == nullptr || is.role == SeatRole::white_cell;
    return {
        {"title", plan.title},
        {"summary", plan.summary},
        {"seat", white ? "" : is.name},
        {"role", seat_role_words.text(white ? SeatRole::white_cell : is.role)},
        {"briefing", is.briefing},
        {"partners", partners},
        {"objectives", objectives},
        {"sources", fog == nullptr ? Json::array() : name_list(fog->sources)},
        {"indicator_delay",
         fog == nullptr ? "" : span_text(static_cast<Day>(std::lround(fog->indicator_delay_days)))},
        {"turns", plan.turns},
        {"turn_days", plan.turn_days},
        {"start", on.date(0)},
        {"end", on.date(on.first_day(plan.turns + 1) - 1)},
        {"seats", seats_json(plan)}};
}

}  // namespace

Folder folder_of(const Case& on, const std::string& outline) {
    Folder out;
    out.map = map_json(on, outline).line();
    out.cards[""] = cards_json(on, nullptr).line();
    out.briefs[""] = brief_json(on, nullptr).line();
    for (const SeatPlan& seat : on.plan().seats) {
        out.cards[seat.name] = cards_json(on, &seat).line();
        out.briefs[seat.name] = brief_json(on, &seat).line();
    }
    return out;
}

}  // namespace forestall::app::exercise
