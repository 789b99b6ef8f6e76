// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/plan.hpp"

#include <algorithm>
#include <array>

namespace forestall {
namespace {

template <class Item>
const Item* named(const std::vector<Item>& items, std::string_view name) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& i) { return i.name == name; });
    return found == items.end() ? nullptr : &*found;
}

/// What a seat is for partners of a kind. Kinds that are not listed sit at the country desk.
struct OfKind {
    std::string_view kind;
    SeatRole role;
    std::string_view seat;
};

constexpr std::array kinds = std::to_array<OfKind>({
    {"foreign_ministry", SeatRole::country_desk, "Country desk"},
    {"regional_body", SeatRole::regional, "Regional body"},
    {"un", SeatRole::un, "United Nations"},
    {"ngo", SeatRole::humanitarian, "Relief and rights"},
    {"media", SeatRole::media, "Media"},
});

const OfKind& of_kind(std::string_view kind) {
    const auto* found =
        std::find_if(kinds.begin(), kinds.end(), [&](const OfKind& k) { return k.kind == kind; });
    return found == kinds.end() ? kinds.front() : *found;
}

/// Judgement: reporters who are slow and careful, quick and loose, or a party to the conflict.
std::vector<SourceProfile> standard_sources() {
    return {
        {"embassy cable", 0.55, 0.15, 10, 0.25, -0.2, 0.35, 0.06, false, 0.03, 0.3},
        {"mission report", 0.45, 0.40, 16, 0.10, -0.1, 0.25, 0.04, false, 0.05, 0.1},
        {"relief worker", 0.60, 0.30, 5, 0.05, 0.1, 0.45, 0.08, false, 0.12, 0.5},
        {"press", 0.50, 0.10, 4, 0.15, 0.2, 0.55, 0.12, false, 0.20, 0.6},
        {"government radio", 0.70, 0, 2, 0.10, -0.7, 0.60, 0.60, true, 0.10, 0.8},
    };
}

struct FogOfRole {
    SeatRole role;
    FogProfile fog;
};

std::vector<FogOfRole> standard_fogs() {
    return {
        {SeatRole::country_desk,
         {"country_desk", {"embassy cable", "press", "government radio"}, 14, 0.30}},
        {SeatRole::regional, {"regional", {"embassy cable", "government radio"}, 14, 0.40}},
        {SeatRole::un, {"un", {"mission report", "press"}, 21, 0.25}},
        {SeatRole::humanitarian, {"humanitarian", {"relief worker", "press"}, 7, 0.45}},
        {SeatRole::media, {"media", {"press", "government radio"}, 7, 0.50}},
        {SeatRole::white_cell, {"truth", {}, 0, 0}},
    };
}

std::string fog_of(SeatRole role) {
    for (const FogOfRole& f : standard_fogs())
        if (f.role == role) return f.fog.name;
    return "country_desk";
}

void set_turns(const Settings& settings, ExercisePlan& plan) {
    const Day step = std::max<Day>(1, settings.step_days);
    plan.turn_days = std::max<Day>(1, (28 + step - 1) / step) * step;
    plan.turns = std::clamp<int>(settings.days / plan.turn_days, 1, 12);
    plan.tail_days = std::clamp<Day>(settings.days - plan.turns * plan.turn_days, 0, 182);
}

}  // namespace

const SeatPlan* ExercisePlan::seat(std::string_view name) const { return named(seats, name); }
const FogProfile* ExercisePlan::fog(std::string_view name) const { return named(fogs, name); }
const SourceProfile* ExercisePlan::source(std::string_view name) const {
    return named(sources, name);
}
const LayoutPlan* ExercisePlan::layout(std::string_view name) const { return named(layouts, name); }

const SeatPlan* ExercisePlan::commander(std::string_view partner) const {
    for (const SeatPlan& seat : seats)
        if (std::find(seat.partners.begin(), seat.partners.end(), partner) != seat.partners.end())
            return &seat;
    return nullptr;
}

ExercisePlan standard_plan(const WorldTables& tables) {
    ExercisePlan plan;
    plan.title = tables.settings.title;
    set_turns(tables.settings, plan);
    plan.sources = standard_sources();
    for (const FogOfRole& f : standard_fogs()) plan.fogs.push_back(f.fog);
    for (const OfKind& kind : kinds) {
        SeatPlan seat;
        seat.name = kind.seat;
        seat.role = kind.role;
        seat.fog = fog_of(kind.role);
        for (const Partner& p : tables.partners)
            if (&of_kind(p.kind) == &kind) seat.partners.push_back(p.name);
        if (!seat.partners.empty()) plan.seats.push_back(std::move(seat));
    }
    if (plan.seats.empty()) {
        SeatPlan desk;
        desk.name = kinds.front().seat;
        desk.fog = fog_of(desk.role);
        plan.seats.push_back(std::move(desk));
    }
    LayoutPlan solo{"solo", "One person", {{}}}, full{"full", "A person a seat", {}};
    for (const SeatPlan& seat : plan.seats) {
        solo.seats.front().push_back(seat.name);
        full.seats.push_back({seat.name});
    }
    plan.layouts = {solo, full};
    SeatPlan white;
    white.name = "White cell";
    white.role = SeatRole::white_cell;
    white.fog = fog_of(white.role);
    plan.seats.push_back(std::move(white));
    return plan;
}

ExercisePlan planner_plan(ExercisePlan plan) {
    SeatPlan all;
    all.name = "Planner";
    all.fog = "planner";
    all.money = 0;
    all.staff = 0;
    FogProfile fog{all.fog, {}, 0, 0};
    for (const SourceProfile& source : plan.sources) fog.sources.push_back(source.name);
    for (const SeatPlan& seat : plan.seats) {
        all.partners.insert(all.partners.end(), seat.partners.begin(), seat.partners.end());
        if (seat.role == SeatRole::white_cell) continue;
        all.money += seat.money;
        all.staff += seat.staff;
    }
    for (const ObjectivePlan& objective : plan.objectives) all.objectives.push_back(objective.id);
    plan.seats = {all};
    plan.fogs.push_back(fog);
    plan.layouts.clear();
    plan.clock = {};
    return plan;
}

}  // namespace forestall
