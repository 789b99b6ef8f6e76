// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_timeline.hpp"

#include <gmock/gmock.h>

#include <set>

#include "app/exercise/small_case.hpp"

namespace forestall::app::exercise {
namespace {

/// What a seat's view held when each turn was opened.
struct Remembered {
    std::vector<SeatView> views;
};

struct Game {
    Play play;
    std::map<std::string, Remembered> seats;
};

Game game() {
    Game out{fresh_play(small_case(), fresh_path("timeline")), {}};
    Play& play = out.play;
    play.order(order_for(play.session(), "protective_presence", "Relief", {"Ford", "Mill"}),
               everybody, some_time);
    play.inject("2", false, some_time);
    for (int turn = 1; turn <= 6; ++turn) {
        if (turn == 3)
            play.order(order_for(play.session(), "quiet_demarche", "Ministry", {"Army"}), everybody,
                       some_time);
        play.close_turn(some_time);
        for (const char* seat : {"Desk", "Envoy", "Field"})
            out.seats[seat].views.push_back(*play.view(seat));
    }
    return out;
}

TEST(Timeline, HoldsWhatEachSeatSawWhenItSawIt) {
    Game g = game();
    const Branch& branch = g.play.session().branch();
    const Timeline t = timeline_of(g.play.on(), branch, *g.play.course());
    ASSERT_EQ(t.seats.size(), 3U) << "the white cell sees what is true";
    for (const SeatLine& line : t.seats) {
        const std::vector<SeatView>& seen = g.seats.at(line.seat).views;
        ASSERT_EQ(line.at_close.size(), seen.size());
        for (std::size_t turn = 0; turn < seen.size(); ++turn) {
            ASSERT_EQ(line.at_close[turn].size(), seen[turn].indicators.size());
            for (std::size_t i = 0; i < seen[turn].indicators.size(); ++i) {
                EXPECT_EQ(line.at_close[turn][i].value, seen[turn].indicators[i].value);
                EXPECT_EQ(line.at_close[turn][i].as_of, seen[turn].indicators[i].as_of);
            }
            const std::vector<Report>& inbox = seen[turn].inbox;
            ASSERT_LE(inbox.size(), line.reports.size());
            for (std::size_t r = 0; r < inbox.size(); ++r)
                EXPECT_EQ(line.reports[r].report.told, inbox[r]) << line.seat << " turn " << turn;
        }
        EXPECT_EQ(line.reports.size(), seen.back().inbox.size());
    }
}

TEST(Timeline, MarksAReportWithNothingBehindItAsFalse) {
    Game g = game();
    const Course course = *g.play.course();
    const Timeline t = timeline_of(g.play.on(), g.play.session().branch(), course);
    std::size_t of_nothing = 0, of_something = 0;
    for (const SeatLine& line : t.seats) {
        std::size_t here = 0;
        for (const CheckedReport& r : line.reports) {
            EXPECT_EQ(r.is_false, !r.report.event.has_value());
            here += r.is_false;
            if (r.is_false) continue;
            ++of_something;
            const Event& e = course.events.at(*r.report.event);
            EXPECT_TRUE(is_reported(e));
            EXPECT_EQ(r.report.dead, e.deaths);
            EXPECT_LE(e.day, r.report.told.told) << "nobody tells of what has not happened";
        }
        EXPECT_EQ(line.hearing.nothing, here);
        of_nothing += here;
    }
    EXPECT_GT(of_nothing, 0U);
    EXPECT_GT(of_something, 0U);
    const Json json = to_json(t, g.play.on());
    std::size_t told = 0;
    for (const Json& seat : json.find("seats")->items())
        for (const Json& report : seat.find("reports")->items())
            told += report.find("false")->as_boolean().value_or(false) ? 1 : 0;
    EXPECT_EQ(told, of_nothing);
}

TEST(Timeline, TellsOfEachEventWhoHeardOfItAndWhatCameBeforeIt) {
    Game g = game();
    const Timeline t = timeline_of(g.play.on(), g.play.session().branch(), *g.play.course());
    ASSERT_FALSE(t.events.empty());
    std::size_t with_reason = 0;
    Day before = 0;
    for (const TrueEvent& e : t.events) {
        EXPECT_GE(e.day, before);
        before = e.day;
        EXPECT_FALSE(e.told.empty());
        EXPECT_GT(e.dead, 0);
        with_reason += e.why.empty() ? 0 : 1;
        for (const SeatLine& line : t.seats) {
            const bool reported =
                std::any_of(line.reports.begin(), line.reports.end(),
                            [&](const CheckedReport& r) { return r.report.event == e.position; });
            EXPECT_EQ(reported, std::count(e.heard.begin(), e.heard.end(), line.seat) == 1);
        }
    }
    EXPECT_GT(with_reason, 0U);
}

TEST(Timeline, MarksOrdersInjectsAndStagesAtTheirDays) {
    Game g = game();
    const Case& on = g.play.on();
    const Course course = *g.play.course();
    const Timeline t = timeline_of(on, g.play.session().branch(), course);
    std::map<MarkKind, std::vector<Mark>> by_kind;
    for (const Mark& m : t.marks) by_kind[m.kind].push_back(m);
    ASSERT_EQ(by_kind[MarkKind::order].size(), 2U);
    EXPECT_EQ(by_kind[MarkKind::order][1].day, on.first_day(3));
    EXPECT_EQ(by_kind[MarkKind::order][1].seat, "Desk");
    EXPECT_THAT(by_kind[MarkKind::order][1].text, ::testing::HasSubstr("t03-quiet-demarche-1"));
    ASSERT_EQ(by_kind[MarkKind::inject].size(), 1U) << "what was skipped did not happen";
    EXPECT_EQ(by_kind[MarkKind::inject][0].text, "1. A letter");
    std::size_t changes = 0;
    double stage = 0;
    for (const double s : course.outcome[Series::stage_true]) changes += s != stage, stage = s;
    stage = 0;
    for (const double s : course.outcome[Series::stage_observed]) changes += s != stage, stage = s;
    EXPECT_EQ(by_kind[MarkKind::stage].size(), changes);
    ASSERT_EQ(t.truth.front().values.size(), t.days.size());
    EXPECT_EQ(t.days.back(), on.first_day(7));
}

}  // namespace
}  // namespace forestall::app::exercise
