// SPDX-License-Identifier: Apache-2.0
// What the white cell does to a session beside closing turns: overruling, the clock, readiness,
// release of the review, keys.
#include <fmt/format.h>

#include "app/exercise/play.hpp"
#include "app/frame/errors.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

constexpr double most_minutes = 24 * 60;

const RefusedOrder& refused_order(const Branch& now, const std::string& id) {
    const RefusedOrder* out = id.empty() ? nullptr : now.refusal(id);
    if (out == nullptr || out->turn != now.turn)
        throw UsageError(fmt::format("no order {} was refused in this turn", shown(id)));
    return *out;
}

}  // namespace

std::vector<std::string> Play::all_seats() const {
    std::vector<std::string> out;
    for (const SeatPlan& seat : plan().seats) out.push_back(seat.name);
    return out;
}

Answer Play::overrule(const OverrulingWish& wish, const std::string& t) {
    using enum Overruling::What;
    const Branch& now = session_.branch();
    Json body{{"do", overruling_words.text(wish.what)}, {"note", wish.note}};
    Session tried = session_;
    Order order = wish.order;
    if (wish.what == accept) {
        order = refused_order(now, wish.id).order;
        order.branch = now.name;
        order.turn = now.turn;
    } else {
        const PlayedOrder* old = now.find(wish.action);
        if (old == nullptr) throw UsageError(fmt::format("no order {}", shown(wish.action)));
        std::string why_not;
        const bool had_begun = begun(*old, why_not);
        if (!why_not.empty()) throw UsageError(why_not);
        body["action"] = wish.action;
        body["withdrawn"] = !had_begun;
        tried = session_.without(wish.action, !had_begun);
    }
    Answer answer;
    answer.text = fmt::format("{} is taken away", wish.action);
    if (wish.what != refuse) {
        Grant grant;
        answer = tried.overrule(order, all_seats(), grant);
        if (answer.accepted()) answer = asked_reader(tried, std::move(answer), order, grant);
        if (!answer.accepted()) return answer;
        add_notes(answer, order);
        body["order"] = to_json(order);
        body["answer"] = to_json(answer);
        body["grant"] = {{"money", grant.money}, {"staff", grant.staff}};
    }
    write(RecordKind::overrule, "", std::move(body), t);
    return answer;
}

void Play::ready(const std::string& seat, bool done, const std::string& t) {
    if (session_.over()) throw UsageError("the last turn is over");
    if (session_.branch().ready.contains(seat) == done) return;
    write(RecordKind::ready, seat, {{"ready", done}}, t);
}

void Play::clock(ClockMove move, double minutes, const std::string& t) {
    if (plan().clock.minutes == 0) throw UsageError("turns of this exercise have no clock");
    if (session_.over()) throw UsageError("the last turn is over");
    const TurnClock& now = session_.clock();
    double left = now.left_at(t);
    bool running = now.running;
    if (move == ClockMove::extend) {
        if (!(minutes > 0 && minutes <= most_minutes))
            throw UsageError("say by how many minutes", "more than 0, at most a day");
        left += 60 * minutes;
    } else {
        running = move == ClockMove::run;
        if (running == now.running) return;
        if (running && left <= 0) throw UsageError("the clock is at zero", "extend it");
    }
    write(RecordKind::clock, "", {{"running", running}, {"left", left}}, t);
}

void Play::release(bool released, const std::string& t) {
    if (released != session_.released())
        write(RecordKind::release, "", {{"released", released}}, t);
}

void Play::hand_over(const std::string& seat, const std::string& t) {
    write(RecordKind::hand_over, seat, Json::object(), t);
}

}  // namespace forestall::app::exercise
