// SPDX-License-Identifier: Apache-2.0
// The timeline of a review as programs read it. docs/exercise.md has the keys.
#include "app/exercise/review_timeline.hpp"

namespace forestall::app::exercise {
namespace {

Json json_of_hearing(const Hearing& h) {
    return {{"events", h.events}, {"heard", h.heard},           {"reports", h.reports},
            {"false", h.nothing}, {"wrong_side", h.wrong_side}, {"repeated", h.repeated}};
}

Json json_of_report(const CheckedReport& checked, const Case& on) {
    const Report& told = checked.report.told;
    return {{"source", told.source},
            {"told", on.date(told.told)},
            {"day", on.date(told.day)},
            {"kind", told.kind},
            {"kind_text", kind_text(told.kind)},
            {"place", told.place},
            {"region", told.region},
            {"actor", told.actor},
            {"opponent", told.opponent},
            {"group", told.group},
            {"dead", told.dead},
            {"event", checked.report.event ? Json(*checked.report.event) : Json()},
            {"false", checked.is_false},
            {"dead_in_truth", checked.report.dead},
            {"wrong_side", checked.report.wrong_side},
            {"repeats", checked.report.repeats}};
}

Json json_of_values(const std::vector<IndicatorValue>& values, const Case& on) {
    return list_of(values, [&](const IndicatorValue& v) {
        return Json{{"name", seat_indicator_words.text(v.what)},
                    {"value", v.value ? Json(*v.value) : Json()},
                    {"as_of", v.value ? Json(on.date(v.as_of - 1)) : Json()}};
    });
}

Json json_of_seat(const SeatLine& line, const Case& on) {
    return {{"seat", line.seat},
            {"role", seat_role_words.text(line.role)},
            {"hearing", json_of_hearing(line.hearing)},
            {"at_close", list_of(line.at_close,
                                 [&](const auto& values) { return json_of_values(values, on); })},
            {"reports",
             list_of(line.reports, [&](const CheckedReport& r) { return json_of_report(r, on); })}};
}

Json json_of_event(const TrueEvent& e, const Case& on) {
    return {{"event", e.position}, {"day", on.date(e.day)}, {"kind", e.kind},   {"place", e.place},
            {"region", e.region},  {"actor", e.actor},      {"group", e.group}, {"dead", e.dead},
            {"told", e.told},      {"why", e.why},          {"began", e.began}, {"heard", e.heard}};
}

}  // namespace

Json to_json(const Timeline& t, const Case& on) {
    const auto date_of_end = [&](Day day) { return Json(on.date(day - 1)); };
    return {{"dates", list_of(t.days, date_of_end)},
            {"turn_ends", list_of(t.turn_ends, date_of_end)},
            {"truth", list_of(t.truth,
                              [](const TrueSeries& s) {
                                  return Json{{"name", s.name}, {"values", s.values}};
                              })},
            {"seats", list_of(t.seats, [&](const SeatLine& s) { return json_of_seat(s, on); })},
            {"events", list_of(t.events, [&](const TrueEvent& e) { return json_of_event(e, on); })},
            {"marks", list_of(t.marks, [&](const Mark& m) {
                 return Json{{"day", on.date(m.day)},
                             {"turn", m.turn},
                             {"kind", mark_words.text(m.kind)},
                             {"seat", m.seat},
                             {"text", m.text}};
             })}};
}

}  // namespace forestall::app::exercise
