// SPDX-License-Identifier: Apache-2.0
// Views as they are sent to seats: docs/exercise-server.md.
#include <algorithm>
#include <cmath>

#include "app/exercise/said.hpp"
#include "app/exercise/view.hpp"

namespace forestall::app::exercise {
namespace {

/// Null: without limit.
Json limited(double amount) { return std::isfinite(amount) ? Json(amount) : Json(); }

Json notes_json(const std::vector<OrderNote>& notes) {
    Json out = Json::array();
    for (const OrderNote& n : notes) {
        out.push_back({{"kind", note_words.text(n.kind)}, {"text", n.text}});
        if (n.turn > 0) out.back()["turn"] = n.turn;
        if (n.chance > 0) out.back()["chance"] = n.chance;
    }
    return out;
}

Json value_json(const IndicatorValue& v) {
    if (!v.value) return {};
    if (v.what == SeatIndicator::stage) return stage_words.text(static_cast<Stage>(*v.value));
    return *v.value;
}

Json indicators_json(const SeatView& view, const Case& on) {
    Json out = Json::array();
    for (std::size_t i = 0; i < view.indicators.size(); ++i) {
        const IndicatorValue& v = view.indicators[i];
        Json history = Json::array();
        for (const IndicatorValue& then : view.history[i])
            history.push_back({{"as_of", on.date(then.as_of - 1)}, {"value", value_json(then)}});
        out.push_back({{"name", seat_indicator_words.text(v.what)},
                       {"value", value_json(v)},
                       {"as_of", v.value ? Json(on.date(v.as_of - 1)) : Json()},
                       {"history", history}});
    }
    return out;
}

/// Turn in which a report could first be read.
int turn_of(const Report& report, const Case& on) {
    return static_cast<int>(std::max<Day>(report.told, 0) / on.plan().turn_days) + 2;
}

Json inbox_json(const SeatView& view, const Case& on) {
    Json out = Json::array();
    for (std::size_t i = 0; i < view.inbox.size(); ++i) {
        Json one{{"n", i + 1},
                 {"turn", turn_of(view.inbox[i], on)},
                 {"new", view.inbox[i].told >= view.new_from}};
        one.update(to_json(view.inbox[i], on));
        out.push_back(std::move(one));
    }
    return out;
}

Json means_json(const Means& m) {
    return {
        {"money", limited(m.money)}, {"bound", m.bound}, {"free", limited(m.free_money())},
        {"staff", limited(m.staff)}, {"busy", m.busy},   {"free_staff", limited(m.free_staff())}};
}

}  // namespace

Json to_json(const Report& r, const Case& on) {
    return {{"source", r.source},
            {"told", on.date(r.told)},
            {"day", on.date(r.day)},
            {"kind", r.kind},
            {"kind_text", kind_text(r.kind)},
            {"place", r.place},
            {"region", r.region},
            {"actor", r.actor},
            {"opponent", r.opponent},
            {"group", r.group},
            {"dead", r.dead},
            {"text", report_text(on, r)}};
}

Json to_json(const OrderLine& o) {
    Json overruled;
    if (o.overruled)
        overruled = {{"do", overruling_words.text(o.overruled->what)}, {"note", o.overruled->note}};
    return {{"action", o.action},   {"id", o.id},
            {"title", o.title},     {"intervention", o.intervention},
            {"partner", o.partner}, {"targets", o.targets},
            {"given", o.given},     {"start", o.start},
            {"stop", o.stop},       {"scale", o.scale},
            {"state", o.state},     {"bound", o.bound},
            {"over", o.over},       {"notes", notes_json(o.notes)},
            {"override", overruled}};
}

Json to_json(const RefusedLine& line) {
    const Order& o = line.refused.order;
    const Answer& a = line.refused.answer;
    return {{"id", o.id},
            {"turn", line.refused.turn},
            {"intervention", o.intervention},
            {"partner", o.partner},
            {"targets", o.targets},
            {"start", o.start},
            {"stop", o.stop},
            {"scale", o.scale},
            {"verdict", verdict_words.text(a.verdict)},
            {"text", a.text},
            {"hint", a.hint},
            {"overridden", line.overruled}};
}

Json to_json(const SharedNote& n) {
    return {{"n", n.n},   {"turn", n.turn}, {"from", n.from.empty() ? "White cell" : n.from},
            {"to", n.to}, {"text", n.text}, {"report", n.report}};
}

Json to_json(const SeatView& view, const Case& on) {
    Json out{{"seat", view.seat},     {"role", seat_role_words.text(view.role)},
             {"branch", view.branch}, {"turn", view.turn},
             {"turns", view.turns},   {"date", view.date},
             {"over", view.over},     {"means", means_json(view.means)}};
    const auto stage = view.stage();
    out["stage"] = stage ? Json(stage_words.text(*stage)) : Json();
    out["indicators"] = indicators_json(view, on);
    out["inbox"] = inbox_json(view, on);
    Json& messages = out["messages"] = Json::array();
    for (const Message& m : view.messages)
        messages.push_back({{"turn", m.turn},
                            {"number", m.number},
                            {"from", m.from},
                            {"title", m.title},
                            {"text", m.text},
                            {"new", m.turn == view.turn}});
    Json& notes = out["notes"] = Json::array();
    for (const SharedNote& n : view.notes) {
        notes.push_back(to_json(n));
        notes.back()["new"] = n.turn == view.turn;
        notes.back()["own"] = n.from == view.seat;
    }
    Json& lessons = out["lessons"] = Json::array();
    for (const KeptLesson& l : view.lessons) lessons.push_back(to_json(l));
    Json& orders = out["orders"] = Json::array();
    for (const OrderLine& o : view.orders) orders.push_back(to_json(o));
    Json& refused = out["refused"] = Json::array();
    for (const RefusedLine& r : view.refused) refused.push_back(to_json(r));
    out["situation"] = to_json(view.situation, on);
    return out;
}

}  // namespace forestall::app::exercise
