// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/input_error.hpp"
#include "app/exercise/body.hpp"

namespace forestall::app::exercise {
namespace {

int whole_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? 0 : static_cast<int>(value->as_whole().value_or(0));
}

double real_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? 0 : value->as_real().value_or(0);
}

bool true_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value != nullptr && value->as_boolean().value_or(false);
}

/// What the desk had done with at the close of the turn.
void note_ended(const Json& ended, Branch& branch) {
    for (const Json& one : ended.items())
        for (PlayedOrder& o : branch.orders)
            if (const Json* spent = one.find("spent");
                o.action == text_in(one, "action") && o.ended == 0 && spent != nullptr) {
                o.ended = branch.turn;
                o.spent = spent->as_real().value_or(0);
            }
}

[[noreturn]] void misfit(const Record& record, const std::string& why) {
    throw InputError(fmt::format("record {} of the journal: {}", record.n, why),
                     "the journal is not of this program, or was changed");
}

}  // namespace

const PlayedOrder* Branch::find(std::string_view action) const {
    for (const PlayedOrder& o : orders)
        if (o.action == action) return &o;
    return nullptr;
}

const PlayedInject* Branch::inject(std::string_view number) const {
    for (const PlayedInject& i : injects)
        if (i.number == number) return &i;
    return nullptr;
}

const RefusedOrder* Branch::refusal(std::string_view id) const {
    const RefusedOrder* out = nullptr;
    for (const RefusedOrder& r : refused)
        if (r.order.id == id) out = &r;
    return out;
}

Grant Branch::granted(std::string_view seat) const {
    Grant out;
    for (const Grant& g : grants)
        if (g.seat == seat) {
            out.money += g.money;
            out.staff += g.staff;
        }
    return out;
}

Branch rewound(const Branch& branch, int turn) {
    Branch out = branch;
    out.turn = turn;
    out.ready.clear();
    std::erase_if(out.refused, [&](const RefusedOrder& r) { return r.turn >= turn; });
    std::erase_if(out.grants, [&](const Grant& g) { return g.turn >= turn; });
    std::erase_if(out.orders, [&](const PlayedOrder& o) { return o.given >= turn; });
    std::erase_if(out.injects, [&](const PlayedInject& i) { return i.turn >= turn; });
    std::erase_if(out.remarks, [&](const Remark& r) { return r.turn >= turn; });
    for (PlayedOrder& o : out.orders)
        if (o.cancelled >= turn) {
            o.cancelled = 0;
            o.withdrawn = false;
        }
    for (PlayedOrder& o : out.orders) {
        if (o.ended >= turn) o.ended = 0;
        if (o.overruled && o.overruled->turn >= turn) o.overruled.reset();
    }
    return out;
}

const Branch& Session::branch(std::string_view name) const {
    const auto found = branches_.find(name);
    if (found == branches_.end()) throw InputError(fmt::format("there is no branch '{}'", name));
    return found->second;
}

std::string Session::next_branch() const { return fmt::format("b{}", branches_.size() + 1); }

std::optional<Answer> Session::answered(std::string_view id) const {
    const auto found = answers_.find(id);
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

Branch& Session::open_branch(const Record& record) {
    if (record.branch != current_) misfit(record, "it is of a branch that was not played then");
    Branch& out = branches_.at(current_);
    if (record.turn != out.turn) misfit(record, "it is of a turn that was not open then");
    return out;
}

void Session::rewind(const Record& record) {
    const Branch& now = open_branch(record);
    const int to = whole_in(record.body, "to");
    const std::string name = text_in(record.body, "branch");
    if (to < 1 || to > now.turn) misfit(record, "it goes back to a turn that was not played");
    if (name != next_branch()) misfit(record, "its branch has another name");
    Branch fresh = rewound(now, to);
    fresh.name = name;
    fresh.parent = now.name;
    fresh.from = to;
    branches_.emplace(name, std::move(fresh));
    current_ = name;
}

/// The order that a record is about, which must stand.
PlayedOrder& Session::standing(const Record& record, Branch& now) {
    const std::string action = text_in(record.body, "action");
    const auto found = std::find_if(now.orders.begin(), now.orders.end(),
                                    [&](const PlayedOrder& o) { return o.action == action; });
    if (found == now.orders.end() || found->cancelled > 0)
        misfit(record, "it cancels what does not stand");
    return *found;
}

void Session::take_order(const Record& record, Branch& now) {
    const Json* order = record.body.find("order");
    const Json* answer = record.body.find("answer");
    if (order == nullptr || answer == nullptr) misfit(record, "an order without an answer");
    const Answer said = answer_of(*answer);
    const Order asked = order_of(*order);
    if (record.kind == RecordKind::order && !asked.id.empty()) answers_.emplace(asked.id, said);
    if (!said.accepted()) {
        now.refused.push_back({asked, said, record.seat, record.turn});
        return;
    }
    if (said.action.empty() || now.find(said.action) != nullptr)
        misfit(record, "an order with a name that is taken");
    PlayedOrder played{asked,
                       said.action,
                       seat_of(asked),
                       record.turn,
                       asked.start == 0 ? record.turn : asked.start,
                       asked.stop};
    played.notes = said.notes;
    now.orders.push_back(std::move(played));
}

void Session::take_cancel(const Record& record, Branch& now) {
    PlayedOrder& order = standing(record, now);
    order.cancelled = record.turn;
    order.withdrawn = true_in(record.body, "withdrawn");
}

void Session::take_overruling(const Record& record, Branch& now) {
    const auto what = overruling_words.find(text_in(record.body, "do"));
    if (!what) misfit(record, "it does not say what the white cell did");
    const Overruling said{*what, record.turn, text_in(record.body, "note")};
    if (*what != Overruling::What::accept) {
        PlayedOrder& order = standing(record, now);
        order.overruled = said;
        take_cancel(record, now);
    }
    if (*what == Overruling::What::refuse) return;
    const std::size_t before = now.orders.size();
    take_order(record, now);
    if (now.orders.size() == before) misfit(record, "it puts nothing in the order's place");
    now.orders.back().overruled = said;
    if (const Json* grant = record.body.find("grant"))
        now.grants.push_back({now.orders.back().seat, record.turn, real_in(*grant, "money"),
                              real_in(*grant, "staff")});
}

void Session::take_clock(const Record& record) {
    clock_ = {true_in(record.body, "running"), real_in(record.body, "left"), record.t};
}

void Session::apply(const Record& record) {
    const double whole = 60.0 * static_cast<double>(case_->plan().clock.minutes);
    last_time_ = record.t;
    if (record.kind == RecordKind::begin) {
        current_ = "b1";
        branches_.emplace(current_, Branch{.name = current_});
        clock_ = {false, whole, record.t};
        return;
    }
    if (!begun()) misfit(record, "nothing was begun");
    if (record.kind == RecordKind::rewind) {
        clock_ = {false, whole, record.t};
        return rewind(record);
    }
    Branch& now = open_branch(record);
    switch (record.kind) {
        case RecordKind::order:
            return take_order(record, now);
        case RecordKind::cancel:
            return take_cancel(record, now);
        case RecordKind::overrule:
            return take_overruling(record, now);
        case RecordKind::clock:
            return take_clock(record);
        case RecordKind::ready:
            if (true_in(record.body, "ready"))
                now.ready.insert(record.seat);
            else
                now.ready.erase(record.seat);
            return;
        case RecordKind::release:
            released_ = true_in(record.body, "released");
            return;
        case RecordKind::inject:
            now.injects.push_back({text_in(record.body, "number"), record.turn,
                                   text_in(record.body, "status") == "fired"});
            return;
        case RecordKind::turn:
            if (const Json* ended = record.body.find("ended")) note_ended(*ended, now);
            ++now.turn;
            now.ready.clear();
            clock_ = {clock_.running && !over(), whole, record.t};
            return;
        case RecordKind::branch:
            current_ = branch(text_in(record.body, "to")).name;
            clock_ = {false, whole, record.t};
            return;
        default:
            now.remarks.push_back({record.n, record.kind, record.turn, record.seat, record.body});
    }
}

Session Session::without(std::string_view action, bool withdrawn) const {
    Session out = *this;
    for (PlayedOrder& order : out.branches_.at(current_).orders)
        if (order.action == action) {
            order.cancelled = branch().turn;
            order.withdrawn = withdrawn;
        }
    return out;
}

void Session::apply(std::span<const Record> records) {
    for (const Record& record : records) apply(record);
}

std::string Session::seat_of(const Order& order) const {
    const SeatPlan* seat = case_->plan().commander(order.partner);
    if (seat != nullptr) return seat->name;
    for (const SeatPlan& s : case_->plan().seats)
        if (s.role == (order.partner.empty() ? SeatRole::country_desk : SeatRole::white_cell))
            return s.name;
    return "";
}

}  // namespace forestall::app::exercise
