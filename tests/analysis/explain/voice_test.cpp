// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/voice.hpp"

#include <gtest/gtest.h>

#include "actors/choice.hpp"
#include "analysis/explain/made_run.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(Voice, GivesAnArticleWhereEnglishWantsOne) {
    for (const char* name : {"Army of Veldrana", "Ridge Front", "River Guard", "LRA", "UFDR",
                             "Lord's Resistance Army", "Border patrol"})
        EXPECT_EQ(with_article(name), std::string("the ") + name);
    for (const char* name : {"Seleka", "Anti-balaka", "Chad", "Seleka factions", "NATO",
                             "International forces", "The Front"})
        EXPECT_EQ(with_article(name), name);
}

TEST(Voice, KnowsWhatIsMoreThanOne) {
    EXPECT_TRUE(is_plural("Seleka factions"));
    for (const char* name : {"Seleka", "Hamas", "Ridge Front", "Sangaris", "Voice of the Mass"})
        EXPECT_FALSE(is_plural(name)) << name;
    const MadeRun run;
    const Voice voice(run.record());
    EXPECT_EQ(voice.was(guard), "were");
    EXPECT_EQ(voice.its(front), "its");
}

TEST(Voice, CallsTheDeadByTheirGroup) {
    const MadeRun run;
    const Voice voice(run.record());
    EXPECT_EQ(voice.people(1352, river), "nearly 1,400 River civilians");
    EXPECT_EQ(voice.people(1, river), "one River civilian");
    EXPECT_EQ(voice.people(1, hill), "one of the Hill people");
    EXPECT_EQ(voice.people(7, none<GroupId>()), "seven civilians");
    EXPECT_EQ(voice.dead({1, 0, 0}), "one civilian");
    EXPECT_EQ(voice.dead({1405, 122, 0}), "about 1,400 civilians and 120 fighters");
    EXPECT_EQ(voice.dead({}), "nobody");
    EXPECT_EQ(voice.dead({40, 20, 0, 30}),
              "40 civilians, 30 of them caught in battle, and 20 fighters");
    EXPECT_EQ(voice.dead({40, 0, 0, 30}), "40 civilians, 30 of them caught in battle");
    EXPECT_EQ(voice.dead({40, 0, 0, 39}), "40 civilians, nearly all of them caught in battle");
    EXPECT_EQ(voice.dead({40, 20, 0, 7}), "40 civilians and 20 fighters") << "few of them";
}

TEST(Voice, AFewDaysOfAMonthDoNotNameAChapter) {
    const MadeRun run;
    const Voice voice(run.record());
    EXPECT_EQ(voice.months(0, 31), "January 2030");
    EXPECT_EQ(voice.months(0, 92), "January to March 2030");
    EXPECT_EQ(voice.months(334, 400), "December 2030 to February 2031");
    EXPECT_EQ(voice.months(29, 92), "February to March 2030");
}

TEST(Voice, EveryReasonForAnActIsSaidWithAPronoun) {
    const MadeRun run;
    const Voice voice(run.record());
    for (const Motive* m : motives())
        for (const EventKind kind : {EventKind::battle, EventKind::one_sided, EventKind::offensive,
                                     EventKind::campaign, EventKind::talks, EventKind::walk_out})
            for (const ActorId actor : {front, guard}) {
                Event e;
                e.kind = kind;
                e.actor = actor;
                e.opponent = army;
                e.target = hill;
                e.place = ford;
                const std::string text =
                    voice.reason(e, {std::string(m->name), 1, -1, none<ActorId>()});
                EXPECT_EQ(text.find("Ridge Front"), std::string::npos) << text;
                EXPECT_EQ(text.find("Guard factions"), std::string::npos) << text;
                EXPECT_EQ(text.find('\x01'), std::string::npos) << text;
                EXPECT_EQ(text.find("they was"), std::string::npos) << text;
            }
}

TEST(Voice, NamesAreOneLineWhateverIsInThem) {
    MadeRun run;
    run.header.actors[1] = "Ridge\nFront\x1b[31m";
    run.header.locations[0].name = "Fo\trd";
    const Voice voice(run.record());
    EXPECT_EQ(voice.actor(front).find_first_of("\n\x1b"), std::string::npos);
    EXPECT_EQ(voice.place(ford).find('\t'), std::string::npos);
}

}  // namespace
}  // namespace forestall::history
