// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/terminal.hpp"

#include <gmock/gmock.h>

#include "app/exercise/small_case.hpp"
#include "app/frame/errors.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr, ::testing::Not;

class Screen : public ::testing::Test {
protected:
    Play play = fresh_play(small_case(), fresh_path("terminal"));
    std::string shown;
    int cleared = 0;
    Invocation invocation;

    Surroundings around() {
        return {[]() -> std::optional<std::string> { return ""; },
                [this](const std::string& text) { shown += text; }, [](const std::string&) {},
                [this] { ++cleared; }, [] { return std::string(some_time); }};
    }
    std::string said(Terminal& terminal, const std::string& line) {
        shown.clear();
        EXPECT_TRUE(terminal.answer(line)) << line;
        return shown;
    }
};

TEST_F(Screen, AnswersEveryLineAndEndsOnQuitOnly) {
    Terminal terminal(play, solo_players(play.plan()), around(), invocation);
    for (const char* line : {"", "# a remark", "dance", "order", "order envoy; dance", "cancel x",
                             "rewind", "rewind 99", "fire 99", "branch b7", "review 1", "note",
                             "start", "order envoy; by Union; start never", "ready"})
        said(terminal, line);
    EXPECT_THAT(said(terminal, "dance"), HasSubstr("'dance' is no command"));
    EXPECT_THAT(said(terminal, "review 5"), HasSubstr("no turn was closed"));
    EXPECT_THAT(said(terminal, "help"), HasSubstr("rewind TURN"));
    EXPECT_FALSE(terminal.answer("quit"));
}

TEST_F(Screen, KeepsTheTruthFromWhoPlaysAloneUntilTheEnd) {
    Terminal terminal(play, solo_players(play.plan()), around(), invocation);
    said(terminal, "end");
    EXPECT_THAT(said(terminal, "truth"), HasSubstr("no seat sees what is true"));
    for (int t = 2; t <= play.plan().turns; ++t) said(terminal, "end");
    const std::string truth = said(terminal, "truth");
    EXPECT_THAT(truth, HasSubstr("turn 10: civilians killed"));
    EXPECT_THAT(truth, HasSubstr("Envoy heard of "));
    EXPECT_THAT(said(terminal, "end"), HasSubstr("the last turn is over"));
}

TEST_F(Screen, TellsOtherSeatsAndTakesOrdersAway) {
    Terminal terminal(play, hot_seat_players(play.plan(), "pairs"), around(), invocation);
    EXPECT_THAT(said(terminal, "order envoy; by Union; on Army"), HasSubstr("taken: t01-envoy-1"));
    EXPECT_THAT(said(terminal, "tell Field; Watch the ford."), HasSubstr("told"));
    EXPECT_THAT(said(terminal, "tell Nobody; x"), HasSubstr("there is no seat"));
    EXPECT_THAT(said(terminal, "tell Field"), HasSubstr("both parts"));
    EXPECT_THAT(said(terminal, "inbox"), Not(HasSubstr("Watch the ford.")));
    said(terminal, "ready");
    EXPECT_THAT(said(terminal, "inbox"), HasSubstr("[turn 1] Desk: Watch the ford."));
    said(terminal, "ready");
    EXPECT_THAT(said(terminal, "overrule t01-envoy-1; Too early."), HasSubstr("taken away"));
    said(terminal, "ready");
    EXPECT_THAT(said(terminal, "orders"), HasSubstr("the white cell: Too early."));
}

TEST_F(Screen, GoesBackToABookmark) {
    Terminal terminal(play, solo_players(play.plan()), around(), invocation);
    said(terminal, "end");
    said(terminal, "bookmark before the vote");
    said(terminal, "end");
    said(terminal, "rewind before the vote");
    EXPECT_EQ(play.session().branch().name, "b2");
    EXPECT_EQ(play.session().branch().turn, 2);
    EXPECT_THAT(said(terminal, "branch"),
                HasSubstr("b2 (played): turn 2, 0 orders, from turn 2 of b1"));
}

TEST_F(Screen, PassesTheDeviceFromGroupToGroupAndToTheWhiteCell) {
    const auto players = hot_seat_players(play.plan(), "pairs");
    ASSERT_EQ(players.size(), 3U);
    EXPECT_EQ(players[0].name, "Desk and Envoy");
    EXPECT_EQ(players[2].seats, std::vector<std::string>{"White cell"});
    EXPECT_THROW(hot_seat_players(play.plan(), "trio"), UsageError);
    Terminal terminal(play, players, around(), invocation);
    EXPECT_THAT(said(terminal, "order envoy; on Army"), HasSubstr("by"));
    EXPECT_THAT(said(terminal, "order envoy; by Union; on Army"), HasSubstr("taken: t01-envoy-1"));
    EXPECT_THAT(said(terminal, "order observers; by Assembly; on Ford"),
                HasSubstr("commanded by 'Field'"));
    EXPECT_THAT(said(terminal, "end"), HasSubstr("for the white cell"));
    said(terminal, "ready");
    EXPECT_EQ(cleared, 1);
    EXPECT_THAT(said(terminal, "orders"), Not(HasSubstr("envoy")));
    EXPECT_THAT(said(terminal, "cancel t01-envoy-1"), HasSubstr("is an order of Envoy"));
    said(terminal, "ready");
    EXPECT_THAT(said(terminal, "end"), HasSubstr("turn 1 is closed"));
    EXPECT_THAT(said(terminal, "orders"), HasSubstr("t01-envoy-1"));
}

TEST_F(Screen, ReadsAnOrderInAnyOrderOfItsParts) {
    const Order o = order_of_line("observers; size 2; on Ford, Mill; stop 5; by Union; start 3",
                                  play, everybody);
    EXPECT_EQ(o.intervention, "observers");
    EXPECT_EQ(o.partner, "Union");
    EXPECT_EQ(o.targets, (std::vector<std::string>{"Ford", "Mill"}));
    EXPECT_EQ(o.start, 3);
    EXPECT_EQ(o.stop, 5);
    EXPECT_EQ(o.scale, 2);
    EXPECT_EQ(order_of_line("power_sharing; on Front", play, {"Desk"}).partner, "Ministry");
    EXPECT_THROW(order_of_line("mediation; on Front", play, everybody), UsageError);
    const Json json = to_json(o);
    EXPECT_EQ(to_json(order_of(json)).text(), json.text());
}

}  // namespace
}  // namespace forestall::app::exercise
