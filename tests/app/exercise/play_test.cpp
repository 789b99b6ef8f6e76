// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/play.hpp"

#include <gmock/gmock.h>

#include <set>

#include "analysis/input_error.hpp"
#include "app/exercise/orimand.hpp"
#include "app/exercise/replay.hpp"
#include "app/exercise/small_case.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"
#include "checkout.hpp"
#include "core/hash.hpp"
#include "engine/member_run.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;

/// A choice of a random player: the same stream gives the same game.
Order random_order(const Session& session, Stream& draw) {
    struct Card {
        const char* what;
        const char* partner;
        std::vector<std::string> targets;
    };
    static const std::vector<Card> cards = {
        {"envoy", "Union", {"Army", "Front"}},
        {"mediation", "Union", {"Army", "Front"}},
        {"observers", "Union", {"Ford", "Bridge"}},
        {"early_warning", "Ministry", {}},
        {"targeted_sanctions", "Ministry", {"Front"}},
        {"quiet_demarche", "Ministry", {"Army"}},
        {"naming_and_shaming", "Relief", {"Watch"}},
        {"protective_presence", "Relief", {"Ford"}},
        {"humanitarian_aid", "Relief", {"Mill"}},
        {"peacekeeping_police", "Assembly", {"Bridge"}},
        {"envoy", "Nobody", {"Army"}},
        {"observers", "Union", {"Nowhere"}},
    };
    const Card& card = cards[draw.below(cards.size())];
    Order out = order_for(session, card.what, card.partner, card.targets);
    if (draw.uniform() < 0.3) out.start = out.turn + static_cast<int>(draw.below(3));
    if (draw.uniform() < 0.2) out.scale = 2;
    if (draw.uniform() < 0.1) out.turn += 1;
    return out;
}

/// Orders, cancels, injects, rewinds and turns, as chance has it.
void play_at_random(Play& play, Stream& draw, int moves) {
    for (int m = 0; m < moves; ++m) {
        const double u = draw.uniform();
        const Branch& now = play.session().branch();
        if (play.session().over() || u < 0.06) {
            play.rewind(1 + static_cast<int>(draw.below(static_cast<std::uint64_t>(now.turn))),
                        some_time);
        } else if (u < 0.35) {
            play.close_turn(some_time);
        } else if (u < 0.45 && !now.orders.empty()) {
            play.cancel(now.orders[draw.below(now.orders.size())].action, everybody, some_time);
        } else if (u < 0.5) {
            for (const Proposal& p : play.proposals())
                if (p.number == "2") play.inject("2", draw.uniform() < 0.5, some_time);
        } else if (u < 0.55) {
            play.remark(RecordKind::note, "Desk", {{"text", "so it is"}}, some_time);
        } else {
            play.order(random_order(play.session(), draw), everybody, some_time);
        }
    }
}

TEST(Play, OfAnyJournalIsTheFoldOfItAndReplaysToTheSameBits) {
    for (std::uint64_t game = 0; game < 8; ++game) {
        const std::string path = fresh_path("fold");
        Stream draw = Luck(5, game).stream(process("test.games"), 0, 0);
        Json document;
        std::string hash;
        {
            Play play = fresh_play(small_case(), path);
            play_at_random(play, draw, 40);
            const Replayed replayed = replay(play.on(), play.journal().records());
            EXPECT_THAT(replayed.differences, ::testing::IsEmpty()) << "game " << game;
            document = replayed.document;
            hash = to_hex(play.course()->hash);
        }
        EXPECT_EQ(document.find("hash")->as_text(), hash);
        const Case on = small_case();
        const JournalRead read = read_journal(journal_text(path), path);
        EXPECT_EQ(replay(on, read.records).document.text(), document.text());
        Play again(small_case(), Journal::open(path));
        EXPECT_EQ(to_hex(again.course()->hash), hash) << "as after a restart";
    }
}

/// Digest of the state after each step, up to the close of a turn.
std::vector<std::uint64_t> digests(const Case& on, const ScenarioFiles& files, int turn) {
    const auto world = world_of(files);
    RunRequest request;
    request.seed = on.seed();
    request.member = on.member();
    for (const Option& option : world->options())
        if (option.name == played_option) request.option = option.name;
    State state(*world, request.seed, request.member, request.option);
    MemberOutcome out;
    const Parallel serial;
    std::vector<std::uint64_t> all;
    while (state.day() < on.first_day(turn + 1)) {
        state.advance(request, serial, out);
        all.push_back(state.digest());
    }
    return all;
}

/// Random orders, each given in the last turn of a longer and longer option: whatever speaks of
/// days from a turn on leaves every digest before it alone.
TEST(Play, LeavesEveryEarlierDigestAloneWhenTextSpeaksOfLaterDaysOnly) {
    const std::string path = fresh_path("later");
    Play play = fresh_play(small_case(), path);
    const int steps = play.plan().turn_days / play.on().tables().settings.step_days;
    Stream draw = Luck(11, 1).stream(process("test.later"), 0, 0);
    int orders = 0, moved = 0;
    std::vector<std::uint64_t> before;
    while (orders < 200) {
        if (play.session().over()) play.rewind(1, some_time), before.clear();
        const Branch& now = play.session().branch();
        for (int k = 0; k < 6; ++k) {
            play.order(random_order(play.session(), draw), everybody, some_time);
            ++orders;
        }
        if (draw.uniform() < 0.3)
            for (const Proposal& p : play.proposals())
                if (p.number == "2") play.inject("2", true, some_time);
        const auto after = digests(play.on(), text_of(play.on(), now, now.turn), play.plan().turns);
        const auto shared =
            static_cast<std::size_t>(now.turn - 1) * static_cast<std::size_t>(steps);
        if (!before.empty()) {
            ASSERT_GE(after.size(), shared);
            for (std::size_t s = 0; s < shared; ++s) ASSERT_EQ(after[s], before[s]) << s;
            moved += after != before ? 1 : 0;
        }
        before = after;
        play.close_turn(some_time);
    }
    EXPECT_GT(moved, 5) << "later digests do move";
}

TEST(Play, ComesToTheSameHashAfterARewindAndTheSameOrders) {
    Play play = fresh_play(small_case(), fresh_path("rewind"));
    const auto turn = [&](int n) {
        if (n == 2)
            play.order(order_for(play.session(), "envoy", "Union", {"Army"}), everybody, some_time);
        if (n == 3) play.inject("2", true, some_time);
        if (n == 4) {
            play.order(order_for(play.session(), "observers", "Union", {"Ford"}), everybody,
                       some_time);
            play.cancel("t02-envoy-1", everybody, some_time);
        }
        play.close_turn(some_time);
    };
    std::vector<std::uint64_t> hashes;
    for (int n = 1; n <= 6; ++n) {
        turn(n);
        hashes.push_back(play.course()->hash);
    }
    play.rewind(2, some_time);
    EXPECT_EQ(play.session().branch().name, "b2");
    EXPECT_TRUE(play.session().branch().orders.empty());
    for (int n = 2; n <= 6; ++n) {
        turn(n);
        EXPECT_EQ(play.course()->hash, hashes[static_cast<std::size_t>(n - 1)]) << n;
    }
    play.rewind(3, some_time);
    play.close_turn(some_time);
    play.close_turn(some_time);
    EXPECT_NE(play.course()->world_hash, 0U);
    EXPECT_NE(play.course()->hash, hashes[3]) << "without the bomb and the observers";
    play.switch_to("b1", some_time);
    EXPECT_EQ(play.session().branch().turn, 7);
    EXPECT_EQ(play.course()->hash, hashes[5]) << "nothing of it was lost";
}

TEST(Play, CostsNothingWhereNobodyActs) {
    Play play = fresh_play(small_case(), fresh_path("nothing"));
    for (int n = 0; n < 3; ++n) play.close_turn(some_time);
    const auto with = play.course();
    const auto plain = digests(play.on(), play.on().files(), 3);
    StateHash all;
    for (const std::uint64_t d : plain) all.add(d);
    EXPECT_EQ(with->world_hash, all.digest());
}

TEST(Play, ProposesInjectsWhenTheyAreDueAndFiresThoseThatComeByThemselves) {
    Play play = fresh_play(small_case(), fresh_path("injects"));
    EXPECT_NE(play.session().branch().inject("1"), nullptr) << "auto, in turn 1";
    EXPECT_TRUE(play.proposals().empty());
    EXPECT_EQ(play.view("Desk")->messages.size(), 1U);
    EXPECT_TRUE(play.view("Envoy")->messages.empty());
    play.order(order_for(play.session(), "mediation", "Union", {"Army", "Front"}), everybody,
               some_time);
    play.close_turn(some_time);
    EXPECT_NE(play.session().branch().inject("3"), nullptr) << "mediation was ordered";
    ASSERT_EQ(play.proposals().size(), 1U);
    EXPECT_TRUE(play.proposals().front().moves_world);
    EXPECT_THROW(play.inject("1", true, some_time), UsageError) << "decided";
    EXPECT_THROW(play.inject("99", true, some_time), UsageError);
    play.inject("2", true, some_time);
    play.close_turn(some_time);
    const auto& events = play.course()->events;
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), [](const Event& e) {
        return e.kind == EventKind::trigger && e.day == 28;
    }));
    const std::string list = msel_of(play.on(), play.session().branch()).text();
    EXPECT_THAT(list,
                HasSubstr("1,A letter,fired,turn 1,,A reader,Desk,message,Will you act?,,,,,,,,"
                          "yes,,,,kept\n"));
}

TEST(Play, RefusesTheJournalOfAnotherScenarioOrWorld) {
    const std::string path = fresh_path("other");
    { fresh_play(small_case(), path).close_turn(some_time); }
    ScenarioFiles other = small_country();
    other["populations.csv"] += "Gate,Upper,1\n";
    EXPECT_THROW(Play(case_of(other), Journal::open(path)), InputError);
    ScenarioFiles same = small_country();
    same["README.md"] = "words only";
    EXPECT_NO_THROW(Play(case_of(same), Journal::open(path)));
}

TEST(Play, GivesSnapshotsThatDoNotChange) {
    Play play = fresh_play(small_case(), fresh_path("snapshots"));
    const auto first = play.view("Desk");
    const std::string before = to_json(*first, play.on()).text();
    EXPECT_EQ(play.view("Desk"), first);
    for (int n = 0; n < 4; ++n) play.close_turn(some_time);
    EXPECT_EQ(to_json(*first, play.on()).text(), before);
    EXPECT_EQ(play.view("Desk")->turn, 5);
}

/// Numbers of a text, as they stand in it, with what stands behind their points.
std::set<std::string> numbers_in(const std::string& text) {
    std::set<std::string> out;
    std::string now;
    for (const char c : text + " ") {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0 || (c == '.' && !now.empty())) {
            now += c;
            continue;
        }
        if (!now.empty()) out.insert(now);
        now.clear();
    }
    return out;
}

/// A country with counts that differ from week to week.
TEST(Play, SendsNoTrueCountToASeat) {
    Play play = fresh_play(orimand(), fresh_path("truth"));
    std::set<std::string> sent, truths;
    std::size_t reports = 0, of_nothing = 0;
    while (!play.session().over()) {
        for (const SeatPlan& seat : play.plan().seats)
            if (seat.role != SeatRole::white_cell)
                sent.merge(numbers_in(to_json(*play.view(seat.name), play.on()).text()));
        play.close_turn(some_time);
    }
    const auto course = play.course();
    for (const Series s : {Series::displaced, Series::idps, Series::in_transit, Series::refugees})
        for (const double x : course->outcome[s])
            // A round number is not told from one that was rounded.
            if (x >= 1000 && x != about(x))
                truths.insert(std::to_string(static_cast<std::int64_t>(x)));
    EXPECT_GT(truths.size(), 20U) << "there is something to find";
    for (const std::string& truth : truths) EXPECT_FALSE(sent.contains(truth)) << truth;
    for (const SeatPlan& seat : play.plan().seats) {
        for (const SourcedReport& r :
             sourced_reports(play.on(), play.session().branch(), *course, seat)) {
            ++reports;
            of_nothing += r.event ? 0 : 1;
            if (!r.event) continue;
            const Event& e = course->events.at(*r.event);
            EXPECT_EQ(r.dead, e.deaths);
            EXPECT_EQ(r.told.day, e.day);
        }
        const Hearing h = hearing_of(play.on(), play.session().branch(), *course, seat);
        EXPECT_LE(h.heard, h.events);
        EXPECT_LE(h.nothing + h.repeated, h.reports);
    }
    EXPECT_GT(of_nothing, 0U);
    EXPECT_GT(reports, of_nothing);
}

template <class View>
concept TellsTheTruth = requires(const View& v) {
    v.outcome;
}
|| requires(const View& v) { v.events; }
|| requires(const View& v) { v.world; }
|| requires(const View& v) { v.dead_true; }
|| requires(const View& v) { v.event; };
static_assert(!TellsTheTruth<SeatView> && !TellsTheTruth<Report> && !TellsTheTruth<Message>);
static_assert(TellsTheTruth<Course>, "what is looked for would be found");

}  // namespace
}  // namespace forestall::app::exercise
