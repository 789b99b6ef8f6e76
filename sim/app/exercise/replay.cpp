// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/exercise/body.hpp"
#include "app/exercise/said.hpp"
#include "core/hash.hpp"

namespace forestall::app::exercise {
namespace {

/// What the journal says of a closed turn, and of orders given in it, by branch.
struct Told {
    std::map<std::pair<std::string, int>, std::string> hashes;
    std::map<std::pair<std::string, int>, std::vector<const Record*>> records;
};

/// Answers that the rules would give otherwise today. What the scenario's reader said is not asked
/// again: it was part of the answer.
void ask_again(const Case& on, const std::vector<Record>& records,
               std::vector<std::string>& differences) {
    Session session(on);
    for (const Record& record : records) {
        const Json* order = record.body.find("order");
        const Json* answer = record.body.find("answer");
        if (record.kind == RecordKind::order && order != nullptr && answer != nullptr) {
            std::vector<std::string> seats{record.seat};
            const Order asked = order_of(*order);
            const Answer said = answer_of(*answer);
            if (said.verdict != Verdict::not_your_partner) seats.push_back(session.seat_of(asked));
            const Answer now = session.consider(asked, seats);
            if (said.verdict != Verdict::refused && now.verdict != said.verdict)
                differences.push_back(fmt::format("record {}: the order was answered {}, now {}",
                                                  record.n, verdict_words.text(said.verdict),
                                                  verdict_words.text(now.verdict)));
        }
        session.apply(record);
    }
}

Json turn_json(const Case& on, int turn, const Course& course,
               const std::vector<const Record*>& records) {
    const Day step = on.tables().settings.step_days;
    const auto at = static_cast<std::size_t>((course.days + step - 1) / step) - 1;
    Json out{{"turn", turn},
             {"from", on.date(on.first_day(turn))},
             {"to", on.date(on.first_day(turn + 1) - 1)},
             {"world_hash", to_hex(course.world_hash)},
             {"hash", to_hex(course.hash)},
             {"stage_true",
              stage_words.text(static_cast<Stage>(course.outcome[Series::stage_true][at]))},
             {"stage_observed",
              stage_words.text(static_cast<Stage>(course.outcome[Series::stage_observed][at]))},
             {"displaced", course.outcome[Series::displaced][at]}};
    Json& orders = out["orders"] = Json::array();
    Json& others = out["records"] = Json::array();
    for (const Record* r : records)
        if (r->kind == RecordKind::order)
            orders.push_back({{"seat", r->seat},
                              {"order", *r->body.find("order")},
                              {"answer", *r->body.find("answer")}});
        else if (r->kind != RecordKind::begin && r->kind != RecordKind::turn)
            others.push_back(
                {{"kind", record_words.text(r->kind)}, {"seat", r->seat}, {"body", r->body}});
    Json& actions = out["actions"] = Json::array();
    for (const CourseAction& a : course.actions)
        actions.push_back({{"action", a.name}, {"state", action_state_words.text(a.record.state)}});
    return out;
}

/// The records of a turn of a branch: its own, or those of the branch that it left later.
const std::vector<const Record*>& records_of(const Told& told, const Session& session,
                                             const Branch& branch, int turn) {
    static const std::vector<const Record*> none;
    const Branch* b = &branch;
    while (turn < b->from && !b->parent.empty()) b = &session.branch(b->parent);
    const auto found = told.records.find({b->name, turn});
    return found == told.records.end() ? none : found->second;
}

}  // namespace

Replayed replay(const Case& on, const std::vector<Record>& records) {
    Replayed out;
    check_beginning(on, records.front());
    ask_again(on, records, out.differences);
    Session session(on);
    Told told;
    for (const Record& record : records) {
        told.records[{record.branch, record.turn}].push_back(&record);
        if (record.kind == RecordKind::turn)
            told.hashes[{record.branch, record.turn}] = text_in(record.body, "hash");
        session.apply(record);
    }
    Courses courses(on);
    out.document = {{"title", on.plan().title},
                    {"scenario", text_in(records.front().body, "scenario")},
                    {"program", text_in(records.front().body, "program")},
                    {"seed", on.seed()},
                    {"member", on.member()},
                    {"turn_days", on.plan().turn_days},
                    {"turns", on.plan().turns},
                    {"records", records.size()},
                    {"branch", session.branch().name},
                    {"open_turn", session.branch().turn},
                    {"over", session.over()}};
    Json& branches = out.document["branches"] = Json::array();
    for (const auto& [name, branch] : session.branches()) {
        Json one{{"name", name}, {"parent", branch.parent}, {"from", branch.from}};
        Json& turns = one["turns"] = Json::array();
        for (int turn = 1; turn < branch.turn; ++turn) {
            const auto course = courses.at(branch, turn);
            const auto was = told.hashes.find({name, turn});
            if (was != told.hashes.end() && was->second != to_hex(course->hash))
                out.differences.push_back(
                    fmt::format("branch {}, turn {}: the hash was {} and is {}", name, turn,
                                was->second, to_hex(course->hash)));
            turns.push_back(turn_json(on, turn, *course, records_of(told, session, branch, turn)));
        }
        branches.push_back(std::move(one));
    }
    const Branch& last = session.branch();
    Json& seats = out.document["seats"] = Json::array();
    for (const SeatPlan& seat : on.plan().seats) {
        if (seat.role == SeatRole::white_cell) continue;
        const Hearing h = hearing_of(on, last, *courses.at(last, last.turn - 1), seat);
        seats.push_back({{"seat", h.seat},
                         {"events", h.events},
                         {"heard", h.heard},
                         {"reports", h.reports},
                         {"false", h.nothing},
                         {"wrong_side", h.wrong_side},
                         {"repeated", h.repeated}});
    }
    out.document["hash"] = to_hex(courses.at(last, last.turn - 1)->hash);
    out.document["differences"] = out.differences;
    return out;
}

std::string replay_text(const Case& on, const Replayed& replayed) {
    std::string out = fmt::format("{}\n", on.plan().title);
    const Json* branches = replayed.document.find("branches");
    for (const Json& branch : branches->items()) {
        out += fmt::format("branch {}\n", text_in(branch, "name"));
        for (const Json& turn : branch.find("turns")->items()) {
            out += fmt::format("  turn {}, from {}: {} orders, stage {} as the desk sees it, {}\n",
                               turn.find("turn")->as_whole().value_or(0), text_in(turn, "from"),
                               turn.find("orders")->items().size(), text_in(turn, "stage_observed"),
                               text_in(turn, "hash"));
        }
    }
    for (const std::string& difference : replayed.differences) out += difference + "\n";
    return out + (replayed.differences.empty() ? "The same as it was played.\n" : "");
}

}  // namespace forestall::app::exercise
