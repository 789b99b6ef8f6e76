// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/history.hpp"

#include <algorithm>

#include "analysis/explain/tallies.hpp"
#include "analysis/explain/turning_points.hpp"

namespace forestall::history {
namespace {

constexpr Day a_quarter = 91;

ActorId ruler_before(const Record& r, const std::vector<std::size_t>& takeovers) {
    if (r.ruler != none<ActorId>() || takeovers.empty()) return r.ruler;
    return r.detail.events[takeovers.front()].opponent;
}

ActorId ruler_at(const Record& r, const History& h, std::size_t end) {
    ActorId out = h.ruler;
    for (const std::size_t k : h.takeovers)
        if (static_cast<std::size_t>(r.detail.events[k].step) < end) out = r.detail.events[k].actor;
    return out;
}

Chapter chapter_of(const Record& r, const History& h, const std::vector<Turn>& turns,
                   std::size_t first, std::size_t end) {
    Chapter out;
    out.first = first;
    out.end = end;
    out.from = day_of(r, first);
    out.to = day_of(r, end);
    out.quiet = is_quiet(r, turns, first, end);
    out.toll = toll_of(r, first, end);
    for (const Turn& t : turns)
        if (t.from >= first && t.from < end) out.turns.push_back(t);
    out.fights = fights_of(r, first, end);
    out.killings = killings_of(r, first, end);
    const std::size_t before = first == 0 ? 0 : first - 1;
    out.gains = gains_between(r, before, end - 1);
    out.held = holdings_at(r, end - 1);
    out.men = men_at(r, end - 1);
    out.emptied = emptied_between(r, before, end - 1);
    out.sightings = sightings_of(r, first, end);
    out.flight = flight_at(r, end - 1);
    out.outlook = outlook_at(r, end - 1);
    out.ruler = ruler_at(r, h, end);
    return out;
}

/// The first step that ends within the last quarter of a year.
std::size_t last_quarter(const Record& r) {
    const Day end = day_of(r, r.detail.steps);
    std::size_t step = r.detail.steps - 1;
    while (step > 0 && day_of(r, step - 1) >= end - a_quarter) --step;
    return step;
}

}  // namespace

Day day_of(const Record& r, std::size_t step) {
    const auto& time = r.header.time;
    if (step < r.detail.steps && step < time.size()) return static_cast<Day>(time[step]);
    if (r.days > 0) return r.days;
    return time.empty() ? 0 : static_cast<Day>(time.back() + r.header.step_days);
}

Day day_of(const Record& r, const Event& event) {
    return event.day >= 0 ? event.day : day_of(r, static_cast<std::size_t>(event.step));
}

Day spoken_day(const Record& r, std::size_t step, Day day) {
    const bool dated = r.header.step_days == 1 || day != day_of(r, step);
    return dated ? day : day + static_cast<Day>(r.header.step_days / 2);
}

Day spoken_day(const Record& r, const Event& event) {
    return spoken_day(r, static_cast<std::size_t>(event.step), day_of(r, event));
}

Persons civilians_of(const Event& e) {
    const bool scheduled = e.number < 0 && e.kind != EventKind::battle;
    return scheduled ? e.deaths : e.civilian_deaths;
}

History history_of(const Record& r, std::uint64_t member) {
    History out;
    out.title = r.header.title;
    out.option = r.header.options.empty() ? "none" : r.header.options.front();
    out.member = member;
    out.seed = r.header.seed;
    const std::size_t steps = r.detail.steps;
    if (steps == 0) return out;
    out.days = day_of(r, steps);
    out.toll = toll_of(r, 0, steps);
    out.last_quarter = toll_of(r, last_quarter(r), steps);
    out.killings = killings_of(r, 0, steps);
    out.onset = onset_of(r);
    for (std::size_t k = 0; k < r.detail.events.size(); ++k)
        if (r.detail.events[k].kind == EventKind::takeover) out.takeovers.push_back(k);
    out.ruler = ruler_before(r, out.takeovers);
    out.held = holdings_at(r, 0);
    out.men = men_at(r, 0);
    out.outlook = outlook_at(r, 0);
    for (std::size_t t = 0; t < steps; ++t) {
        const Flight flight = flight_at(r, t);
        if (flight.all <= out.most_flight.all) continue;
        out.most_flight = flight;
        out.most_flight_step = t;
    }
    const std::vector<Turn> turns = turning_points(r, out.onset);
    std::vector<std::size_t> starts = chapter_starts(r, turns);
    starts.push_back(steps);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        out.chapters.push_back(chapter_of(r, out, turns, starts[i], starts[i + 1]));
    return out;
}

}  // namespace forestall::history
