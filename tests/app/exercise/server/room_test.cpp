// SPDX-License-Identifier: Apache-2.0
// What players ask of a room, and what is answered, without a network.
#include "app/exercise/server/room.hpp"

#include <gmock/gmock.h>

#include "app/exercise/server/events.hpp"
#include "app/exercise/small_case.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr, ::testing::Not;

ScenarioFiles clocked() {
    ScenarioFiles out = small_country();
    out["exercise.toml"] += "[clock]\nminutes = 10\nwarnings = [2]\ncloses = \"ready or clock\"\n";
    return out;
}

class InTheRoom : public ::testing::Test {
protected:
    std::string path = fresh_path("room");
    std::vector<FreshKey> tokens;
    Room room = made();
    std::int64_t ms = 1'767'225'600'000;  // some_time

    Room made() {
        Play play = fresh_play(case_of(clocked()), path);
        Keys keys(players_of(play.plan()));
        tokens = keys.complete();
        RoomPlan plan;
        plan.keys_file = keys_path(path);
        plan.link = "http://127.0.0.1:1/#join=";
        plan.program = "test";
        plan.common.threads = 2;
        return Room(std::move(play), std::move(keys), std::move(plan));
    }
    Participant player(const std::string& as) { return *room.board()->keys.player(as); }
    Reply ask(Deed deed, const std::string& as, Json body = Json::object(),
              const std::string& seat = "") {
        const Participant who = as.empty() ? Participant{} : player(as);
        return room.act(
            {deed, who, seat.empty() ? who.seat : seat, std::move(body), {some_time, ms}});
    }
    Json answer(const Reply& reply) { return Json::parsed(reply.body); }
    std::string text(const Reply& reply, const char* key) {
        const Json json = answer(reply);
        return json.find(key) == nullptr ? "" : json.find(key)->as_text().value_or("");
    }
    Json expects() {
        const Branch& b = room.play().session().branch();
        return {{"branch", b.name}, {"turn", b.turn}};
    }
    Json order(const std::string& id, const std::string& what, const std::string& partner,
               const std::vector<std::string>& targets) {
        return {{"id", id},
                {"expects", expects()},
                {"intervention", what},
                {"partner", partner},
                {"targets", Json(targets)}};
    }
    /// State in which a review ends; nothing: the one that runs.
    std::string ended(const std::optional<Json>& wish) {
        if (wish) {
            EXPECT_EQ(ask(Deed::review_start, "white", *wish).status, 200);
        }
        std::string state;
        for (int i = 0;
             i < 6000 && (state = text(ask(Deed::review, "white"), "state")) == "running"; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return state;
    }
};

TEST_F(InTheRoom, JoinsWhoHasAToken) {
    const Reply in = ask(Deed::join, "", {{"token", tokens[2].token}});
    EXPECT_EQ(in.status, 200);
    EXPECT_EQ(text(in, "seat"), "Envoy");
    ASSERT_EQ(in.headers.size(), 1U);
    EXPECT_EQ(in.headers.front().second,
              "fs-seat-2=" + tokens[2].token + "; HttpOnly; SameSite=Strict; Path=/");
    EXPECT_EQ(ask(Deed::join, "", {{"token", std::string(32, 'a')}}).status, 401);
    EXPECT_EQ(ask(Deed::join, "", {{"token", 5}}).status, 400);
    EXPECT_TRUE(files::exists(keys_path(path)));
    EXPECT_THAT(room.board()->common, HasSubstr("\"joined\":true"));
}

TEST_F(InTheRoom, AnswersOrdersAsTheRulesDo) {
    const Reply taken = ask(Deed::order, "seat-2", order("1", "envoy", "Union", {"Army"}));
    EXPECT_EQ(taken.status, 200);
    EXPECT_EQ(text(taken, "action"), "t01-envoy-1");
    const Reply again = ask(Deed::order, "seat-2", order("1", "envoy", "Union", {"Army"}));
    EXPECT_EQ(again.status, 200);
    EXPECT_TRUE(*answer(again).find("repeated")->as_boolean());
    EXPECT_EQ(ask(Deed::order, "seat-1", order("2", "envoy", "Union", {"Army"})).status, 403);
    EXPECT_EQ(ask(Deed::order, "seat-2", order("3", "envoy", "Union", {"Nowhere"})).status, 422);
    Json stale = order("4", "envoy", "Union", {"Army"});
    stale["expects"] = {{"branch", "b1"}, {"turn", 7}};
    const Reply old = ask(Deed::order, "seat-2", stale);
    EXPECT_EQ(old.status, 409);
    EXPECT_EQ(text(old, "code"), "stale_turn");
    const char* both = "turn 1 of branch 'b1' is open, not turn 7 of branch 'b1'";
    EXPECT_EQ(text(old, "text"), both);
    EXPECT_EQ(text(old, "branch"), "b1");
    const Reply closing = ask(Deed::turn, "white", {{"expects", stale["expects"]}});
    EXPECT_EQ(closing.status, 409);
    EXPECT_EQ(text(closing, "text"), both);
    EXPECT_EQ(ask(Deed::order, "seat-2", Json::object()).status, 400);
    EXPECT_EQ(ask(Deed::cancel, "seat-1", {{"action", "t01-envoy-1"}}).status, 422);
    EXPECT_EQ(ask(Deed::cancel, "seat-2", {{"action", "t01-envoy-1"}}).status, 200);
    EXPECT_EQ(ask(Deed::order, "white", order("5", "envoy", "Union", {"Army"}), "Envoy").status,
              200);
}

TEST_F(InTheRoom, ClosesTheTurnWhenAllWhoPlayAreReady) {
    ask(Deed::join, "", {{"token", tokens[1].token}});
    ask(Deed::join, "", {{"token", tokens[2].token}});
    const auto ready = [&](const char* as) {
        return *answer(ask(Deed::ready, as, {{"ready", true}, {"expects", expects()}}))
                    .find("closed")
                    ->as_boolean();
    };
    EXPECT_FALSE(ready("seat-1"));
    EXPECT_TRUE(ready("seat-2")) << "the third seat was never taken";
    EXPECT_EQ(room.play().session().branch().turn, 2);
    EXPECT_EQ(ask(Deed::ready, "seat-1", {{"ready", 1}}).status, 400);
}

TEST_F(InTheRoom, ClosesTheTurnWhenItsClockIsAtZero) {
    EXPECT_FALSE(room.next_tick_ms());
    EXPECT_EQ(ask(Deed::clock, "white", {{"do", "run"}}).status, 200);
    ASSERT_TRUE(room.next_tick_ms());
    EXPECT_EQ(*room.next_tick_ms(), ms + 600'000);
    room.tick({some_time, ms + 599'000});
    EXPECT_EQ(room.play().session().branch().turn, 1);
    room.tick({"2026-01-01T00:10:00Z", ms + 600'000});
    EXPECT_EQ(room.play().session().branch().turn, 2);
    EXPECT_EQ(*room.next_tick_ms(), ms + 1'200'000);
    EXPECT_EQ(ask(Deed::clock, "white", {{"do", "stop"}}).status, 400);
}

TEST_F(InTheRoom, LetsTheWhiteCellRunTheExercise) {
    EXPECT_EQ(text(ask(Deed::turn, "white", {{"expects", expects()}}), "branch"), "b1");
    EXPECT_EQ(ask(Deed::inject, "white", {{"number", "2"}, {"do", "fire"}}).status, 200);
    EXPECT_EQ(ask(Deed::inject, "white", {{"number", "2"}, {"do", "skip"}}).status, 409);
    EXPECT_EQ(ask(Deed::bookmark, "white", {{"text", "here"}}).status, 200);
    EXPECT_EQ(ask(Deed::turn, "white").status, 200);
    EXPECT_EQ(text(ask(Deed::rewind, "white", {{"bookmark", "here"}}), "branch"), "b2");
    EXPECT_EQ(ask(Deed::rewind, "white", {{"to", 9}}).status, 422);
    EXPECT_EQ(text(ask(Deed::branch, "white", {{"to", "b1"}}), "branch"), "b1");
    EXPECT_EQ(ask(Deed::branch, "white", {{"to", "b9"}}).status, 422);
    const Reply truth = ask(Deed::truth, "white");
    EXPECT_EQ(answer(truth).find("turns")->items().size(), 2U);
    EXPECT_EQ(answer(truth).find("seats")->items().size(), 3U);
    EXPECT_NE(answer(truth).find("flows"), nullptr);
    EXPECT_THAT(room.board()->white, HasSubstr("\"bookmarks\""));
}

TEST_F(InTheRoom, HandsASeatOver) {
    const Reply link = ask(Deed::hand_over, "white", {{"player", "seat-1"}});
    ASSERT_EQ(link.status, 200);
    EXPECT_EQ(room.take_out(), "seat-1");
    const std::string token =
        text(link, "link").substr(std::string("http://127.0.0.1:1/#join=").size());
    EXPECT_EQ(room.board()->keys.whose(tokens[1].token), nullptr);
    EXPECT_EQ(room.board()->keys.whose(token)->as, "seat-1");
    EXPECT_THAT(files::read_file(path, 1 << 20), Not(HasSubstr(token)));
    EXPECT_EQ(ask(Deed::hand_over, "white", {{"player", "white"}}).status, 400);
}

TEST_F(InTheRoom, SharesNotesAndReports) {
    for (int t = 0; t < 4; ++t) ask(Deed::turn, "white");
    EXPECT_EQ(
        ask(Deed::note, "seat-1",
            {{"text", "look"}, {"to", Json(std::vector<std::string>{"Envoy"})}, {"report", 1}})
            .status,
        200);
    EXPECT_EQ(ask(Deed::note, "seat-1", {{"text", "look"}, {"report", 9999}}).status, 400);
    EXPECT_EQ(ask(Deed::note, "seat-1",
                  {{"text", "look"}, {"to", Json(std::vector<std::string>{"Nobody"})}})
                  .status,
              400);
    EXPECT_EQ(ask(Deed::note, "seat-1", {{"text", std::string(5000, 'x')}}).status, 400);
    const auto board = room.board();
    EXPECT_THAT(board->seats.find("Envoy")->second, HasSubstr("\"text\":\"look\""));
    EXPECT_THAT(board->seats.find("Field")->second, Not(HasSubstr("\"text\":\"look\"")));
    EXPECT_THAT(board->white, HasSubstr("\"text\":\"look\""));
}

TEST_F(InTheRoom, ShowsASeatItsOwnLessonsAndThoseOfAllOnceTheyAreReleased) {
    ask(Deed::lesson, "seat-1", {{"observation", "the desk waited"}, {"evidence", "turn 1"}});
    ask(Deed::lesson, "seat-2", {{"observation", "the envoy did not"}});
    ask(Deed::lesson, "white", {{"observation", "both were late"}});
    const auto seen = [&](const char* seat) {
        std::vector<std::string> out;
        const Json view = Json::parsed(room.board()->seats.find(seat)->second);
        for (const Json& lesson : view.find("lessons")->items())
            out.push_back(lesson.find("observation")->as_text().value_or(""));
        return out;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(seen("Desk"), Texts{"the desk waited"});
    EXPECT_EQ(seen("Envoy"), Texts{"the envoy did not"});
    EXPECT_EQ(seen("Field"), Texts{});
    EXPECT_THAT(room.board()->white, HasSubstr("both were late"));
    EXPECT_THAT(room.board()->white, HasSubstr("\"evidence\":\"turn 1\""));
    ask(Deed::release, "white", {{"released", true}});
    EXPECT_EQ(seen("Field"), (Texts{"the desk waited", "the envoy did not", "both were late"}));
    ask(Deed::release, "white", {{"released", false}});
    EXPECT_EQ(seen("Field"), Texts{});
}

TEST_F(InTheRoom, ShowsASeatItsOwnPartOnly) {
    for (int t = 0; t < 3; ++t) ask(Deed::turn, "white");
    const auto board = room.board();
    const std::string desk = board->view(player("seat-1"), "Desk");
    EXPECT_THAT(desk, Not(HasSubstr("\"white\":{")));
    EXPECT_THAT(desk, HasSubstr("\"seat\":\"Desk\""));
    EXPECT_THAT(desk, HasSubstr("\"flows\":["));
    EXPECT_THAT(board->view(player("white"), ""), HasSubstr("\"white\":{"));
    EXPECT_THAT(board->view(player("white"), ""), Not(HasSubstr("\"seat_view\"")));
    EXPECT_THAT(board->view(player("white"), "Envoy"), HasSubstr("\"seat_view\""));
    EXPECT_TRUE(Json::parsed(desk).is_object());
    EXPECT_TRUE(Json::parsed(board->view(player("white"), "Envoy")).is_object());
}

TEST_F(InTheRoom, ReviewsBesideTheGameAndGivesItAway) {
    EXPECT_EQ(ask(Deed::review_start, "white").status, 409);
    ask(Deed::order, "seat-2", order("1", "envoy", "Union", {"Army"}));
    ask(Deed::turn, "white");
    EXPECT_EQ(ask(Deed::review_start, "white", {{"members", 1}}).status, 400);
    ASSERT_EQ(ended(Json{{"members", 24}}), "done");
    const Json found = answer(ask(Deed::review, "white"));
    EXPECT_TRUE(found.find("result")->is_object());
    EXPECT_EQ(found.find("timeline")->find("seats")->items().size(), 3U);
    const Reply page = ask(Deed::export_report, "white");
    EXPECT_THAT(page.body, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page.body, HasSubstr("<h1"));
    EXPECT_THAT(ask(Deed::export_option, "white").body, HasSubstr("t01-envoy-1"));
    EXPECT_THAT(ask(Deed::export_msel, "white").body, HasSubstr("number,title,status"));
    EXPECT_EQ(ask(Deed::lesson, "seat-2", {{"observation", "=1+1, \"quoted\""}}).status, 200);
    EXPECT_THAT(ask(Deed::export_lessons, "white").body,
                HasSubstr("\"'=1+1, \"\"quoted\"\"\",,,,Envoy,2"));
    EXPECT_EQ(ask(Deed::export_journal, "white").body, files::read_file(path, 1 << 20));
    EXPECT_EQ(ended(Json{{"outcome", "luck"}}), "failed");
    EXPECT_THAT(text(ask(Deed::review, "white"), "text"), HasSubstr("luck"));
    EXPECT_EQ(text(ask(Deed::review_start, "white", {{"members", 90'000}}), "state"), "running");
    ask(Deed::review_stop, "white");
    EXPECT_EQ(ended(std::nullopt), "stopped");
}

TEST_F(InTheRoom, NumbersItsBoardsAndChanges) {
    const auto before = room.board()->version;
    EXPECT_EQ(ask(Deed::truth, "white").status, 200);
    EXPECT_EQ(room.board()->version, before) << "looking changes nothing";
    room.take_changes();
    ask(Deed::turn, "white");
    EXPECT_GT(room.board()->version, before);
    EXPECT_TRUE(room.take_changes().contains(News::turn));
    EXPECT_TRUE(room.take_changes().empty());
    room.here("seat-1", 1);
    EXPECT_THAT(room.board()->common, HasSubstr("\"here\":true"));
    room.here("seat-1", -1);
    EXPECT_THAT(room.board()->common, Not(HasSubstr("\"here\":true")));
}

TEST_F(InTheRoom, TellsWhoWasAwayWhatItMissed) {
    Events events("run");
    const Board& board = *room.board();
    EXPECT_THAT(events.greeting("", board), HasSubstr("event: hello"));
    const std::string first = events.publish({News::turn, News::inbox}, board);
    EXPECT_THAT(first, HasSubstr("id: run-1\nevent: turn\ndata: {"));
    EXPECT_THAT(first, HasSubstr("id: run-2\nevent: inbox\n"));
    EXPECT_THAT(events.greeting("run-1", board), HasSubstr("event: inbox"));
    EXPECT_THAT(events.greeting("run-1", board), Not(HasSubstr("event: turn")));
    EXPECT_THAT(events.greeting("other-1", board), Not(HasSubstr("event: inbox")));
    for (int i = 0; i < 300; ++i) events.publish({News::clock}, board);
    EXPECT_THAT(events.greeting("run-1", board), Not(HasSubstr("event: clock")))
        << "too long ago: hello alone";
    for (const char* odd : {"run-", "run--5", "run-x", "run-99999999999999999999"})
        EXPECT_THAT(events.greeting(odd, board), HasSubstr("event: hello"));
}

}  // namespace
}  // namespace forestall::app::exercise
