// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review.hpp"

#include <gmock/gmock.h>

#include "analysis/input_error.hpp"
#include "app/exercise/small_case.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;

const Parallel serial;
const ReviewRun plainly{serial, going};

Play played() {
    Play play = fresh_play(small_case(), fresh_path("review"));
    play.order(order_for(play.session(), "protective_presence", "Relief", {"Ford", "Mill"}),
               everybody, some_time);
    play.close_turn(some_time);
    play.close_turn(some_time);
    play.order(order_for(play.session(), "mediation", "Union", {"Army", "Front"}), everybody,
               some_time);
    play.inject("2", true, some_time);
    play.close_turn(some_time);
    return play;
}

TEST(Review, TellsEveryOrderOtherwiseInTextThatTheScenarioTakes) {
    const Play play = played();
    const ReviewFiles files = review_files(play.on(), play.session().branch());
    EXPECT_TRUE(files.played);
    ASSERT_EQ(files.variants.size(), 2U);
    EXPECT_EQ(files.variants[0].earlier, "") << "it began on the first day";
    EXPECT_EQ(files.variants[1].without, "without-t03-mediation-1");
    EXPECT_THAT(files.files.at("options/without-t03-mediation-1.toml"),
                ::testing::Not(HasSubstr("name = \"t03-mediation-1\"")));
    EXPECT_THAT(files.files.at("options/played.toml"), HasSubstr("start = { day = 2030-03-04 }"));
    EXPECT_THAT(files.files.at("options/earlier-t03-mediation-1.toml"),
                HasSubstr("start = { day = 2030-02-04 }"));
    EXPECT_THAT(files.files.at("scenario.toml"), HasSubstr("end = 2030-12-08"))
        << "ten turns and eight weeks";
    EXPECT_THAT(files.files.at("scenario.toml"), HasSubstr("name = \"inject 2\""));
    EXPECT_NO_THROW(world_of(files.files));
}

TEST(Review, EndsWhereTheScenarioHasNothingMoreToSay) {
    ScenarioFiles texts = small_country();
    texts["options/late.toml"] =
        "title = \"Late\"\n[[action]]\nname = \"a\"\nintervention = \"quiet_demarche\"\n"
        "partner = \"Ministry\"\nactors = [\"Army\"]\nstart = { day = 2030-12-15 }\n";
    Play play = fresh_play(case_of(texts), fresh_path("late"));
    play.close_turn(some_time);
    const ReviewFiles files = review_files(play.on(), play.session().branch());
    EXPECT_THAT(files.files.at("scenario.toml"), HasSubstr("end = 2030-12-22"))
        << "two weeks after the tail's end: the first end at which the option has arrived";
}

TEST(Review, HoldsNumbersSoThatTheSameMemberIsTheSameWorld) {
    const Play play = played();
    const ReviewFiles files = review_files(play.on(), play.session().branch());
    const auto world = world_of(files.files);
    RunRequest request;
    request.seed = play.on().seed();
    request.member = play.on().member();
    request.option = played_option;
    const MemberOutcome own = run_member(*world, request);
    const World held = world->holding(parameter_names(*world), own.parameters);
    EXPECT_EQ(run_member(held, request).hash, own.hash);
    request.member += 1;
    EXPECT_EQ(run_member(held, request).parameters, own.parameters)
        << "other luck, same assumptions";
    EXPECT_NE(run_member(held, request).hash, own.hash);
}

TEST(Review, SaysOnlyWhatAnIntervalCarries) {
    Review r;
    r.members = 500;
    r.futures = 500;
    r.text = "civilian deaths";
    r.better = 0.72;
    const auto change = [](double value, double lo, double hi, bool told) {
        return Change{"none", {value, lo, hi, 1}, 100, told, {}};
    };
    r.skill = {change(-120, -160, -80, true)};
    r.orders = {{"t01-a-1", "A", "", "", 1, change(-3, -9, 4, false), {}},
                {"t02-b-1", "B", "", "", 2, change(-30, -50, -10, true), change(20, 5, 40, true)}};
    const auto said = sentences_of(r);
    ASSERT_EQ(said.size(), 5U) << "what is told of orders, then what is not";
    EXPECT_EQ(said[0],
              "With these orders, 360 of 500 such countries do better than yours did: luck was "
              "neither for nor against you.");
    EXPECT_THAT(said[1],
                HasSubstr("120 fewer civilian deaths on average (95 % interval 80 to 160 fewer)"));
    EXPECT_THAT(said[2], HasSubstr("B (t02-b-1) brings 30 fewer"));
    EXPECT_THAT(said[3], HasSubstr("Four weeks earlier, t02-b-1 would have brought 20 more"));
    EXPECT_EQ(said[4],
              "What these orders change, each by itself, cannot be told from chance at 500 "
              "futures: A (t01-a-1).");
    // The typical future can be told where the mean cannot.
    comparison::Answers& typical = r.orders[0].added.answers;
    typical.deaths = {{0.8, 0.7, 0.9, 0.05}, 300, 100, {}, comparison::Clear::better};
    typical.displaced = {{0.9, 0.7, 1.1, 0.05}, 300, 100, {}, comparison::Clear::open};
    EXPECT_EQ(sentences_of(r)[2],
              "A (t01-a-1) brings 20 % fewer civilian deaths in the typical future (95 % interval "
              "10 to 30 % fewer).");
    r.better = 0.9;
    EXPECT_THAT(sentences_of(r).front(), HasSubstr("you were unlucky"));
    r.better = 0.1;
    EXPECT_THAT(sentences_of(r).front(), HasSubstr("you were lucky"));
    r.futures = 3;
    r.better = 1;
    EXPECT_THAT(sentences_of(r).front(), HasSubstr("3 of 3 such countries"));
    EXPECT_THAT(sentences_of(r).front(), HasSubstr("do not say whether that was luck"));
}

TEST(Review, HoldsGuessesInPercentAgainstOtherFutures) {
    Review r;
    EXPECT_EQ(odds_sentence(r), "");
    r.futures = 500;
    r.odds = {"2031-12-26", true, 72, {0.154, 0.12, 0.19, 0}, {0.3, 0.26, 0.34, 0}};
    EXPECT_EQ(
        odds_sentence(r),
        "In this world, mass killing began by 2031-12-26. With the same orders and assumptions, "
        "it begins by then in 72 of 500 futures; over other luck and other assumptions, its "
        "chance is 15 % (12 to 19 %) as played and 30 % (26 to 34 %) if nothing is done (95 % "
        "intervals).");
    r.odds.own = false;
    EXPECT_THAT(odds_sentence(r), HasSubstr("did not begin by"));
}

TEST(Review, IsOfMembersOfTheSameSeedAndTellsLuckFromSkill) {
    const Play play = played();
    ReviewWish wish;
    wish.members = 30;
    const Review r = review(play.on(), play.session().branch(), wish, plainly);
    EXPECT_EQ(r.members, 30U);
    EXPECT_EQ(r.futures, 30U);
    EXPECT_GE(r.better, 0);
    EXPECT_LE(r.better, 1);
    ASSERT_EQ(r.skill.size(), 1U);
    ASSERT_EQ(r.orders.size(), 2U);
    EXPECT_LE(r.skill[0].difference.lo, r.skill[0].difference.value);
    EXPECT_GE(r.skill[0].difference.hi, r.skill[0].difference.value);
    // The same by hand: mean of played less doing nothing over members 0 to 29.
    const ReviewFiles files = review_files(play.on(), play.session().branch());
    const auto world = world_of(files.files);
    double difference = 0, own = 0;
    std::size_t killings[2] = {0, 0};
    const double end = static_cast<double>(play.on().first_day(play.on().plan().turns + 1)) /
                       static_cast<double>(world->settings().step_days);
    for (RunRequest request{.seed = play.on().seed()}; request.member < 30; ++request.member) {
        double deaths[2] = {0, 0};
        for (const int k : {0, 1}) {
            request.option = k == 0 ? "none" : played_option;
            const MemberOutcome out = run_member(*world, request);
            for (const double d : out[Series::civilian_deaths]) deaths[k] += d;
            const double onset = out[Scalar::mass_killing_onset_step];
            killings[k] += onset >= 0 && onset < end ? 1 : 0;
        }
        difference += (deaths[1] - deaths[0]) / 30;
        if (request.member == play.on().member()) own = deaths[1];
    }
    EXPECT_NEAR(r.skill[0].difference.value, difference, 1e-9 * (1 + std::abs(difference)));
    EXPECT_EQ(r.own, own);
    EXPECT_GT(killings[0], 0U) << "else nothing is counted below";
    EXPECT_DOUBLE_EQ(r.odds.none.value, static_cast<double>(killings[0]) / 30);
    EXPECT_DOUBLE_EQ(r.odds.played.value, static_cast<double>(killings[1]) / 30);
    ReviewWish wrong = wish;
    wrong.outcome = "happiness";
    EXPECT_THROW(review(play.on(), play.session().branch(), wrong, plainly), UsageError);
    Play idle = fresh_play(small_case(), fresh_path("idle"));
    idle.close_turn(some_time);
    EXPECT_THROW(review(idle.on(), idle.session().branch(), wish, plainly), InputError);
}

TEST(Review, TellsAsItGoesWhatAReviewOfSoManyMembersTellsWhateverTheThreads) {
    const Play play = played();
    const Branch& branch = play.session().branch();
    ReviewWish wish;
    wish.members = 25;
    wish.options = {"apart"};
    const Parallel two(Backend::jthread, 2);
    std::vector<std::string> told;
    std::vector<std::uint64_t> done;
    const ReviewRun run{two, going,
                        [&](const Review& so_far) {
                            EXPECT_FALSE(so_far.whole());
                            told.push_back(to_json(so_far).text());
                        },
                        [&](std::uint64_t n) { done.push_back(n); }};
    const std::string whole = to_json(review(play.on(), branch, wish, run)).text();
    EXPECT_EQ(whole, to_json(review(play.on(), branch, wish, plainly)).text());
    EXPECT_EQ(done.size(), 25U);
    EXPECT_EQ(done.back(), 25U);
    ASSERT_EQ(told.size(), 2U) << "of 10 and of 20";
    wish.members = 20;
    Review twenty = review(play.on(), branch, wish, plainly);
    twenty.wanted = 25;
    EXPECT_EQ(told[1], to_json(twenty).text());
}

TEST(Review, StopsWithWhatItHas) {
    const Play play = played();
    ReviewWish wish;
    wish.members = 500;
    std::atomic<bool> stop{false};
    const ReviewRun run{serial, stop, [&](const Review& so_far) { stop = so_far.members >= 20; }};
    const Review r = review(play.on(), play.session().branch(), wish, run);
    EXPECT_EQ(r.members, 20U);
    EXPECT_FALSE(r.whole());
    stop = true;
    EXPECT_THROW(review(play.on(), play.session().branch(), wish, run), InputError);
}

TEST(Review, OfSkillAloneHasTheSameSkill) {
    const Play play = played();
    ReviewWish wish;
    wish.members = 25;
    const Review whole = review(play.on(), play.session().branch(), wish, plainly);
    wish.orders = false;
    const Review skill = review(play.on(), play.session().branch(), wish, plainly);
    EXPECT_TRUE(skill.orders.empty());
    EXPECT_EQ(skill.better, whole.better);
    EXPECT_EQ(skill.skill[0].difference.lo, whole.skill[0].difference.lo);
    EXPECT_EQ(skill.skill[0].answers.deaths.ratio.hi, whole.skill[0].answers.deaths.ratio.hi);
}

TEST(Review, DrawsWhatTheFuturesHaveComeToStepByStep) {
    const Play play = played();
    ReviewWish wish;
    wish.members = 21;
    const Review r = review(play.on(), play.session().branch(), wish, plainly);
    ASSERT_EQ(r.fans.size(), 3U) << "as played under other luck; doing nothing; as played";
    EXPECT_TRUE(r.fans[0].same_assumptions);
    EXPECT_EQ(r.fans[1].option, "none");
    ASSERT_EQ(r.course.size(), r.dates.size());
    EXPECT_EQ(r.course.back(), r.own) << "deaths so far at the end are all of them";
    for (const Fan& fan : r.fans)
        for (std::size_t q = 0; q < Fan::levels.size(); ++q) {
            ASSERT_EQ(fan.quantiles[q].size(), r.dates.size());
            EXPECT_TRUE(std::is_sorted(fan.quantiles[q].begin(), fan.quantiles[q].end()));
            EXPECT_LE(fan.quantiles[q == 0 ? 0 : q - 1].back(), fan.quantiles[q].back());
        }
}

}  // namespace
}  // namespace forestall::app::exercise
