// SPDX-License-Identifier: Apache-2.0
// What who plays a seat does.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercise/server/fields.hpp"
#include "app/exercise/server/room.hpp"
#include "app/frame/errors.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {

Reply Room::join(const Call& call) {
    const std::string token = text_field(call.body, "token");
    const Participant* player = keys_.whose(token);
    if (player == nullptr)
        return error_reply(401, "no_token", "that link is no longer good, or never was",
                           "ask the white cell for yours", "token");
    const Participant who = *player;
    Keys joined = keys_;
    joined.join(who.as);
    if (joined.text() != keys_.text()) {
        save_keys(joined, plan_.keys_file);
        keys_ = std::move(joined);
        changed(News::team);
    }
    Reply out = json_reply(me_json(who));
    out.headers.emplace_back(
        "Set-Cookie", fmt::format("fs-{}={}; HttpOnly; SameSite=Strict; Path=/", who.as, token));
    return out;
}

Reply Room::order(const Call& call) {
    if (call.body.find("expects") == nullptr)
        throw BadField("expects", "expects is missing: the branch and turn that you see");
    text_field(call.body, "id");
    text_field(call.body, "intervention");
    texts_field(call.body, "targets");
    const Answer answer = play_.order(order_of(call.body), seats_of(call), call.now.t);
    if (!answer.repeated) changed(News::orders);
    return answer_reply(answer);
}

Reply Room::cancel(const Call& call) {
    const Cancelled done =
        play_.cancel(text_field(call.body, "action"), seats_of(call), call.now.t);
    if (!done.done) throw UsageError(done.text);
    changed(News::orders);
    return json_reply({{"done", true}, {"text", done.text}});
}

Reply Room::ready(const Call& call) {
    expect(call.body);
    if (call.seat.empty()) throw BadField("seat", "say which seat");
    const bool done = true_field(call.body, "ready");
    play_.ready(call.seat, done, call.now.t);
    changed(News::ready);
    const bool closes =
        done && !plan_.planning && closing_of(play_.plan().clock).ready && all_ready();
    if (closes) close_turn(call.now);
    return json_reply({{"ready", done}, {"closed", closes}});
}

Reply Room::note(const Call& call) {
    Json body{{"text", text_field(call.body, "text")}};
    const std::vector<std::string> to = texts_field(call.body, "to");
    for (const std::string& seat : to)
        if (seat != "all" && play_.plan().seat(seat) == nullptr)
            throw BadField("to", fmt::format("there is no seat {}", shown(seat)));
    body["to"] = Json(to);
    if (call.body.find("report") != nullptr) {
        const std::int64_t n = whole_field(call.body, "report");
        if (call.seat.empty()) throw BadField("seat", "say whose report");
        const auto view = play_.view(call.seat);
        if (n < 1 || n > static_cast<std::int64_t>(view->inbox.size()))
            throw BadField("report", fmt::format("there is no report {}", n));
        body["report"] = to_json(view->inbox[static_cast<std::size_t>(n - 1)], play_.on());
    }
    const std::uint64_t n = play_.remark(RecordKind::note, call.seat, std::move(body), call.now.t);
    changed(News::inbox);
    return json_reply({{"n", n}});
}

Reply Room::lesson(const Call& call) {
    Json body{{"text", text_field(call.body, "observation")}};
    for (const char* name : {"evidence", "objective", "recommendation"})
        body[name] = text_field(call.body, name, false);
    const std::uint64_t n =
        play_.remark(RecordKind::lesson, call.seat, std::move(body), call.now.t);
    changed(News::inbox);
    return json_reply({{"n", n}});
}

}  // namespace forestall::app::exercise
