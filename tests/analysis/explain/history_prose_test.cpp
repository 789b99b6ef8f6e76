// SPDX-License-Identifier: Apache-2.0
// What a history says is in the run, and is said once. Sentences of one kind have tests of their
// own.
#include "analysis/explain/history_prose.hpp"

#include <gtest/gtest.h>

#include <set>

#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

std::vector<std::string> said_twice(const Prose& p) {
    std::set<std::string> said;
    std::vector<std::string> out;
    const auto look = [&](const Paragraph& paragraph) {
        for (const Sentence& s : paragraph)
            if (!said.insert(s.text).second) out.push_back(s.text);
    };
    look(p.summary);
    for (const ChapterProse& c : p.chapters)
        for (const Paragraph& paragraph : c.paragraphs) look(paragraph);
    look(p.caution);
    return out;
}

const ChapterProse& chapter_from(const Prose& p, const History& h, std::size_t step) {
    for (std::size_t i = 0; i < h.chapters.size(); ++i)
        if (h.chapters[i].first == step) return p.chapters[i];
    throw std::logic_error("no chapter begins there");
}

TEST(HistoryProse, TheFrontHasLengthTollReportsOnsetPowerFlightAndTheEnd) {
    const std::string text = joined(prose(MadeRun::war()).summary);
    expect_in(text, "1 January 2030");
    expect_in(text,
              "1,200 civilians and 1,100 fighters were killed; observers reported 600 of the");
    expect_in(text,
              "The Ridge Front killed 1,200 Hill people, a mass killing from October "
              "2031 on.");
    expect_in(text,
              "The Army of Aru was in power until the Ridge Front took over in February 2031.");
    expect_in(text, "Flight was at its height in July 2031, with about 61,200 people displaced.");
    expect_in(text, "in the last three months");
}

TEST(HistoryProse, EveryChangeOfPowerOfTheFrontRestsOnItsOwnEventAndItsMonthIsThatOfTheChapter) {
    MadeRun run = MadeRun::war();
    run.add(91, EventKind::takeover, "under pressure", army, front).place = ford;  // 30 September
    const Prose p = prose(run);
    const Paragraph& front_page = p.summary;
    const auto sentence = [&](const std::string& part) {
        for (const Sentence& s : front_page)
            if (s.text.find(part) != std::string::npos) return s;
        return Sentence{};
    };
    const Sentence back = sentence("changed hands");
    EXPECT_EQ(back.text,
              "Power changed hands once more, in October, and the Army of Aru held it at the end.");
    ASSERT_EQ(back.events.size(), 1u);
    EXPECT_EQ(run.detail.events[back.events[0]].manner, "under pressure");
    ASSERT_EQ(sentence("in power until").events.size(), 1u);
    EXPECT_EQ(run.detail.events[sentence("in power until").events[0]].manner, "by force");
    expect_in(told(run), "arly in October");
}

TEST(HistoryProse, AFewDeathsAtTheEndAreNoVerdict) {
    MadeRun run;
    run.kill(20, front, hill, ford, 3);
    run.fight(125, front, army, ford, 1);
    expect_in(joined(prose(run).summary), "In the last three months one fighter was killed.");
    expect_in(joined(prose(MadeRun::war()).summary), "by then: in the last three months");
}

TEST(HistoryProse, WhoIsUnderArmsAtTheOutsetIsTold) {
    MadeRun run;
    run.hold(ford, army, 0.9, 1000);
    run.arm(army, 4300);
    run.arm(front, 250);
    run.arm(guard, 20);
    expect_in(told(run),
              "Under arms were 4,300 men of the Army of Aru and 250 of the Ridge Front.");
}

TEST(HistoryProse, AChapterTellsItsTurningPointWithTheEventItRestsOn) {
    const MadeRun run = MadeRun::war();
    const History h = run.history();
    const ChapterProse c = chapter_from(prose(run), h, 60);
    EXPECT_EQ(c.title, "The Ridge Front in power");
    const Sentence& first = c.paragraphs.front().front();
    EXPECT_EQ(first.text,
              "Late in February 2031 the Ridge Front took power from the Army of Aru in "
              "Ford.");
    EXPECT_EQ(run.detail.events[first.events.at(0)].kind, EventKind::takeover);
}

TEST(HistoryProse, WhoBeginsAWarAndComesToBeIsOneSentence) {
    const MadeRun run = MadeRun::war();
    const std::string text = joined(chapter_from(prose(run), run.history(), 30));
    expect_in(text,
              "the Ridge Front took up arms and opened an offensive against the Army of Aru.");
}

TEST(HistoryProse, TheDeadliestAttackHasDatePlaceNumberReasonAndReports) {
    MadeRun run = MadeRun::war();
    std::string text;
    for (const ChapterProse& c : prose(run).chapters) text += joined(c);
    expect_in(text, "17 July 2031");
    expect_in(text, "45 were reported");
    expect_in(text, "driven mainly by hatred and fear of stronger enemies");
    EXPECT_EQ(text.find("of 1;"), std::string::npos);
}

TEST(HistoryProse, ARevengeThatRestsOnAKillingNamesIt) {
    MadeRun run = MadeRun::war();
    Event& grief = run.kill(61, army, river, mill, 14);
    const std::int32_t number = grief.number;
    for (Event& e : run.detail.events)
        if (e.kind == EventKind::one_sided && e.step == 80)
            e.causes = {{"revenge", 3, number, army}};
    std::string text;
    for (const ChapterProse& c : prose(run).chapters) text += joined(c);
    expect_in(text, "in answer to the killing of 14 River civilians in Mill on 6 March");
}

TEST(HistoryProse, AQuietRunIsToldInAFewSentences) {
    MadeRun run;
    run.fight(20, front, army, ford, 3);
    run.add(50, EventKind::turnover, "election", army);
    const Prose p = prose(run);
    ASSERT_EQ(p.chapters.size(), 1u);
    EXPECT_EQ(p.chapters[0].title, "Quiet");
    EXPECT_EQ(joined(p.chapters[0]),
              "Little happened, though in mid-December 2030 new leaders took over the Army of Aru "
              "after the election; three fighters were killed. ");
}

TEST(HistoryProse, LeadersWhoChangeWithoutAKnownCauseAreNotTold) {
    MadeRun run;
    run.add(50, EventKind::turnover, "in the ranks", army);
    EXPECT_EQ(joined(prose(run).chapters.at(0)), "Little happened; nobody was killed. ");
}

TEST(HistoryProse, OfTheDeadOfAQuietChapterReportsTellOfCivilians) {
    MadeRun run;
    run.kill(21, front, hill, ford, 1);
    expect_in(told(run),
              "Little happened. One civilian was killed; no observer reported the death.");
    run.fight(20, front, army, ford, 1);
    expect_in(told(run),
              "One civilian and one fighter were killed; no observer reported the "
              "civilian's death.");
    run.kill(22, front, hill, ford, 3);
    expect_in(told(run),
              "Four civilians and one fighter were killed, and observers reported one "
              "of the civilian deaths.");
}

TEST(HistoryProse, NothingAtAllIsSaidToBeNothing) {
    const Prose p = prose(MadeRun(60));
    expect_in(joined(p.summary), "nobody was killed");
    EXPECT_EQ(joined(p.chapters.at(0)), "Little happened; nobody was killed. ");
}

TEST(HistoryProse, NoSentenceIsSaidTwice) {
    MadeRun run = MadeRun::war();
    for (std::size_t week : {65u, 75u, 85u, 95u, 105u, 115u}) {
        run.add(week, EventKind::split, "over defeat", army);
        run.add(week + 1, EventKind::turnover, "in the ranks", front);
        run.add(week + 2, EventKind::offensive, "", front, army).causes = {
            {"commitment", 3, -1, none<ActorId>()}};
    }
    EXPECT_EQ(said_twice(prose(run)), std::vector<std::string>());
}

TEST(HistoryProse, ATwinThatRepeatsItselfIsFound) {
    Prose p = prose(MadeRun::war());
    p.summary.push_back(p.chapters.back().paragraphs.back().back());
    EXPECT_EQ(said_twice(p).size(), 1u);
}

TEST(HistoryProse, NoNameOfAVariableIsInASentence) {
    const Prose p = prose(MadeRun::war());
    for (const ChapterProse& c : p.chapters) {
        EXPECT_EQ(joined(c).find('_'), std::string::npos) << joined(c);
        EXPECT_EQ(joined(c).find('{'), std::string::npos) << joined(c);
    }
}

TEST(HistoryProse, EndsWithACautionAndWithWhatWasTakenAsGiven) {
    MadeRun run = MadeRun::war();
    expect_in(joined(prose(run).caution), "no prediction");
    EXPECT_EQ(joined(prose(run).caution).find("Taken as given"), std::string::npos);
    run.given = "that the front took up arms";
    expect_in(joined(prose(run).caution), "Taken as given: that the front took up arms.");
}

TEST(HistoryProse, ActionsAreCalledByTheirTitles) {
    MadeRun run = MadeRun::war();
    run.add(70, EventKind::intervention, "envoy: begins");
    Record record = run.record();
    std::string text;
    for (const ChapterProse& c : prose_of(history_of(record, 3), record).chapters)
        text += joined(c);
    expect_in(text, "the action 'envoy' began");
    record.actions["envoy"] = "Special envoy";
    text.clear();
    for (const ChapterProse& c : prose_of(history_of(record, 3), record).chapters)
        text += joined(c);
    expect_in(text, "the action 'Special envoy' began");
}

TEST(HistoryProse, ScheduledViolenceIsToldWithoutReasons) {
    MadeRun run;
    run.ruler = none<ActorId>();
    for (std::size_t week = 40; week < 60; ++week) {
        Event& e = run.kill(week, front, hill, ford, 10);
        e.number = -1;
        e.civilian_deaths = e.reported = 0;
    }
    std::string text;
    for (const ChapterProse& c : prose(run).chapters) text += joined(c);
    expect_in(text, "The Ridge Front killed 200 Hill people in Ford");
    EXPECT_EQ(text.find("driven"), std::string::npos);
}

}  // namespace
}  // namespace forestall::history
