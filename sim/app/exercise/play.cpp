// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/play.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/input_error.hpp"
#include "app/exercise/body.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"
#include "core/hash.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

constexpr int format = 1;

std::int64_t whole_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? -1 : value->as_whole().value_or(-1);
}

/// As the desk paid for it: set-up, and each step from the day that it was decided to its end.
double spent_on(const Case& on, const PlayedOrder& order, const ActionRecord& record) {
    const Cost cost = on.cost(order.order.intervention);
    return order.order.scale * (cost.setup + cost.weekly * (record.off - record.decided) / 7.0);
}

}  // namespace

Json beginning_of(const Case& on, const Beginning& how) {
    Json files = Json::object();
    for (const auto& [name, digest] : on.digests()) files[name] = digest;
    return {{"format", format},         {"program", how.program},
            {"title", on.plan().title}, {"scenario", how.dir},
            {"files", files},           {"seed", on.seed()},
            {"member", on.member()},    {"turn_days", on.plan().turn_days},
            {"turns", on.plan().turns}, {"layout", how.layout}};
}

void check_beginning(const Case& on, const Record& first) {
    if (whole_in(first.body, "format") != format)
        throw InputError("the journal is of a format that this program does not read",
                         fmt::format("it is written by {}", text_in(first.body, "program")));
    const Json* files = first.body.find("files");
    std::vector<std::string> different;
    const auto digests = on.digests();
    for (const auto& [name, digest] : digests)
        if (files == nullptr || text_in(*files, name) != digest) different.push_back(name);
    if (!different.empty())
        throw InputError(
            fmt::format("the journal was played on other files: {}", joined(different)),
            "put the scenario back as it was, give the --seats that it was played with, or begin a "
            "new journal");
    if (whole_in(first.body, "seed") != static_cast<std::int64_t>(on.seed()) ||
        whole_in(first.body, "member") != static_cast<std::int64_t>(on.member()))
        throw InputError("the journal was played in another world",
                         fmt::format("seed {} and member {}", whole_in(first.body, "seed"),
                                     whole_in(first.body, "member")));
}

Play::Play(Case on, Journal journal)
    : case_(std::make_unique<const Case>(std::move(on))),
      journal_(std::move(journal)),
      session_(*case_),
      courses_(std::make_unique<Courses>(*case_)) {
    if (journal_.records().empty()) return;
    check_beginning(*case_, journal_.records().front());
    session_.apply(journal_.records());
}

void Play::begin(const Beginning& how) {
    write(RecordKind::begin, "", beginning_of(*case_, how), how.t);
    open_turn(how.t);
}

const Record& Play::write(RecordKind kind, const std::string& seat, Json body,
                          const std::string& t) {
    Record record;
    record.kind = kind;
    record.branch = session_.begun() ? session_.branch().name : "b1";
    record.turn = session_.begun() ? session_.branch().turn : 1;
    record.t = t;
    record.seat = seat;
    record.body = std::move(body);
    const Record& written = journal_.append(std::move(record));
    session_.apply(written);
    views_.clear();
    return written;
}

Answer Play::asked_reader(const Session& session, Answer answer, const Order& order,
                          const Grant& grant) const {
    Branch tried = session.branch();
    tried.grants.push_back(grant);
    tried.orders.push_back({order, answer.action, session.seat_of(order), tried.turn,
                            order.start == 0 ? tried.turn : order.start, order.stop});
    try {
        world_of(text_of(*case_, tried, tried.turn));
    } catch (const TextRefused& refused) {
        answer.verdict = Verdict::refused;
        answer.text = fmt::format("the scenario does not take it: {}: {}",
                                  refused.diagnostic().code, refused.diagnostic().message);
        answer.hint = refused.diagnostic().hint;
        answer.action.clear();
    }
    return answer;
}

void Play::add_notes(Answer& answer, const Order& order) {
    const auto seen = view(session_.seat_of(order))->stage();
    answer.notes = notes_of(*case_, *case_->intervention(order.intervention),
                            order.start == 0 ? session_.branch().turn : order.start,
                            seen.value_or(Stage::none), seen.has_value());
}

Answer Play::order(const Order& order, const std::vector<std::string>& seats,
                   const std::string& t) {
    Answer answer = session_.consider(order, seats);
    if (answer.repeated) return answer;
    if (answer.accepted()) answer = asked_reader(session_, std::move(answer), order);
    if (answer.accepted()) add_notes(answer, order);
    write(RecordKind::order, seats.empty() ? session_.seat_of(order) : seats.front(),
          {{"order", to_json(order)}, {"answer", to_json(answer)}}, t);
    return answer;
}

bool Play::begun(const PlayedOrder& order, std::string& why_not) {
    const auto so_far = course();
    const ActionRecord* record = so_far->action(order.action);
    const bool begun = record != nullptr && record->decided >= 0;
    if (order.cancelled > 0)
        why_not = fmt::format("{} is cancelled already", order.action);
    else if (session_.over())
        why_not = "the last turn is over";
    else if (begun && record->state == ActionState::stopped)
        why_not = fmt::format("{} is over", order.action);
    return begun;
}

Cancelled Play::cancel(const std::string& action, const std::vector<std::string>& seats,
                       const std::string& t) {
    const PlayedOrder* order = session_.branch().find(action);
    if (order == nullptr) return {false, fmt::format("there is no order {}", shown(action))};
    if (std::find(seats.begin(), seats.end(), order->seat) == seats.end())
        return {false, fmt::format("{} is an order of {}", action, order->seat)};
    std::string why_not;
    const bool had_begun = begun(*order, why_not);
    if (!why_not.empty()) return {false, why_not};
    const auto so_far = course();
    write(RecordKind::cancel, order->seat, {{"action", action}, {"withdrawn", !had_begun}}, t);
    if (!had_begun) return {true, fmt::format("{} is withdrawn: nothing of it had begun", action)};
    const ActionRecord* record = so_far->action(action);
    if (record->state == ActionState::preparing)
        return {true,
                fmt::format("{} stops when its preparation ends, on {}, and is paid until then",
                            action, case_->date(record->on))};
    return {true, fmt::format("{} stops on {}", action,
                              case_->date(case_->first_day(session_.branch().turn)))};
}

std::vector<Proposal> Play::proposals() {
    if (session_.over()) return {};
    return due(*case_, session_.branch(), *course());
}

void Play::inject(const std::string& number, bool fire, const std::string& t) {
    const auto row = case_->msel().find(number);
    if (!row) throw UsageError(fmt::format("there is no inject {}", shown(number)));
    if (session_.branch().inject(number) != nullptr)
        throw UsageError(fmt::format("inject {} is decided already", number));
    if (session_.over()) throw UsageError("the last turn is over");
    if (fire && case_->msel().at(*row, "kind") == "trigger") {
        Branch tried = session_.branch();
        tried.injects.push_back({number, tried.turn, true});
        world_of(text_of(*case_, tried, tried.turn));
    }
    write(RecordKind::inject, "", {{"number", number}, {"status", fire ? "fired" : "skipped"}}, t);
}

void Play::open_turn(const std::string& t) {
    if (session_.over()) return;
    // What was due when the turn was opened, whatever has been ordered in it since.
    const Branch opened = rewound(session_.branch(), session_.branch().turn);
    for (const Proposal& p : due(*case_, opened, *course()))
        if (p.automatic && session_.branch().inject(p.number) == nullptr) inject(p.number, true, t);
}

void Play::go_on(const std::string& t) {
    open_turn(t);
    const TurnClock& clock = session_.clock();
    if (clock.running)
        write(RecordKind::clock, "",
              {{"running", false}, {"left", clock.left_at(session_.last_time())}}, t);
}

void Play::close_turn(const std::string& t) {
    if (session_.over()) throw UsageError("the last turn is over", "rewind to play on");
    const Branch& now = session_.branch();
    const auto played = courses_->at(now, now.turn);
    Json ended = Json::array();
    for (const PlayedOrder& order : now.orders)
        if (const ActionRecord* record = played->action(order.action);
            record != nullptr && record->state == ActionState::stopped && order.ended == 0)
            ended.push_back(
                {{"action", order.action}, {"spent", spent_on(*case_, order, *record)}});
    write(RecordKind::turn, "",
          {{"closed", now.turn}, {"hash", to_hex(played->hash)}, {"ended", ended}}, t);
    open_turn(t);
}

void Play::rewind(int turn, const std::string& t) {
    if (turn < 1 || turn > session_.branch().turn)
        throw UsageError(fmt::format("turn {} was not played", turn),
                         fmt::format("1 to {}", session_.branch().turn));
    write(RecordKind::rewind, "", {{"to", turn}, {"branch", session_.next_branch()}}, t);
    open_turn(t);
}

void Play::switch_to(const std::string& branch, const std::string& t) {
    if (!session_.branches().contains(branch))
        throw UsageError(fmt::format("there is no branch {}", shown(branch)));
    write(RecordKind::branch, "", {{"to", branch}}, t);
}

std::uint64_t Play::remark(RecordKind kind, const std::string& seat, Json body,
                           const std::string& t) {
    return write(kind, seat, std::move(body), t).n;
}

std::shared_ptr<const Course> Play::course() {
    const Branch& now = session_.branch();
    return courses_->at(now, now.turn - 1);
}

std::shared_ptr<const Course> Play::course(const Branch& branch, int turn) {
    return courses_->at(branch, turn);
}

std::shared_ptr<const SeatView> Play::view(const std::string& seat) {
    const SeatPlan* plan = case_->plan().seat(seat);
    if (plan == nullptr) throw UsageError(fmt::format("there is no seat {}", shown(seat)));
    auto& kept = views_[seat];
    if (!kept) kept = std::make_shared<const SeatView>(view_of(*case_, session_, *course(), *plan));
    return kept;
}

}  // namespace forestall::app::exercise
