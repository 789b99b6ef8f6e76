// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/exercise/body.hpp"
#include "app/exercise/text.hpp"

namespace forestall::app::exercise {
namespace {

constexpr Day for_ever = 1'000'000;

const Option* played(const World& world) {
    for (const Option& option : world.options())
        if (option.name == played_option) return &option;
    return nullptr;
}

std::string state_of(const Case& on, const PlayedOrder& order, const Course& course, int open) {
    if (order.withdrawn) return "withdrawn";
    const ActionRecord* record = course.action(order.action);
    if (record == nullptr || order.given >= open)
        return fmt::format("ordered: begins {}", on.date(on.first_day(order.start)));
    const Option* option = played(*course.world);
    switch (record->state) {
        case ActionState::asking:
            return "asks for consent";
        case ActionState::preparing:
            return fmt::format("in preparation: arrives {}", on.date(record->on));
        case ActionState::running:
            return fmt::format("under way since {}", on.date(record->on));
        case ActionState::stopped:
            return fmt::format("over since {}", on.date(record->off));
        case ActionState::waiting:
            break;
    }
    return "waits: " + (option == nullptr ? std::string() : waiting_text(record->waits, *option));
}

bool is_for(const Msel& msel, std::size_t row, const std::string& seat) {
    const auto to = msel.parts(row, "to");
    return std::find(to.begin(), to.end(), "all") != to.end() ||
           std::find(to.begin(), to.end(), seat) != to.end();
}

std::vector<Message> messages_of(const Case& on, const Branch& branch, const std::string& seat) {
    std::vector<Message> out;
    const Msel& msel = on.msel();
    for (const PlayedInject& inject : branch.injects)
        if (const auto row = msel.find(inject.number);
            row && inject.fired && is_for(msel, *row, seat))
            out.push_back({inject.turn, inject.number, msel.at(*row, "from"),
                           msel.at(*row, "title"), msel.at(*row, "text")});
    return out;
}

FogInput fog_input(const Case& on, const Course& course, const SeatPlan& seat, const Luck& luck,
                   std::span<const Presence> presence) {
    return {*course.world, luck, on.plan(), seat, course.events, presence, course.days};
}

}  // namespace

std::optional<Stage> SeatView::stage() const {
    for (const IndicatorValue& v : indicators)
        if (v.what == SeatIndicator::stage && v.value) return static_cast<Stage>(*v.value);
    return std::nullopt;
}

OrderLine line_of(const Case& on, const PlayedOrder& order, const Course& course,
                  const Session& session) {
    OrderLine out;
    out.action = order.action;
    const Intervention* what = on.intervention(order.order.intervention);
    out.title = what == nullptr ? order.order.intervention : what->title;
    out.intervention = order.order.intervention;
    out.partner = order.order.partner;
    out.targets = order.order.targets;
    out.given = order.given;
    out.start = order.start;
    out.state = state_of(on, order, course, session.branch().turn);
    out.bound = session.bound_by(order);
    out.stop = order.order.stop;
    out.scale = order.order.scale;
    out.id = order.order.id;
    out.notes = order.notes;
    out.overruled = order.overruled;
    const ActionRecord* record = course.action(order.action);
    out.over = order.withdrawn || (record != nullptr && record->state == ActionState::stopped);
    return out;
}

bool taken_after_all(const Branch& branch, const RefusedOrder& refused) {
    return std::any_of(branch.orders.begin(), branch.orders.end(), [&](const PlayedOrder& o) {
        return o.overruled && !refused.order.id.empty() && o.order.id == refused.order.id;
    });
}

std::vector<SharedNote> notes_for(const Branch& branch, const std::string& seat) {
    std::vector<SharedNote> out;
    for (const Remark& r : branch.remarks) {
        if (r.kind != RecordKind::note) continue;
        SharedNote note{r.n, r.turn, r.seat, {}, text_in(r.body, "text"), {}};
        if (const Json* to = r.body.find("to"))
            for (const Json& name : to->items()) note.to.push_back(name.as_text().value_or(""));
        if (const Json* report = r.body.find("report")) note.report = *report;
        const bool named = std::find(note.to.begin(), note.to.end(), seat) != note.to.end() ||
                           std::find(note.to.begin(), note.to.end(), "all") != note.to.end();
        if (seat.empty() || r.seat == seat || named) out.push_back(std::move(note));
    }
    return out;
}

std::vector<Presence> presence_of(const Branch& branch, const Course& course,
                                  const SeatPlan& seat) {
    std::vector<Presence> out;
    const Option* option = played(*course.world);
    if (option == nullptr) return out;
    for (const PlannedAction& action : option->actions) {
        const PlayedOrder* order = branch.find(action.name);
        const ActionRecord* record = course.action(action.name);
        if (order == nullptr || record == nullptr || order->seat != seat.name ||
            record->decided < 0 || !brings_witnesses(order->order.intervention))
            continue;
        out.push_back({action.places, record->on, record->off < 0 ? for_ever : record->off});
    }
    return out;
}

std::vector<SourcedReport> sourced_reports(const Case& on, const Branch& branch,
                                           const Course& course, const SeatPlan& seat) {
    const Luck luck(on.seed(), on.member());
    const auto presence = presence_of(branch, course, seat);
    return reports(fog_input(on, course, seat, luck, presence));
}

Hearing hearing_of(const Case& on, const Branch& branch, const Course& course,
                   const SeatPlan& seat) {
    Hearing out;
    out.seat = seat.name;
    for (const Event& e : course.events) out.events += is_reported(e) ? 1 : 0;
    std::set<std::size_t> heard;
    for (const SourcedReport& r : sourced_reports(on, branch, course, seat)) {
        ++out.reports;
        if (r.event) heard.insert(*r.event);
        out.nothing += r.event ? 0 : 1;
        out.wrong_side += r.wrong_side ? 1 : 0;
        out.repeated += r.repeats ? 1 : 0;
    }
    out.heard = heard.size();
    return out;
}

SeatView view_of(const Case& on, const Session& session, const Course& course,
                 const SeatPlan& seat) {
    const Branch& branch = session.branch();
    SeatView out;
    out.seat = seat.name;
    out.role = seat.role;
    out.branch = branch.name;
    out.turn = branch.turn;
    out.turns = on.plan().turns;
    out.over = session.over();
    out.date = on.date(on.first_day(branch.turn));
    const Luck luck(on.seed(), on.member());
    const FogInput in = fog_input(on, course, seat, luck, {});
    out.indicators = indicators_of(in, course.outcome);
    for (const auto& row : seat_indicator_words)
        out.history.push_back(history_of(in, course.outcome, row.value));
    out.situation = situation_of(in, course);
    for (SourcedReport& r : sourced_reports(on, branch, course, seat))
        out.inbox.push_back(std::move(r.told));
    out.new_from = course.days - on.plan().turn_days;
    out.messages = messages_of(on, branch, seat.name);
    for (const PlayedOrder& order : branch.orders)
        if (order.seat == seat.name) out.orders.push_back(line_of(on, order, course, session));
    out.notes = notes_for(branch, seat.name);
    out.lessons = lessons_for(branch, seat.name, session.released());
    for (const RefusedOrder& refused : branch.refused)
        if (refused.seat == seat.name)
            out.refused.push_back({refused, taken_after_all(branch, refused)});
    out.means = session.means(seat);
    return out;
}

}  // namespace forestall::app::exercise
