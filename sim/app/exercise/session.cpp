// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/input_error.hpp"

namespace forestall::app::exercise {
namespace {

std::string text_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? "" : value->as_text().value_or("");
}

int whole_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? 0 : static_cast<int>(value->as_whole().value_or(0));
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

Branch rewound(const Branch& branch, int turn) {
    Branch out = branch;
    out.turn = turn;
    std::erase_if(out.orders, [&](const PlayedOrder& o) { return o.given >= turn; });
    std::erase_if(out.injects, [&](const PlayedInject& i) { return i.turn >= turn; });
    std::erase_if(out.remarks, [&](const Remark& r) { return r.turn >= turn; });
    for (PlayedOrder& o : out.orders)
        if (o.cancelled >= turn) {
            o.cancelled = 0;
            o.withdrawn = false;
        }
    for (PlayedOrder& o : out.orders)
        if (o.ended >= turn) o.ended = 0;
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

void Session::apply(const Record& record) {
    if (record.kind == RecordKind::begin) {
        current_ = "b1";
        branches_.emplace(current_, Branch{.name = current_});
        return;
    }
    if (!begun()) misfit(record, "nothing was begun");
    if (record.kind == RecordKind::rewind) return rewind(record);
    Branch& now = open_branch(record);
    switch (record.kind) {
        case RecordKind::order: {
            const Json* order = record.body.find("order");
            const Json* answer = record.body.find("answer");
            if (order == nullptr || answer == nullptr) misfit(record, "an order without an answer");
            const Answer said = answer_of(*answer);
            const Order asked = order_of(*order);
            if (!asked.id.empty()) answers_.emplace(asked.id, said);
            if (!said.accepted()) return;
            if (said.action.empty() || now.find(said.action) != nullptr)
                misfit(record, "an order with a name that is taken");
            now.orders.push_back({asked, said.action, seat_of(asked), record.turn,
                                  asked.start == 0 ? record.turn : asked.start, asked.stop});
            return;
        }
        case RecordKind::cancel: {
            const std::string action = text_in(record.body, "action");
            const auto found =
                std::find_if(now.orders.begin(), now.orders.end(),
                             [&](const PlayedOrder& o) { return o.action == action; });
            if (found == now.orders.end() || found->cancelled > 0)
                misfit(record, "it cancels what does not stand");
            found->cancelled = record.turn;
            found->withdrawn = true_in(record.body, "withdrawn");
            return;
        }
        case RecordKind::inject:
            now.injects.push_back({text_in(record.body, "number"), record.turn,
                                   text_in(record.body, "status") == "fired"});
            return;
        case RecordKind::turn:
            if (const Json* ended = record.body.find("ended")) note_ended(*ended, now);
            ++now.turn;
            return;
        case RecordKind::branch:
            current_ = branch(text_in(record.body, "to")).name;
            return;
        default:
            now.remarks.push_back({record.kind, record.turn, record.seat, record.body});
    }
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
