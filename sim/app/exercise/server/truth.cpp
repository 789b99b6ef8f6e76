// SPDX-License-Identifier: Apache-2.0
// What happened, turn by turn, beside what each seat was told: for the white cell.
#include <algorithm>
#include <numeric>

#include "app/exercise/server/board.hpp"
#include "core/hash.hpp"

namespace forestall::app::exercise {
namespace {

/// Steps of a turn, as far as they were run.
struct Steps {
    std::size_t first = 0, end = 0;
};

Steps steps_of(const Case& on, const Course& course, int turn) {
    const Day step = on.tables().settings.step_days;
    const std::size_t run = course.outcome[Series::risk].size();
    return {std::min(run, static_cast<std::size_t>(on.first_day(turn) / step)),
            std::min(run, static_cast<std::size_t>(on.first_day(turn + 1) / step))};
}

double sum(const Course& course, Series series, Steps steps) {
    const auto& v = course.outcome[series];
    return std::accumulate(v.begin() + static_cast<std::ptrdiff_t>(steps.first),
                           v.begin() + static_cast<std::ptrdiff_t>(steps.end), 0.0);
}

Json turn_json(Play& play, const Course& course, int turn) {
    const Case& on = play.on();
    const Steps steps = steps_of(on, course, turn);
    if (steps.end == steps.first) return {};
    const auto last = [&](Series s) { return course.outcome[s][steps.end - 1]; };
    const auto stage = [&](Series s) { return stage_words.text(static_cast<Stage>(last(s))); };
    return {{"turn", turn},
            {"from", on.date(on.first_day(turn))},
            {"to", on.date(on.first_day(turn + 1) - 1)},
            {"hash", to_hex(play.course(play.session().branch(), turn)->hash)},
            {"civilians_killed", sum(course, Series::civilian_deaths, steps)},
            {"reported", sum(course, Series::reported_civilian_deaths, steps)},
            {"fighters_killed", sum(course, Series::battle_deaths, steps)},
            {"displaced", last(Series::displaced)},
            {"risk", last(Series::risk)},
            {"stage_true", stage(Series::stage_true)},
            {"stage_observed", stage(Series::stage_observed)}};
}

std::string actor_name(const World& world, ActorId id) {
    return id == none<ActorId>() ? "" : world.at(id).name;
}

Json events_json(const Case& on, const Course& course) {
    Json out = Json::array();
    const World& world = *course.world;
    const Day step = on.tables().settings.step_days;
    for (const Event& e : course.events) {
        if (!is_reported(e)) continue;
        const Day day = e.day >= 0 ? e.day : e.step * step;
        out.push_back({{"turn", day / on.plan().turn_days + 1},
                       {"day", on.date(day)},
                       {"kind", event_words.text(e.kind)},
                       {"kind_text", kind_text(event_words.text(e.kind))},
                       {"place", world.at(e.place).name},
                       {"actor", actor_name(world, e.actor)},
                       {"opponent", actor_name(world, e.opponent)},
                       {"group", e.target == none<GroupId>() ? "" : world.at(e.target).name},
                       {"dead", e.deaths}});
    }
    return out;
}

Json hearing_json(const Hearing& h) {
    return {{"seat", h.seat},        {"events", h.events}, {"heard", h.heard},
            {"reports", h.reports},  {"false", h.nothing}, {"wrong_side", h.wrong_side},
            {"repeated", h.repeated}};
}

void add_reports(const Case& on, const Branch& branch, const Course& course, const SeatPlan& seat,
                 Json& out) {
    std::size_t n = 0;
    for (const SourcedReport& r : sourced_reports(on, branch, course, seat))
        out.push_back({{"seat", seat.name},
                       {"n", ++n},
                       {"true", r.event.has_value()},
                       {"dead", r.dead},
                       {"wrong_side", r.wrong_side},
                       {"repeats", r.repeats}});
}

}  // namespace

Json hearings_json(Play& play) {
    Json out = Json::array();
    const auto course = play.course();
    for (const SeatPlan& seat : play.plan().seats)
        if (seat.role != SeatRole::white_cell)
            out.push_back(
                hearing_json(hearing_of(play.on(), play.session().branch(), *course, seat)));
    return out;
}

Json truth_json(Play& play) {
    const Case& on = play.on();
    const Branch& branch = play.session().branch();
    const auto course = play.course();
    Json turns = Json::array(), reports = Json::array();
    for (int turn = 1; turn <= course->turn; ++turn)
        if (Json one = turn_json(play, *course, turn); one.is_object())
            turns.push_back(std::move(one));
    for (const SeatPlan& seat : on.plan().seats)
        if (seat.role != SeatRole::white_cell) add_reports(on, branch, *course, seat, reports);
    const Json situation = to_json(true_situation(*course), on);
    return {{"turns", turns},
            {"events", events_json(on, *course)},
            {"places", *situation.find("places")},
            {"flows", *situation.find("flows")},
            {"seats", hearings_json(play)},
            {"reports", reports}};
}

}  // namespace forestall::app::exercise
