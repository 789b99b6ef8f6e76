// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "app/exercise/server/fields.hpp"
#include "app/frame/errors.hpp"
#include "core/hash.hpp"
#include "results/files.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

/// Before a turn that could not be closed is tried again.
constexpr std::int64_t patience_ms = 5000;

/// An object's keys without its braces.
std::string inside(const Json& object) {
    const std::string line = object.line();
    return line.substr(1, line.size() - 2);
}

}  // namespace

Room::Room(Play play, Keys keys, RoomPlan plan)
    : play_(std::move(play)),
      keys_(std::move(keys)),
      plan_(std::move(plan)),
      folder_(std::make_shared<const Folder>(folder_of(play_.on(), plan_.outline))),
      reviewer_(std::make_unique<Reviewer>(play_.on(), plan_.common, plan_.review_changed)) {
    make_board();
}

const std::map<Deed, Room::Do>& Room::deeds() {
    static const std::map<Deed, Do> all{
        {Deed::join, &Room::join},
        {Deed::order, &Room::order},
        {Deed::cancel, &Room::cancel},
        {Deed::ready, &Room::ready},
        {Deed::note, &Room::note},
        {Deed::lesson, &Room::lesson},
        {Deed::turn, &Room::turn},
        {Deed::clock, &Room::clock},
        {Deed::inject, &Room::inject},
        {Deed::overrule, &Room::overrule},
        {Deed::rewind, &Room::rewind},
        {Deed::branch, &Room::branch},
        {Deed::bookmark, &Room::bookmark},
        {Deed::hand_over, &Room::hand_over},
        {Deed::release, &Room::release},
        {Deed::truth, &Room::truth},
        {Deed::review, &Room::review},
        {Deed::review_start, &Room::review_start},
        {Deed::review_stop, &Room::review_stop},
        {Deed::export_report, &Room::export_report},
        {Deed::export_option, &Room::export_option},
        {Deed::export_journal, &Room::export_journal},
        {Deed::export_msel, &Room::export_msel},
        {Deed::export_lessons, &Room::export_lessons},
    };
    return all;
}

Reply Room::act(const Call& call) {
    const auto what = deeds().find(call.deed);
    if (what == deeds().end()) return error_reply(404, "no_such_page", "there is no such page");
    Reply out;
    try {
        out = (this->*what->second)(call);
    } catch (const BadField& e) {
        out = error_reply(400, "bad_request", e.what(), "", e.field());
    } catch (const Conflict& e) {
        out = error_reply(409, e.code(), e.what(), e.hint());
    } catch (const UsageError& e) {
        out = error_reply(422, "bad_input", e.what(), e.hint());
    } catch (const InputError& e) {
        out = error_reply(422, "bad_input", e.what(), e.hint());
    } catch (const TextRefused& e) {
        out =
            error_reply(422, "refused", fmt::format("the scenario does not take it: {}", e.what()));
    } catch (const StartRefused& e) {
        out = error_reply(409, "busy", e.what(), e.hint());
    } catch (const IoError& e) {
        out = error_reply(507, "not_kept", e.what(), e.hint());
    } catch (const std::exception& e) {
        out = error_reply(500, "bug", e.what(), "this is a fault of the program");
    }
    make_board();
    return out;
}

void Room::make_board() {
    const std::size_t records = play_.journal().records().size();
    auto fresh = std::make_shared<Board>(board_ ? *board_ : Board{});
    const Session& session = play_.session();
    ++fresh->version;
    fresh->branch = session.branch().name;
    fresh->turn = session.branch().turn;
    fresh->released = session.released();
    fresh->folder = folder_;
    fresh->keys = keys_;
    Json common = session_json(play_.on(), session, plan_.planning);
    common["team"] = team_json(play_.plan(), session, keys_, here_);
    common["aar"] = reviewer_->progress();
    std::string text = inside(common);
    const bool same = text == fresh->common && records == board_records_;
    if (same && board_) return;
    fresh->common = std::move(text);
    if (records != board_records_ || !board_) {
        for (const SeatPlan& seat : play_.plan().seats)
            if (seat.role != SeatRole::white_cell)
                fresh->seats[seat.name] = to_json(*play_.view(seat.name), play_.on()).line();
        fresh->white = white_json(play_).line();
        board_records_ = records;
    }
    board_ = std::move(fresh);
}

std::set<News> Room::take_changes() { return std::exchange(changes_, {}); }

std::string Room::take_out() { return std::exchange(out_, ""); }

void Room::here(const std::string& as, int more) {
    here_[as] = std::max(0, here_[as] + more);
    changed(News::team);
    make_board();
}

void Room::review_told() {
    changed(News::aar);
    make_board();
}

std::optional<std::int64_t> Room::next_tick_ms() const {
    const TurnClock& clock = play_.session().clock();
    if (!clock.running || !closing_of(play_.plan().clock).clock) return std::nullopt;
    return std::max(static_cast<std::int64_t>(clock.ends() * 1000), retry_ms_.value_or(0));
}

void Room::tick(const Moment& now) {
    const auto at = next_tick_ms();
    if (!at || now.ms < *at) return;
    try {
        close_turn(now);
        retry_ms_.reset();
    } catch (const std::exception&) {
        retry_ms_ = now.ms + patience_ms;  // the white cell's own try will say why
    }
    make_board();
}

Json Room::opened() const {
    const Branch& now = play_.session().branch();
    return {{"branch", now.name}, {"turn", now.turn}};
}

Json Room::close_turn(const Moment& now) {
    const auto start = std::chrono::steady_clock::now();
    {
        const auto hold = reviewer_->hold();
        play_.close_turn(now.t);
    }
    changed(News::turn);
    make_board();
    Json out = opened();
    out["over"] = play_.session().over();
    out["hash"] = to_hex(play_.course()->hash);
    out["seconds"] =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return out;
}

bool Room::all_ready() const {
    const auto& ready = play_.session().branch().ready;
    bool any = false;
    for (const Keys::Key& key : keys_.all()) {
        if (key.player.white || !key.joined) continue;
        if (!ready.contains(key.player.seat)) return false;
        any = true;
    }
    return any;
}

void Room::expect(const Json& body) const {
    const Json* expects = body.find("expects");
    if (expects == nullptr) return;
    const Branch& now = play_.session().branch();
    const Json* branch = expects->find("branch");
    const Json* turn = expects->find("turn");
    if (branch == nullptr || turn == nullptr)
        throw BadField("expects", "expects has a branch and a turn");
    const std::string meant = branch->as_text().value_or("");
    const std::int64_t meant_turn = turn->as_whole().value_or(0);
    if (meant == now.name && meant_turn == now.turn) return;
    throw Conflict("stale_turn", stale_text(now, meant, meant_turn), "look again");
}

std::vector<std::string> Room::seats_of(const Call& call) const {
    std::vector<std::string> out;
    if (!call.seat.empty()) out.push_back(call.seat);
    if (call.player.white)  // partners that no seat commands
        for (const SeatPlan& seat : play_.plan().seats)
            if (seat.role == SeatRole::white_cell) out.push_back(seat.name);
    return out;
}

Reply Room::answer_reply(const Answer& answer) const {
    Json document = to_json(answer);
    document["repeated"] = answer.repeated;
    if (answer.accepted()) return json_reply(document);
    int status = 422;
    if (answer.verdict == Verdict::stale_turn || answer.verdict == Verdict::over) status = 409;
    if (answer.verdict == Verdict::not_your_partner) status = 403;
    return error_reply(status, verdict_words.text(answer.verdict), answer.text, answer.hint,
                       answer.verdict == Verdict::stale_turn ? "expects" : "", document);
}

}  // namespace forestall::app::exercise
