// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_page.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <regex>
#include <set>

#include "app/exercise/small_case.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Parallel serial;

/// `edit`: what the timeline is made to say before the page is made.
std::string page_of(const std::string& title, const std::function<void(Timeline&)>& edit = {}) {
    Play play = fresh_play(small_case(), fresh_path("page"));
    play.order(order_for(play.session(), "protective_presence", "Relief", {"Ford", "Mill"}),
               everybody, some_time);
    for (int turn = 1; turn <= 5; ++turn) play.close_turn(some_time);
    const Branch& branch = play.session().branch();
    ReviewWish wish;
    wish.members = 24;
    wish.options = {"apart"};
    const Review r = review(play.on(), branch, wish, {serial, going});
    Timeline t = timeline_of(play.on(), branch, *play.course());
    if (edit) edit(t);
    return review_page({title, branch.name, play.plan().turn_days, play.plan().tail_days, play.on(),
                        r, t, lessons_of(branch, r, t), "forestall test", "forestall exercise"});
}

TEST(ReviewPage, LoadsNothingRunsNothingAndSaysAll) {
    const std::string page = page_of("Two valleys");
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_FALSE(std::regex_search(page, std::regex("(src|href|action|data|srcset)=")));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    for (const char* heading :
         {"What became of it", "Luck: same assumptions, other luck",
          "Skill: other luck and other assumptions", "What was done",
          "What was true, and what each seat saw", "What happened", "Lessons"})
        EXPECT_THAT(page, HasSubstr(heading));
    EXPECT_THAT(page, HasSubstr("as played, less apart"));
    EXPECT_THAT(page, HasSubstr("Reports of nothing that Desk got: no event lies behind them"));
    EXPECT_EQ(page, page_of("Two valleys")) << "equal arguments, equal bytes";
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

TEST(ReviewPage, ListsEveryFalseReportByItsSeatAndCountsThem) {
    const auto lie = [](SeatLine& line, std::size_t times) {
        CheckedReport one{{}, true};
        one.report.told.source = "the source that lies";
        line.reports.assign(times, one);
        line.hearing.nothing = times;
    };
    const std::string page = page_of("Two valleys", [&](Timeline& t) {
        lie(t.seats.at(0), 130);
        lie(t.seats.at(1), 1);
        lie(t.seats.at(2), 0);
    });
    EXPECT_EQ(count_of(page, ">the source that lies<"), 131U) << "none is left out";
    EXPECT_THAT(page, HasSubstr("131 false reports in all"));
    EXPECT_THAT(page, HasSubstr("<summary>Desk: 130 false reports</summary>"));
    EXPECT_THAT(page, HasSubstr("<summary>Envoy: 1 false report</summary>"));
    EXPECT_THAT(page, Not(HasSubstr("<summary>Field: ")));
    EXPECT_THAT(page_of("Two valleys",
                        [&](Timeline& t) {
                            for (SeatLine& line : t.seats) lie(line, 0);
                        }),
                Not(HasSubstr("false report")));
}

TEST(ReviewPage, HasNoNameTwice) {
    const std::string page = page_of("Two valleys");
    std::set<std::string> ids;
    const std::regex id("\\bid=\"([^\"]*)\"");
    for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at)
        EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
    EXPECT_GE(ids.size(), 8U);
}

TEST(ReviewPage, HostileNamesStayText) {
    const std::string page = page_of("<script>alert(1)</script>\" onload=x");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
}

}  // namespace
}  // namespace forestall::app::exercise
