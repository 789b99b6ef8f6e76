// SPDX-License-Identifier: Apache-2.0
// What the white cell does to a session stays in its journal, is undone by a rewind, and leaves
// what was before as it was.
#include <gmock/gmock.h>

#include "app/exercise/replay.hpp"
#include "app/exercise/small_case.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"

namespace forestall::app::exercise {
namespace {

class WhiteCell : public ::testing::Test {
protected:
    std::string path = fresh_path("white");
    Play play = fresh_play(small_case(), path);

    Order order(const std::string& what, const std::string& partner,
                std::vector<std::string> targets, const std::string& id) {
        Order out = order_for(play.session(), what, partner, std::move(targets));
        out.id = id;
        return out;
    }
    const Branch& now() { return play.session().branch(); }
    void close(int turns) {
        for (int t = 0; t < turns; ++t) play.close_turn(some_time);
    }
};

TEST_F(WhiteCell, TakesAnOrderThatLackedMoneyAndGrantsWhatItLacked) {
    Order dear = order("observers", "Union", {"Ford"}, "dear");
    dear.scale = 60;
    const Answer refused = play.order(dear, {"Envoy"}, some_time);
    ASSERT_TRUE(refused.verdict == Verdict::money || refused.verdict == Verdict::staff);
    ASSERT_EQ(now().refused.size(), 1U);
    const Answer taken =
        play.overrule({Overruling::What::accept, "", "dear", {}, "The council paid."}, some_time);
    ASSERT_TRUE(taken.accepted()) << taken.text;
    const Means means = play.session().means(*play.plan().seat("Envoy"));
    EXPECT_GE(means.free_money(), -1e-6);
    EXPECT_GE(means.free_staff(), -1e-6);
    EXPECT_GT(means.money, 60e6);
    const auto view = play.view("Envoy");
    ASSERT_EQ(view->orders.size(), 1U);
    EXPECT_EQ(view->orders.front().overruled->note, "The council paid.");
    EXPECT_TRUE(view->refused.front().overruled);
    close(1);
    EXPECT_NE(play.course()->action(taken.action), nullptr);
}

TEST_F(WhiteCell, GrantsMoveNothingThatWasBefore) {
    ASSERT_TRUE(
        play.order(order("envoy", "Union", {"Army"}, "a"), {"Envoy"}, some_time).accepted());
    close(3);
    const auto before = play.course();
    Order dear = order("observers", "Union", {"Ford"}, "dear");
    dear.scale = 60;
    play.order(dear, {"Envoy"}, some_time);
    ASSERT_TRUE(
        play.overrule({Overruling::What::accept, "", "dear", {}, ""}, some_time).accepted());
    EXPECT_NE(option_text(play.on(), now(), 4, "x").find("budget"), std::string::npos);
    const Course again = course_of(play.on(), text_of(play.on(), now(), 4), 3);
    EXPECT_EQ(again.world_hash, before->world_hash);
    EXPECT_EQ(again.outcome[Series::spend], before->outcome[Series::spend]);
}

TEST_F(WhiteCell, PutsAnotherOrderInItsPlaceOrTakesItAway) {
    const Answer first = play.order(order("envoy", "Union", {"Army"}, "a"), {"Envoy"}, some_time);
    const Answer other =
        play.overrule({Overruling::What::alter, first.action, "",
                       order("mediation", "Union", {"Army", "Front"}, "b"), "Both sides."},
                      some_time);
    ASSERT_TRUE(other.accepted()) << other.text;
    EXPECT_TRUE(now().find(first.action)->withdrawn);
    EXPECT_EQ(now().find(other.action)->overruled->what, Overruling::What::alter);
    EXPECT_TRUE(play.overrule({Overruling::What::refuse, other.action, "", {}, "No."}, some_time)
                    .accepted());
    EXPECT_TRUE(now().find(other.action)->withdrawn);
    EXPECT_THROW(play.overrule({Overruling::What::refuse, other.action, "", {}, ""}, some_time),
                 UsageError);
    EXPECT_THROW(play.overrule({Overruling::What::accept, "", "nothing", {}, ""}, some_time),
                 UsageError);
    Order senseless = order("mediation", "Union", {"Nowhere"}, "c");
    play.order(senseless, {"Envoy"}, some_time);
    EXPECT_FALSE(play.overrule({Overruling::What::accept, "", "c", {}, ""}, some_time).accepted());
}

TEST_F(WhiteCell, IsUndoneByARewindAndReplays) {
    close(1);
    play.order(order("envoy", "Union", {"Army"}, "a"), {"Envoy"}, some_time);
    const std::string action = now().orders.front().action;
    close(1);
    play.overrule({Overruling::What::refuse, action, "", {}, "Enough."}, some_time);
    play.ready("Desk", true, some_time);
    play.release(true, some_time);
    EXPECT_TRUE(now().ready.contains("Desk"));
    close(1);
    EXPECT_TRUE(now().ready.empty());
    play.rewind(3, some_time);
    EXPECT_EQ(now().find(action)->cancelled, 0);
    EXPECT_FALSE(now().find(action)->overruled);
    EXPECT_TRUE(play.session().released());
    const Replayed again = replay(play.on(), play.journal().records());
    EXPECT_TRUE(again.differences.empty());
    Session session(play.on());
    session.apply(play.journal().records());
    EXPECT_EQ(session.branch().turn, 3);
    EXPECT_TRUE(session.released());
}

TEST_F(WhiteCell, SharesNotesWithWhomTheyAreFor) {
    play.remark(RecordKind::note, "Desk", {{"text", "ours"}, {"to", Json::array()}}, some_time);
    play.remark(RecordKind::note, "Desk",
                {{"text", "for you"}, {"to", Json(std::vector<std::string>{"Envoy"})}}, some_time);
    play.remark(RecordKind::note, "",
                {{"text", "for all"}, {"to", Json(std::vector<std::string>{"all"})}}, some_time);
    const auto texts = [&](const char* seat) {
        std::vector<std::string> out;
        for (const SharedNote& n : play.view(seat)->notes) out.push_back(n.text);
        return out;
    };
    EXPECT_THAT(texts("Desk"), ::testing::ElementsAre("ours", "for you", "for all"));
    EXPECT_THAT(texts("Envoy"), ::testing::ElementsAre("for you", "for all"));
    EXPECT_THAT(texts("Field"), ::testing::ElementsAre("for all"));
}

TEST_F(WhiteCell, HasNoClockWhereThePlanHasNone) {
    EXPECT_THROW(play.clock(ClockMove::run, 0, some_time), UsageError);
}

ScenarioFiles with_clock() {
    ScenarioFiles out = small_country();
    out["exercise.toml"] += "[clock]\nminutes = 10\nwarnings = [2]\ncloses = \"ready or clock\"\n";
    return out;
}

TEST(Clock, RunsPausesAndIsExtended) {
    Play play = fresh_play(case_of(with_clock()), fresh_path("clock"));
    const TurnClock& clock = play.session().clock();
    EXPECT_FALSE(clock.running);
    EXPECT_EQ(clock.left, 600);
    play.clock(ClockMove::run, 0, "2026-01-01T10:00:00Z");
    EXPECT_EQ(clock.left_at("2026-01-01T10:04:00Z"), 360);
    EXPECT_EQ(clock.left_at("2026-01-01T11:00:00Z"), 0);
    play.clock(ClockMove::extend, 5, "2026-01-01T10:04:00Z");
    EXPECT_EQ(clock.left_at("2026-01-01T10:05:00Z"), 600);
    play.clock(ClockMove::pause, 0, "2026-01-01T10:05:00Z");
    EXPECT_EQ(clock.left_at("2026-01-01T12:00:00Z"), 600);
    EXPECT_THROW(play.clock(ClockMove::extend, -1, some_time), UsageError);
    play.clock(ClockMove::run, 0, "2026-01-01T12:00:00Z");
    play.close_turn("2026-01-01T12:03:00Z");
    EXPECT_TRUE(clock.running) << "the next turn has its whole time";
    EXPECT_EQ(clock.left_at("2026-01-01T12:04:00Z"), 540);
}

TEST(Clock, IsPausedAfterARestartWithWhatItHadLeft) {
    const std::string path = fresh_path("clock");
    {
        Play play = fresh_play(case_of(with_clock()), path);
        play.clock(ClockMove::run, 0, "2026-01-01T10:00:00Z");
        play.ready("Desk", true, "2026-01-01T10:02:00Z");
    }
    Play play(case_of(with_clock()), Journal::open(path));
    play.go_on("2026-01-01T15:00:00Z");
    EXPECT_FALSE(play.session().clock().running);
    EXPECT_EQ(play.session().clock().left, 480);
    EXPECT_TRUE(play.session().branch().ready.contains("Desk"));
}

TEST(Planner, HasEverySeatAndSeesWhatTheDeskSees) {
    ExercisePlan plan = planner_plan(small_case().plan());
    ASSERT_EQ(plan.seats.size(), 1U);
    EXPECT_EQ(plan.seats.front().partners.size(), 4U);
    EXPECT_EQ(plan.seats.front().money, 490e6);
    EXPECT_EQ(plan.fog(plan.seats.front().fog)->indicator_error, 0);
    EXPECT_EQ(plan.clock.minutes, 0);
}

}  // namespace
}  // namespace forestall::app::exercise
