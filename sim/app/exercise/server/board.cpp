// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/board.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/exercise/injects.hpp"
#include "core/hash.hpp"

namespace forestall::app::exercise {
namespace {

/// What a review can be of, by the names of `compare`.
constexpr std::array review_outcomes = {"civilian_deaths", "displaced:peak",  "mass_killing",
                                        "battle_deaths",   "indirect_deaths", "risk"};

Json parts_json(const Msel& msel, std::size_t row, std::string_view column) {
    return Json(msel.parts(row, column));
}

Json proposals_json(Play& play) {
    const Msel& msel = play.on().msel();
    Json out = Json::array();
    for (const Proposal& p : play.proposals())
        out.push_back({{"number", p.number},
                       {"title", p.title},
                       {"why", p.why},
                       {"text", msel.at(p.row, "text")},
                       {"from", msel.at(p.row, "from")},
                       {"to", parts_json(msel, p.row, "to")},
                       {"moves_world", p.moves_world},
                       {"automatic", p.automatic},
                       {"expected_action", msel.at(p.row, "expected_action")},
                       {"note", msel.at(p.row, "note")}});
    return out;
}

Json msel_json(const Case& on, const Branch& branch) {
    const Msel msel = msel_of(on, branch);
    Json out = Json::array();
    for (std::size_t row = 0; row < msel.size(); ++row) {
        Json one = Json::object();
        for (const char* column : {"number", "title", "status", "when", "condition", "kind", "from",
                                   "text", "expected_action", "note"})
            one[column] = msel.at(row, column);
        one["to"] = parts_json(msel, row, "to");
        one["objective"] = parts_json(msel, row, "objective");
        const PlayedInject* played = branch.inject(msel.at(row, "number"));
        one["turn"] = played == nullptr ? 0 : played->turn;
        out.push_back(std::move(one));
    }
    return out;
}

Json branches_json(const Session& session) {
    Json out = Json::array();
    for (const auto& [name, b] : session.branches())
        out.push_back({{"name", name},
                       {"parent", b.parent},
                       {"from", b.from},
                       {"turn", b.turn},
                       {"orders", b.orders.size()},
                       {"played", name == session.branch().name}});
    return out;
}

Json orders_json(Play& play) {
    Json out = Json::array();
    const Branch& branch = play.session().branch();
    const auto course = play.course();
    for (const PlayedOrder& o : branch.orders) {
        Json one{{"seat", o.seat}, {"accepted", true}};
        one.update(to_json(line_of(play.on(), o, *course, play.session())));
        out.push_back(std::move(one));
    }
    for (const RefusedOrder& r : branch.refused) {
        Json one{{"seat", r.seat}, {"accepted", false}};
        one.update(to_json(RefusedLine{r, taken_after_all(branch, r)}));
        out.push_back(std::move(one));
    }
    return out;
}

Json remarks_json(const Branch& branch, RecordKind kind) {
    Json out = Json::array();
    for (const Remark& r : branch.remarks) {
        if (r.kind != kind) continue;
        Json one{{"n", r.n}, {"turn", r.turn}, {"seat", r.seat}};
        one.update(r.body);
        out.push_back(std::move(one));
    }
    return out;
}

Json options_json(const Case& on) {
    Json out = Json::array();
    for (const Option& option : on.tables().options) out.push_back(option.name);
    return out;
}

}  // namespace

Json me_json(const Participant& p) {
    return {{"as", p.as}, {"name", p.name}, {"seat", p.seat}, {"white", p.white}, {"plan", p.plan}};
}

Closing closing_of(const ClockPlan& clock) {
    const auto says = [&](const char* word) {
        return clock.closes.find(word) != std::string::npos;
    };
    return {says("ready"), clock.minutes > 0 && says("clock")};
}

Json clock_json(const ExercisePlan& plan, const Session& session, bool planning) {
    const TurnClock& clock = session.clock();
    const Closing closing = closing_of(plan.clock);
    Json out{{"minutes", planning ? 0 : plan.clock.minutes},
             {"running", clock.running},
             {"left", clock.left},
             {"warnings", Json(plan.clock.warnings)},
             {"closes", {{"ready", closing.ready}, {"clock", closing.clock}}}};
    if (clock.running) out["ends"] = static_cast<std::int64_t>(clock.ends() * 1000);
    return out;
}

Json team_json(const ExercisePlan& plan, const Session& session, const Keys& keys,
               const std::map<std::string, int, std::less<>>& here) {
    Json out = Json::array();
    for (const Keys::Key& key : keys.all()) {
        const SeatPlan* seat = plan.seat(key.player.seat);
        const auto open = here.find(key.player.as);
        out.push_back(
            {{"as", key.player.as},
             {"seat", key.player.seat},
             {"role", seat_role_words.text(seat == nullptr ? SeatRole::white_cell : seat->role)},
             {"partners", seat == nullptr ? Json::array() : Json(seat->partners)},
             {"joined", key.joined},
             {"here", open != here.end() && open->second > 0},
             {"ready", session.branch().ready.contains(key.player.seat)}});
    }
    return out;
}

Json session_json(const Case& on, const Session& session, bool planning) {
    const ExercisePlan& plan = on.plan();
    const Branch& branch = session.branch();
    return {{"title", plan.title},
            {"branch", branch.name},
            {"turn", branch.turn},
            {"turns", plan.turns},
            {"over", session.over()},
            {"date", on.date(on.first_day(branch.turn))},
            {"to", on.date(on.first_day(branch.turn + 1) - 1)},
            {"turn_days", plan.turn_days},
            {"start", on.date(0)},
            {"clock", clock_json(plan, session, planning)},
            {"released", session.released()}};
}

Json white_json(Play& play) {
    const Session& session = play.session();
    const Branch& branch = session.branch();
    Json notes = Json::array();
    for (const SharedNote& n : notes_for(branch, "")) notes.push_back(to_json(n));
    Json lessons = Json::array();
    for (const KeptLesson& l : kept_lessons(branch)) lessons.push_back(to_json(l));
    const auto course = play.course();
    return {{"proposals", proposals_json(play)},
            {"msel", msel_json(play.on(), branch)},
            {"branches", branches_json(session)},
            {"bookmarks", remarks_json(branch, RecordKind::bookmark)},
            {"orders", orders_json(play)},
            {"notes", notes},
            {"lessons", lessons},
            {"options", options_json(play.on())},
            {"outcomes", Json(review_outcomes)},
            {"hash", course->turn > 0 ? Json(to_hex(course->hash)) : Json("")},
            {"journal", {{"records", play.journal().records().size()}}}};
}

std::string Board::view(const Participant& player, std::string_view seat) const {
    std::string out =
        fmt::format("{{\"version\":{},\"me\":{},{}", version, me_json(player).line(), common);
    if (const auto found = seats.find(seat); found != seats.end())
        out += ",\"seat_view\":" + found->second;
    if (player.white) out += ",\"white\":" + white;
    return out + "}\n";
}

}  // namespace forestall::app::exercise
