// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "world/travel_cost.hpp"

namespace forestall {
namespace {

std::vector<std::uint32_t> arcs_closed_by(const Closure& closure, const World& world) {
    const RouteGraph& graph = world.graph();
    std::vector<std::uint32_t> arcs;
    switch (closure.what) {
        case Closure::What::place: {
            const auto into = graph.in_arcs(closure.place);
            arcs.assign(into.begin(), into.end());
            break;
        }
        case Closure::What::route: {
            const auto first = static_cast<std::uint32_t>(2 * index(closure.route));
            arcs = {first, first + 1};
            break;
        }
        case Closure::What::border:
            for (std::uint32_t arc = 0; arc < graph.arcs(); ++arc)
                if (world.places()[index(graph.arc_from(arc))].country == closure.from_country &&
                    world.places()[index(graph.arc_to(arc))].country == closure.to_country)
                    arcs.push_back(arc);
            break;
    }
    return arcs;
}

}  // namespace

struct OpenState::Schedule {
    struct Span {
        Day first;
        Day last;  ///< < 0: to the end
        std::vector<std::uint32_t> arcs;
        bool border;
        PlaceId place;  ///< none unless a place is closed
        bool covers(Day day) const { return day >= first && (last < 0 || day <= last); }
    };
    std::vector<Span> closed;
    std::vector<Day> changes;

    /// Number of changes up to and including the day: equal for two days, equal state.
    std::size_t period(Day day) const {
        return static_cast<std::size_t>(std::upper_bound(changes.begin(), changes.end(), day) -
                                        changes.begin());
    }
    void fill(Day day, std::vector<std::uint8_t>& open,
              std::vector<std::uint8_t>& place_open) const {
        std::fill(open.begin(), open.end(), std::uint8_t{1});
        std::fill(place_open.begin(), place_open.end(), std::uint8_t{1});
        for (const Span& span : closed) {
            if (!span.covers(day)) continue;
            for (const std::uint32_t arc : span.arcs)
                open[arc] = span.border && open[arc] != 0 ? 2 : 0;
            if (span.place != none<PlaceId>()) place_open[index(span.place)] = 0;
        }
    }
};

OpenState::OpenState(const World& world)
    : open_(world.graph().arcs(), 1), place_open_(world.places().size(), 1) {
    auto schedule = std::make_shared<Schedule>();
    std::vector<Day> bounds;
    for (const Closure& closure : world.closures()) {
        const bool shut_place = closure.what == Closure::What::place;
        schedule->closed.push_back({closure.first, closure.last, arcs_closed_by(closure, world),
                                    closure.what == Closure::What::border,
                                    shut_place ? closure.place : none<PlaceId>()});
        if (closure.first > 0) bounds.push_back(closure.first);
        if (closure.last >= 0 && closure.last < std::numeric_limits<Day>::max())
            bounds.push_back(closure.last + 1);
    }
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    schedule->fill(0, open_, place_open_);
    auto before = open_;
    auto after = open_;
    auto places_before = place_open_;
    auto places_after = place_open_;
    for (const Day day : bounds) {  // overlapping closures may leave a bound without effect
        schedule->fill(day, after, places_after);
        if (after != before || places_after != places_before) schedule->changes.push_back(day);
        std::swap(before, after);
        std::swap(places_before, places_after);
    }
    schedule_ = std::move(schedule);
}

std::span<const Day> OpenState::change_days() const { return schedule_->changes; }

bool OpenState::set_day(Day day) {
    const bool same = schedule_->period(day) == schedule_->period(day_);
    day_ = day;
    if (same) return false;
    const auto before = open_;
    const auto places_before = place_open_;
    schedule_->fill(day, open_, place_open_);
    return open_ != before || place_open_ != places_before;
}

}  // namespace forestall
