// SPDX-License-Identifier: Apache-2.0
// A review orders a good team before one that does nothing and that before a bad one, or says that
// it cannot tell; never the reverse. Here in a small country; tests/long/teaching.py does it in
// the bundled one, over 100 exercises of 100 futures.
#include <gtest/gtest.h>

#include "app/exercise/review.hpp"
#include "app/exercise/small_case.hpp"
#include "app/exercise/text.hpp"

namespace forestall::app::exercise {
namespace {

using comparison::Clear;

struct Ordered {
    std::string what, partner;
    std::vector<std::string> targets;
};

const std::vector<Ordered> good{{"peacekeeping_troops", "Assembly", {"Ford", "Mill", "Bridge"}},
                                {"mediation", "Union", {"Army", "Front"}}};
const std::vector<Ordered> bad{{"prosecution", "Union", {"Army", "Front", "Watch"}},
                               {"safe_zone", "Assembly", {"Ford", "Mill", "Bridge"}}};

Case case_of_seed(std::uint64_t seed, const std::string& other) {
    ScenarioFiles files = small_country();
    std::string& plan = files["exercise.toml"];
    plan.replace(plan.find("seed = 7"), 8, "seed = " + std::to_string(seed));
    if (!other.empty()) files["options/other.toml"] = other;
    return case_of(std::move(files));
}

Play played(std::uint64_t seed, const std::vector<Ordered>& orders, const std::string& other) {
    Play play = fresh_play(case_of_seed(seed, other), fresh_path("team"));
    for (const Ordered& o : orders)
        EXPECT_TRUE(play.order(order_for(play.session(), o.what, o.partner, o.targets), everybody,
                               some_time)
                        .accepted())
            << o.what;
    while (!play.session().over()) play.close_turn(some_time);
    return play;
}

std::string option_played(const Play& play) {
    const Branch& branch = play.session().branch();
    return option_text(play.on(), branch, branch.turn - 1, "The other team", {});
}

/// What the review says of what was played: against doing nothing, then against the other team.
std::vector<Change> skill(const Play& play, const Parallel& parallel) {
    ReviewWish wish;
    wish.members = 60;
    wish.options = {"other"};
    wish.orders = false;
    return review(play.on(), play.session().branch(), wish, {parallel, going}).skill;
}

bool reversed(const Change& c, Clear wrong) {
    return c.answers.deaths.clear == wrong || c.answers.displaced.clear == wrong ||
           c.answers.killing.clear == wrong;
}

TEST(Teaching, AReviewNeverTakesTheBadTeamForTheGoodOne) {
    const Parallel two(Backend::jthread, 2);
    int told = 0;
    constexpr int exercises = 6;
    for (std::uint64_t seed = 1; seed <= exercises; ++seed) {
        const std::string of_good = option_played(played(seed, good, "")),
                          of_bad = option_played(played(seed, bad, ""));
        const auto by_good = skill(played(seed, good, of_bad), two);
        const auto by_bad = skill(played(seed, bad, of_good), two);
        for (const Change& c : by_good) {
            EXPECT_FALSE(reversed(c, Clear::worse)) << seed << " good less " << c.option;
            told += c.answers.deaths.clear == Clear::better;
        }
        for (const Change& c : by_bad) {
            EXPECT_FALSE(reversed(c, Clear::better)) << seed << " bad less " << c.option;
            told += c.answers.deaths.clear == Clear::worse;
        }
    }
    // 24 comparisons; were the teams alike, one in twenty would be told, half of them the wrong
    // way, and ten or more in fewer than one of a million tries.
    EXPECT_GE(told, 10);
    RecordProperty("told", told);
    std::printf("told in %d of %d comparisons\n", told, 4 * exercises);
}

}  // namespace
}  // namespace forestall::app::exercise
