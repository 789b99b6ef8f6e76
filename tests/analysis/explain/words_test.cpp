// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/words.hpp"

#include <gtest/gtest.h>

#include "actors/choice.hpp"
#include "analysis/explain/log.hpp"

namespace forestall::analysis {
namespace {

using test::header_of_log;
using test::log_of_a_run;

TEST(Words, SayWhatHappenedWithDatePlaceAndToll) {
    const Header header = header_of_log();
    const Words words(header);
    EXPECT_EQ(
        words.event(log_of_a_run()[3]),
        "On 10 February 2030, Ridge Front attacked Army of Aru in Mill, as part of an offensive. "
        "1,240 people were "
        "killed, 40 of them civilians; observers reported 10 of these. The place was contested.");
    EXPECT_EQ(words.event(log_of_a_run()[0]), "On 4 January 2030, a coup was attempted.");
}

TEST(Words, SayHowLikelyAChoiceWas) {
    const Header header = header_of_log();
    const Words words(header);
    EXPECT_EQ(words.chance(log_of_a_run()[3]),
              "As things stood, the chance of just this choice in that week was 25 %.");
    EXPECT_NE(words.chance(log_of_a_run()[1]).find("0.4 % (1 in 250)"), std::string::npos);
    EXPECT_EQ(words.chance(log_of_a_run()[0]), "") << "nobody chose a coup here";
}

TEST(Words, WeightsAreOddsOverTheTemperature) {
    const Header header = header_of_log();
    const Event battle = log_of_a_run()[3];
    EXPECT_EQ(Words(header).weight(battle, battle.causes[0]), "raised the odds 20-fold");
    EXPECT_EQ(Words(header).weight(battle, battle.causes[1]), "cut the odds 403-fold");
}

TEST(Words, OfACrowdWeightsAreSharesOfItsAnger) {
    const Header header = header_of_log();
    const Words words(header);
    Event riot;
    riot.kind = EventKind::communal;
    const Cause injury{"injury", 0.625, -1, none<ActorId>()};
    EXPECT_EQ(words.weight(riot, injury), "62 % of the attackers' anger");
    EXPECT_EQ(words.odds(riot, injury), 0);
}

TEST(Words, AnEventWithoutADayIsDatedByItsStep) {
    const Header header = header_of_log();
    Event e = log_of_a_run()[3];
    e.day = -1;
    EXPECT_EQ(Words(header).date(e), "the week from 5 February 2030");
}

TEST(Words, EveryMotiveOfTheModelHasAPhraseForEverySign) {
    const Header header = header_of_log();
    const Words words(header);
    for (const Motive* m : motives()) {
        EXPECT_TRUE(has_phrase(m->name)) << m->name;
        for (const EventKind kind :
             {EventKind::battle, EventKind::one_sided, EventKind::repression, EventKind::offensive,
              EventKind::campaign, EventKind::talks, EventKind::walk_out})
            for (const double weight : {-1.0, 1.0}) {
                Event e = log_of_a_run()[3];
                e.kind = kind;
                const Cause cause{std::string(m->name), weight, -1, none<ActorId>()};
                const std::string text = words.reason(e, cause);
                EXPECT_NE(text, m->name) << event_words.text(kind) << " " << weight;
                EXPECT_EQ(text.find_first_of("{}_"), std::string::npos) << text;
            }
    }
    for (const char* other : {"mobilisation", "injury", "hostility", "dyad"})
        EXPECT_TRUE(has_phrase(other)) << other;
}

TEST(Words, AnUnknownKindOrCauseIsCalledByItsName) {
    const Header header = header_of_log();
    const Words words(header);
    Event e;
    e.kind = EventKind::unknown;
    EXPECT_EQ(words.what(e), "something of an unknown kind happened in the country");
    e.kind = EventKind::extinction;
    EXPECT_EQ(words.what(e), "extinction in the country");
    e.kind = EventKind::intervention;
    e.manner = "mediation: begins";
    EXPECT_EQ(words.what(e), "intervention mediation: begins");
    EXPECT_EQ(words.reason(e, {"moonlight", 1, -1, none<ActorId>()}), "moonlight");
    EXPECT_EQ(noun_of("moonlight"), "moonlight");
}

TEST(LongDate, CountsOverMonthsAndLeapYears) {
    EXPECT_EQ(long_date("2028-02-28", 0), "28 February 2028");
    EXPECT_EQ(long_date("2028-02-28", 1), "29 February 2028");
    EXPECT_EQ(long_date("2028-02-28", 368), "2 March 2029");
    EXPECT_THROW(long_date("soon", 0), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::analysis
