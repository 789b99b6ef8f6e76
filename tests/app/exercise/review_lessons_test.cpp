// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_lessons.hpp"

#include <gmock/gmock.h>

#include "app/exercise/small_case.hpp"
#include "scenario/csv.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;

std::string part_of(const Json& body, const char* key) {
    const Json* value = body.find(key);
    return value == nullptr ? "-" : value->as_text().value_or("?");
}

TEST(Lessons, AreWrittenInFourPartsOfWhichOneWillDo) {
    const Json whole = lesson_body("Troops came late; event 12; time; Ask before; and again");
    EXPECT_EQ(part_of(whole, "text"), "Troops came late");
    EXPECT_EQ(part_of(whole, "evidence"), "event 12");
    EXPECT_EQ(part_of(whole, "objective"), "time");
    EXPECT_EQ(part_of(whole, "recommendation"), "Ask before; and again");
    const Json one = lesson_body("Troops came late");
    EXPECT_EQ(part_of(one, "text"), "Troops came late");
    EXPECT_EQ(part_of(one, "evidence"), "-");
    EXPECT_EQ(part_of(lesson_body("a;;; b"), "recommendation"), "b");
    EXPECT_EQ(part_of(lesson_body("a;;; b"), "objective"), "-");
}

Review told_review() {
    Review r;
    r.members = r.wanted = 200;
    r.text = "civilian deaths";
    OrderPart good{"t01-a-1", "A", "Desk", "Ministry", 1, {}, {}};
    good.added.option = "without-t01-a-1";
    good.added.answers.deaths = {{0.8, 0.7, 0.9, 0.05}, 120, 50, {}, comparison::Clear::better};
    OrderPart bad{"t02-b-1", "B", "Envoy", "Union", 2, {}, {}};
    bad.added.answers.deaths = {{1.3, 1.1, 1.5, 0.05}, 50, 120, {}, comparison::Clear::worse};
    OrderPart open{"t03-c-1", "C", "Envoy", "Union", 3, {}, {}};
    open.earlier.option = "earlier-t03-c-1";
    open.earlier.difference = {-20, -30, -10, 4};
    open.earlier.told = true;
    r.orders = {good, bad, open};
    return r;
}

TEST(Lessons, OfTheReviewStandOnAFigureOrAReport) {
    Timeline timeline;
    SeatLine line;
    line.seat = "Desk";
    line.hearing = {"Desk", 10, 4, 3, 1, 1, 0};
    SourcedReport real, nothing;
    real.told.source = "press";
    real.event = 3;
    real.wrong_side = true;
    nothing.told = {"radio", 10, 9, "one_sided", "Ford", "North", "Watch", "", "Upper", 14};
    line.reports = {{real, false}, {nothing, true}, {real, false}};
    timeline.seats = {line};
    Branch branch;
    branch.remarks = {
        {1, RecordKind::lesson, 4, "Envoy", lesson_body("Own; its evidence; see; do")},
        {2, RecordKind::note, 4, "Envoy", {{"text", "no lesson"}}}};
    const auto lessons = lessons_of(branch, told_review(), timeline);
    ASSERT_EQ(lessons.size(), 5U);
    EXPECT_EQ(lessons[0].observation, "Own");
    EXPECT_EQ(lessons[0].objective, "see");
    EXPECT_EQ(lessons[0].turn, 4);
    EXPECT_THAT(lessons[1].observation, HasSubstr("20 % fewer civilian deaths"));
    EXPECT_THAT(lessons[1].evidence, HasSubstr("200 futures with and without t01-a-1"));
    EXPECT_THAT(lessons[1].recommendation, HasSubstr("Keep it"));
    EXPECT_THAT(lessons[2].recommendation, HasSubstr("Leave it out"));
    EXPECT_THAT(lessons[3].observation, HasSubstr("Four weeks earlier, t03-c-1"));
    EXPECT_THAT(lessons[4].observation, HasSubstr("4 of 10 events"));
    EXPECT_THAT(lessons[4].evidence, HasSubstr("false report of radio: 14 dead at Ford"));
}

TEST(Lessons, SurviveASpreadsheetAndAPage) {
    const std::vector<Lesson> lessons{
        {"=cmd(), \"quoted\"\nand a line", "a | b", "see", "*do* <b>", "Desk", 2}};
    const std::string csv = lessons_csv(lessons);
    CsvReader reader(csv, {.comments = false});
    std::vector<CsvCell> row;
    ASSERT_TRUE(reader.next(row));
    ASSERT_EQ(row.size(), 6U);
    EXPECT_EQ(row[3].text, "recommendation");
    ASSERT_TRUE(reader.next(row));
    ASSERT_EQ(row.size(), 6U);
    EXPECT_THAT(row[0].text, ::testing::StartsWith("'=cmd(), \"quoted\""));
    EXPECT_EQ(row[1].text, "a | b");
    EXPECT_FALSE(reader.next(row));
    EXPECT_FALSE(reader.problem());
    const std::string page = lessons_markdown(lessons, "Friday");
    EXPECT_THAT(page, HasSubstr("a \\| b"));
    EXPECT_THAT(page, HasSubstr("\\*do\\* \\<b\\>"));
    EXPECT_THAT(page, HasSubstr("# Lessons: Friday"));
}

}  // namespace
}  // namespace forestall::app::exercise
