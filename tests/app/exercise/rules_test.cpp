// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <functional>

#include "app/exercise/small_case.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;

struct Row {
    const char* name;
    Order order;
    std::vector<std::string> seats;
    Verdict verdict;
    const char* says;
};

class Rules : public ::testing::Test {
protected:
    std::string path = fresh_path("rules");
    Play play = fresh_play(small_case(), path);

    Order order(const std::string& what, const std::string& partner,
                std::vector<std::string> targets = {}) {
        return order_for(play.session(), what, partner, std::move(targets));
    }
    Order with(Order o, const std::function<void(Order&)>& change) {
        change(o);
        return o;
    }
};

TEST_F(Rules, AnswerEachOrderByTheFirstThatStandsInItsWay) {
    const Order good = order("envoy", "Union", {"Army", "Front"});
    const Order troops = order("peacekeeping_troops", "Assembly", {"Ford"});
    const std::vector<Row> rows = {
        {"good", good, everybody, Verdict::accepted, "taken"},
        {"wrong branch", with(good, [](Order& o) { o.branch = "b9"; }), everybody,
         Verdict::stale_turn, "turn 1 of branch 'b1' is open, not turn 1 of branch 'b9'"},
        {"wrong turn", with(good, [](Order& o) { o.turn = 2; }), everybody, Verdict::stale_turn,
         "turn 1 of branch 'b1' is open, not turn 2 of branch 'b1'"},
        {"no such thing", with(good, [](Order& o) { o.intervention = "envoi"; }), everybody,
         Verdict::unknown_intervention, "there is no intervention 'envoi'"},
        {"nobody leads", with(good, [](Order& o) { o.partner = ""; }), everybody,
         Verdict::unknown_partner, "nobody leads it"},
        {"no such partner", with(good, [](Order& o) { o.partner = "Onion"; }), everybody,
         Verdict::unknown_partner, "'Onion'"},
        {"another's partner",
         good,
         {"Desk"},
         Verdict::not_your_partner,
         "'Union' is commanded by 'Envoy'"},
        {"cannot lead", with(good, [](Order& o) { o.partner = "Relief"; }), everybody,
         Verdict::cannot_lead, "'Relief' is a ngo"},
        {"no such target", with(good, [](Order& o) { o.targets = {"Amry"}; }), everybody,
         Verdict::unknown_target, "there is no 'Amry'"},
        {"no target", with(good, [](Order& o) { o.targets = {}; }), everybody, Verdict::no_target,
         "aimed at actors"},
        {"target of another kind", with(good, [](Order& o) { o.targets = {"Ford"}; }), everybody,
         Verdict::no_target, "aimed at actors"},
        {"past", with(good, [](Order& o) { o.start = 11; }), everybody, Verdict::bad_turn,
         "turn 11"},
        {"stops before",
         with(good,
              [](Order& o) {
                  o.start = 3;
                  o.stop = 3;
              }),
         everybody, Verdict::bad_turn, "stop in turn 3"},
        {"no size", with(good, [](Order& o) { o.scale = 0; }), everybody, Verdict::bad_scale,
         "a size of 0"},
        {"too dear", with(troops, [](Order& o) { o.scale = 50; }), everybody, Verdict::money,
         "short of "},
        {"too many",
         with(order("quiet_demarche", "Ministry", {"Army"}), [](Order& o) { o.scale = 31; }),
         everybody, Verdict::staff, "short of 2 people"},
    };
    for (const Row& row : rows) {
        const Answer answer = play.session().consider(row.order, row.seats);
        EXPECT_EQ(verdict_words.text(answer.verdict), verdict_words.text(row.verdict)) << row.name;
        EXPECT_THAT(answer.text, HasSubstr(row.says)) << row.name;
        EXPECT_EQ(answer.action.empty(), !answer.accepted()) << row.name;
    }
}

TEST_F(Rules, GiveTheSameIdTheSameAnswerAndOneActionOnly) {
    Order first = order("envoy", "Union", {"Army"});
    first.id = "0123456789abcdef0123456789abcdef";
    const Answer answer = play.order(first, everybody, some_time);
    ASSERT_TRUE(answer.accepted());
    const std::size_t records = play.journal().records().size();
    Order again = first;
    again.turn = 7;
    const Answer second = play.order(again, everybody, some_time);
    EXPECT_TRUE(second.repeated);
    EXPECT_EQ(second.action, answer.action);
    EXPECT_EQ(play.journal().records().size(), records);
    EXPECT_EQ(play.session().branch().orders.size(), 1U);
}

TEST_F(Rules, TellLeadTimeConsentAndWhatComesAfterTheEnd) {
    const Answer talks =
        play.order(order("mediation", "Union", {"Army", "Front"}), everybody, some_time);
    ASSERT_TRUE(talks.accepted()) << talks.text;
    std::string told;
    for (const OrderNote& n : talks.notes) told += n.text + "\n";
    EXPECT_THAT(told, HasSubstr("lead time 4 weeks: arrives in turn 2"));
    EXPECT_THAT(told, HasSubstr("a chance of 0.2 a week: half are granted within 1 turn"));
    EXPECT_EQ(half_granted(0.2, 28), 1) << "four weeks: 1 - 0.8^4 is 0.59";
    EXPECT_EQ(half_granted(0.05, 28), 4) << "fourteen weeks: 1 - 0.95^14 is 0.51";
    for (int t = 1; t < 10; ++t) play.close_turn(some_time);
    const Answer late = play.order(order("guarantor", "Union"), everybody, some_time);
    ASSERT_TRUE(late.accepted()) << late.text;
    EXPECT_EQ(late.notes.back().kind, NoteKind::beyond);
}

TEST_F(Rules, RefuseWhatMustNotRunBesideAnother) {
    ASSERT_TRUE(
        play.order(order("quiet_demarche", "Ministry", {"Army"}), everybody, some_time).accepted());
    const Answer answer =
        play.order(order("naming_and_shaming", "Relief", {"Army"}), everybody, some_time);
    EXPECT_EQ(answer.verdict, Verdict::exclusive);
    EXPECT_EQ(answer.other, "t01-quiet-demarche-1");
    ASSERT_TRUE(play.cancel("t01-quiet-demarche-1", everybody, some_time).done);
    EXPECT_TRUE(play.order(order("naming_and_shaming", "Relief", {"Army"}), everybody, some_time)
                    .accepted());
}

TEST_F(Rules, NeverLetASeatSpendMoreThanItHas) {
    const SeatPlan& seat = *play.plan().seat("Envoy");
    int taken = 0;
    for (int turn = 1; turn <= play.plan().turns; ++turn) {
        for (const char* what : {"envoy", "observers", "mediation", "guarantor"})
            for (int k = 0; k < 3; ++k) {
                Order o = order(what, "Union",
                                std::string(what) == "observers"
                                    ? std::vector<std::string>{"Ford"}
                                    : std::vector<std::string>{"Army", "Front"});
                o.scale = 1 + k;
                taken += play.order(o, everybody, some_time).accepted() ? 1 : 0;
            }
        EXPECT_LE(play.session().means(seat).bound, seat.money);
        play.close_turn(some_time);
    }
    EXPECT_GT(taken, 4);
    const auto course = play.course();
    double spent = 0;
    for (const double s : course->outcome[Series::spend]) spent += s;
    EXPECT_GT(spent, 0);
    EXPECT_LE(spent, play.session().means(seat).bound * (1 + 1e-9));
}

TEST_F(Rules, FreeWhatHasEnded) {
    const SeatPlan& seat = *play.plan().seat("Desk");
    const Answer answer =
        play.order(order("public_statement", "Ministry", {"Army"}), everybody, some_time);
    ASSERT_TRUE(answer.accepted()) << answer.text;
    const Means before = play.session().means(seat);
    EXPECT_GT(before.busy, 0);
    double spent = 0;
    for (int t = 1; t <= 4; ++t) play.close_turn(some_time);
    for (const double s : play.course()->outcome[Series::spend]) spent += s;
    ASSERT_EQ(play.course()->action(answer.action)->state, ActionState::stopped);
    const Means after = play.session().means(seat);
    EXPECT_EQ(after.busy, 0);
    EXPECT_LE(after.bound, before.bound);
    EXPECT_NEAR(after.bound, spent, 1e-6 * spent);
    play.rewind(2, some_time);
    EXPECT_EQ(play.session().means(seat).bound, before.bound) << "it has not ended there";
}

TEST_F(Rules, LeaveWhatTheScenariosReaderRefusesOutOfTheOption) {
    for (int t = 1; t < 10; ++t) play.close_turn(some_time);
    // A year of lead time would end after the period.
    Order late = order("peacekeeping_troops", "Assembly", {"Ford"});
    const Answer answer = play.order(late, everybody, some_time);
    EXPECT_EQ(answer.verdict, Verdict::refused) << answer.text;
    EXPECT_THAT(answer.text, HasSubstr("E059"));
    EXPECT_TRUE(play.session().branch().orders.empty());
    play.close_turn(some_time);
    EXPECT_EQ(play.order(late, everybody, some_time).verdict, Verdict::over);
}

TEST_F(Rules, CancelWithdrawsWhatHasNotBegunAndStopsWhatHas) {
    ASSERT_TRUE(play.order(order("envoy", "Union", {"Army"}), everybody, some_time).accepted());
    Order later = order("early_warning", "Ministry");
    later.start = 4;
    ASSERT_TRUE(play.order(later, everybody, some_time).accepted());
    play.close_turn(some_time);
    EXPECT_FALSE(play.cancel("t09-nothing-1", everybody, some_time).done);
    EXPECT_FALSE(play.cancel("t01-envoy-1", {"Desk"}, some_time).done) << "another seat's";
    EXPECT_TRUE(play.cancel("t01-envoy-1", everybody, some_time).done);
    EXPECT_TRUE(play.cancel("t04-early-warning-1", everybody, some_time).done);
    EXPECT_FALSE(play.cancel("t01-envoy-1", everybody, some_time).done) << "twice";
    play.close_turn(some_time);
    const auto course = play.course();
    ASSERT_NE(course->action("t01-envoy-1"), nullptr);
    EXPECT_EQ(course->action("t01-envoy-1")->state, ActionState::stopped);
    EXPECT_EQ(course->action("t01-envoy-1")->off, 28);
    EXPECT_EQ(course->action("t04-early-warning-1"), nullptr);
}

}  // namespace
}  // namespace forestall::app::exercise
