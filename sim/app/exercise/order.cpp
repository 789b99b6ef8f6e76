// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/exercise/body.hpp"

namespace forestall::app::exercise {
namespace {

int turn_in(const Json& json, std::string_view key) {
    const Json* value = json.find(key);
    const auto turn = value == nullptr ? std::nullopt : value->as_whole();
    return turn && *turn > 0 && *turn < 1'000'000 ? static_cast<int>(*turn) : 0;
}

std::string stages_text(const Intervention& what) {
    std::vector<std::string_view> words;
    for (const Stage stage : {Stage::prevention, Stage::mitigation, Stage::response})
        if ((what.stages >> static_cast<unsigned>(stage) & 1U) != 0)
            words.push_back(stage_words.text(stage));
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

Json to_json(const Order& o) {
    return {{"id", o.id},
            {"expects", {{"branch", o.branch}, {"turn", o.turn}}},
            {"intervention", o.intervention},
            {"partner", o.partner},
            {"targets", o.targets},
            {"start", o.start},
            {"stop", o.stop},
            {"scale", o.scale}};
}

Order order_of(const Json& json) {
    Order out;
    out.id = text_in(json, "id");
    if (const Json* expects = json.find("expects")) {
        out.branch = text_in(*expects, "branch");
        out.turn = turn_in(*expects, "turn");
    }
    out.intervention = text_in(json, "intervention");
    out.partner = text_in(json, "partner");
    if (const Json* targets = json.find("targets"))
        for (const Json& item : targets->items())
            out.targets.push_back(item.as_text().value_or(""));
    out.start = turn_in(json, "start");
    out.stop = turn_in(json, "stop");
    if (const Json* scale = json.find("scale")) out.scale = scale->as_real().value_or(0);
    return out;
}

Json to_json(const Answer& a) {
    Json out{{"verdict", verdict_words.text(a.verdict)}, {"text", a.text}};
    if (!a.action.empty()) out["action"] = a.action;
    if (!a.hint.empty()) out["hint"] = a.hint;
    if (a.short_by > 0) out["short_by"] = a.short_by;
    if (a.turn > 0) out["turn"] = a.turn;
    if (!a.branch.empty()) out["branch"] = a.branch;
    if (!a.other.empty()) out["other"] = a.other;
    Json notes = Json::array();
    for (const OrderNote& n : a.notes) {
        notes.push_back({{"kind", note_words.text(n.kind)}, {"text", n.text}});
        if (n.turn > 0) notes.back()["turn"] = n.turn;
        if (n.chance > 0) notes.back()["chance"] = n.chance;
    }
    out["notes"] = notes;
    return out;
}

Answer answer_of(const Json& json) {
    Answer out;
    out.verdict = verdict_words.find(text_in(json, "verdict")).value_or(Verdict::refused);
    out.action = text_in(json, "action");
    out.text = text_in(json, "text");
    out.hint = text_in(json, "hint");
    out.other = text_in(json, "other");
    out.branch = text_in(json, "branch");
    out.turn = turn_in(json, "turn");
    if (const Json* amount = json.find("short_by")) out.short_by = amount->as_real().value_or(0);
    const Json* notes = json.find("notes");
    if (notes == nullptr) return out;
    for (const Json& n : notes->items()) {
        OrderNote note;
        note.kind = note_words.find(text_in(n, "kind")).value_or(NoteKind::stage);
        note.text = text_in(n, "text");
        note.turn = turn_in(n, "turn");
        if (const Json* chance = n.find("chance")) note.chance = chance->as_real().value_or(0);
        out.notes.push_back(std::move(note));
    }
    return out;
}

std::string span_text(Day days) {
    const bool weeks = days % 7 == 0 && days > 0;
    const Day n = weeks ? days / 7 : days;
    return fmt::format("{} {}{}", n, weeks ? "week" : "day", n == 1 ? "" : "s");
}

int half_granted(double chance_a_week, Day turn_days) {
    if (chance_a_week >= 0.5) return 1;
    const double weeks = std::ceil(std::log(0.5) / std::log(1 - chance_a_week));
    return std::max(1, static_cast<int>(std::ceil(weeks * 7 / static_cast<double>(turn_days))));
}

std::vector<OrderNote> notes_of(const Case& on, const Intervention& what, int start, Stage seen,
                                bool stage_known) {
    std::vector<OrderNote> out;
    const ExercisePlan& plan = on.plan();
    if (stage_known && (what.stages >> static_cast<unsigned>(seen) & 1U) == 0)
        out.push_back({NoteKind::stage, fmt::format("it is made for {}, and what is seen is {}",
                                                    stages_text(what), stage_words.text(seen))});
    const Day arrives = on.first_day(start) + what.lead_time;
    const int arrives_in = arrives / plan.turn_days + 1;
    if (what.lead_time > 0)
        out.push_back(
            {NoteKind::lead_time,
             fmt::format("lead time {}: arrives in turn {}", span_text(what.lead_time), arrives_in),
             arrives_in});
    if (what.consent < 1) {
        const int turns = half_granted(what.consent, plan.turn_days);
        out.push_back({NoteKind::consent,
                       fmt::format("needs consent, a chance of {:.2g} a week: half are granted "
                                   "within {} turn{}",
                                   what.consent, turns, turns == 1 ? "" : "s"),
                       turns, what.consent});
    }
    if (arrives_in > plan.turns)
        out.push_back({NoteKind::beyond, "it arrives after the last turn", arrives_in});
    return out;
}

}  // namespace forestall::app::exercise
