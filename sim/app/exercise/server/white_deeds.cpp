// SPDX-License-Identifier: Apache-2.0
// What the white cell does.
#include <fmt/format.h>

#include "app/exercise/server/fields.hpp"
#include "app/exercise/server/room.hpp"
#include "app/frame/errors.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

enum class Fire : std::uint8_t { fire, skip };

constexpr auto fire_words = vocabulary<Fire>({{Fire::fire, "fire"}, {Fire::skip, "skip"}});

/// The turn of a bookmark of a branch.
int marked(const Branch& branch, const std::string& name) {
    int turn = 0;
    for (const Remark& r : branch.remarks)
        if (const Json* text = r.body.find("text");
            r.kind == RecordKind::bookmark && text != nullptr && text->as_text() == name)
            turn = r.turn;
    if (turn == 0) throw UsageError(fmt::format("there is no bookmark {}", shown(name)));
    return turn;
}

}  // namespace

Reply Room::turn(const Call& call) {
    expect(call.body);
    if (play_.session().over())
        throw Conflict("over", "the last turn is over", "rewind to play on");
    return json_reply(close_turn(call.now));
}

Reply Room::clock(const Call& call) {
    if (plan_.planning) throw UsageError("who plans has no clock");
    const ClockMove move = word_field(call.body, "do", clock_words);
    double minutes = 0;
    if (const Json* given = call.body.find("minutes")) minutes = given->as_real().value_or(0);
    play_.clock(move, minutes, call.now.t);
    changed(News::clock);
    return json_reply(clock_json(play_.plan(), play_.session(), plan_.planning));
}

Reply Room::inject(const Call& call) {
    const std::string number = text_field(call.body, "number");
    const bool fire = word_field(call.body, "do", fire_words) == Fire::fire;
    if (play_.session().branch().inject(number) != nullptr)
        throw Conflict("decided", fmt::format("inject {} is decided already", shown(number)));
    play_.inject(number, fire, call.now.t);
    changed(News::inbox);
    return json_reply({{"number", number}, {"status", fire ? "fired" : "skipped"}});
}

Reply Room::overrule(const Call& call) {
    OverrulingWish wish;
    wish.what = word_field(call.body, "do", overruling_words);
    wish.note = text_field(call.body, "note", false);
    if (wish.what == Overruling::What::accept)
        wish.id = text_field(call.body, "id");
    else
        wish.action = text_field(call.body, "action");
    if (wish.what == Overruling::What::alter) {
        const Json* order = call.body.find("order");
        if (order == nullptr) throw BadField("order", "say which order in its place");
        text_field(*order, "id");
        texts_field(*order, "targets");
        wish.order = order_of(*order);
    }
    const Answer answer = play_.overrule(wish, call.now.t);
    if (answer.accepted()) changed(News::orders);
    return answer_reply(answer);
}

Reply Room::rewind(const Call& call) {
    const bool named = call.body.find("bookmark") != nullptr;
    const int to =
        named ? marked(play_.session().branch(), text_field(call.body, "bookmark"))
              : static_cast<int>(std::min<std::int64_t>(whole_field(call.body, "to"), 1'000'000));
    play_.rewind(to, call.now.t);
    changed(News::turn);
    return json_reply(opened());
}

Reply Room::branch(const Call& call) {
    play_.switch_to(text_field(call.body, "to"), call.now.t);
    changed(News::turn);
    return json_reply(opened());
}

Reply Room::bookmark(const Call& call) {
    const std::uint64_t n = play_.remark(RecordKind::bookmark, "",
                                         {{"text", text_field(call.body, "text")}}, call.now.t);
    return json_reply({{"n", n}});
}

Reply Room::hand_over(const Call& call) {
    const std::string as = text_field(call.body, "player");
    const Participant* player = keys_.player(as);
    if (player == nullptr || player->white)
        throw BadField("player", fmt::format("{} is no player of a seat", shown(as)));
    const std::string seat = player->seat;
    Keys renewed = keys_;
    const std::string token = renewed.renew(as);
    save_keys(renewed, plan_.keys_file);
    keys_ = std::move(renewed);
    out_ = as;
    play_.hand_over(seat, call.now.t);
    changed(News::team);
    return json_reply({{"link", plan_.link + token}});
}

Reply Room::release(const Call& call) {
    const bool released = true_field(call.body, "released");
    play_.release(released, call.now.t);
    changed(News::aar);
    return json_reply({{"released", released}});
}

Reply Room::truth(const Call&) { return json_reply(truth_json(play_)); }

}  // namespace forestall::app::exercise
