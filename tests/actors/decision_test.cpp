// SPDX-License-Identifier: Apache-2.0
#include "actors/decision.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <cmath>
#include <map>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using namespace test;

/// Few acts are rare here, so that frequencies can be told from each other.
WorldTables eager_country(double scale = 1) {
    WorldTables t = small_country();
    for (const char* act : {"attack", "move", "selective", "mass"})
        t.parameters["inertia." + std::string(act)] = Distribution::constant(-1);
    t.parameters["decision.scale"] = Distribution::constant(scale);
    return t;
}

using Key = std::tuple<Action, GroupId, ActorId, PlaceId>;
Key key(const Choice& c) { return {c.action, c.group, c.other, c.to}; }

/// Everything that the Army's commander in Ford may do, holding apart.
std::vector<Choice> menu_in_ford(const SmallScene& s) {
    std::vector<Choice> out{
        {.action = Action::move, .actor = army, .place = ford, .to = mill},
        {.action = Action::attack, .actor = army, .place = ford, .other = front}};
    for (const GroupId g : {highlanders, lowlanders})
        out.push_back({.action = Action::selective, .actor = army, .place = ford, .group = g});
    out.push_back({.action = Action::mass, .actor = army, .place = ford, .group = highlanders});
    if (s.scene.mobilised(ford, highlanders) > 0)
        out.push_back(
            {.action = Action::repress, .actor = army, .place = ford, .group = highlanders});
    return out;
}

/// Chi square of what was chosen in `n` weeks against the softmax of utilities at a temperature.
double chi_square(const SmallScene& s, const std::map<Key, int>& chosen, int n, double temperature,
                  const Minds& minds) {
    std::vector<double> weight{1};
    std::vector<int> count{n};
    for (const Choice& c : menu_in_ford(s)) {
        weight.push_back(std::exp(minds.utility(s.scene, c) / temperature));
        const auto found = chosen.find(key(c));
        count.push_back(found == chosen.end() ? 0 : found->second);
        count[0] -= count.back();
    }
    double all = 0, sum = 0;
    for (const double w : weight) all += w;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        const double expected = n * weight[i] / all;
        sum += (count[i] - expected) * (count[i] - expected) / expected;
    }
    return sum;
}

/// Weeks after which odds that are wrong by a tenth of a unit of temperature are found with chance
/// 1 - miss.
int weeks_needed(double critical, std::size_t choices, const std::vector<double>& p,
                 const std::vector<double>& q, double miss) {
    double effect = 0;
    for (std::size_t i = 0; i < p.size(); ++i) effect += (p[i] - q[i]) * (p[i] - q[i]) / p[i];
    int n = 1000;
    while (cdf(boost::math::non_central_chi_squared(static_cast<double>(choices), n * effect),
               critical) > miss)
        n += n / 4;
    return n;
}

TEST(QuantalResponse, ChoosesAsOftenAsTheSoftmaxOfUtilitiesSays) {
    SmallScene s(eager_country());
    s.post(front, ford, 100);
    const Minds minds(s.world, s.values);
    std::vector<double> p{1}, q{1};
    double all_p = 1, all_q = 1;
    for (const Choice& c : menu_in_ford(s)) {
        const double u = minds.utility(s.scene, c);
        all_p += p.emplace_back(std::exp(u));
        all_q += q.emplace_back(std::exp(u / 1.1));
    }
    for (double& x : p) x /= all_p;
    for (double& x : q) x /= all_q;
    const auto choices = p.size() - 1;
    const double critical =
        quantile(complement(boost::math::chi_squared(static_cast<double>(choices)), 1e-6));
    const int n = weeks_needed(critical, choices, p, q, 1e-3);
    ASSERT_LT(n, 200000);
    std::map<Key, int> chosen;
    for (int week = 0; week < n; ++week)
        for (const Decision& d : decide_commanders(s.scene, minds, s.world, s.luck,
                                                   static_cast<std::uint32_t>(week), {}, false))
            if (d.choice.actor == army && d.choice.place == ford) ++chosen[key(d.choice)];
    EXPECT_LT(chi_square(s, chosen, n, 1, minds), critical);
    EXPECT_GT(chi_square(s, chosen, n, 1.1, minds), critical) << "the twin at another temperature";
}

TEST(QuantalResponse, GivesTheProbabilityOfWhatItChose) {
    SmallScene s(eager_country(0.5));
    const Minds minds(s.world, s.values);
    int seen = 0;
    for (std::uint32_t week = 0; week < 50; ++week)
        for (const Decision& d : decide_leaders(s.scene, minds, s.world, s.luck, week, {}, false)) {
            if (d.choice.actor != front) continue;
            ++seen;
            double sum = 1;
            for (const Choice& c :
                 {Choice{.action = Action::recruit, .actor = front},
                  Choice{.action = Action::offensive, .actor = front, .other = army},
                  Choice{.action = Action::offensive, .actor = front, .other = militia},
                  Choice{.action = Action::campaign, .actor = front, .group = lowlanders}})
                sum += std::exp(minds.utility(s.scene, c));
            EXPECT_NEAR(d.probability, std::exp(minds.utility(s.scene, d.choice)) / sum, 1e-12);
        }
    EXPECT_GT(seen, 5);
}

TEST(QuantalResponse, MovesOnlyAsManyChoicesAsAChanceMoves) {
    // A tenth of a log-odd more for one act, in ten thousand weeks: its chance, and so the weeks in
    // which it is chosen, rise by some hundredths; all other weeks stay as they were.
    WorldTables t = eager_country();
    SmallScene before(t);
    t.parameters["inertia.mass"] = Distribution::constant(-0.9);
    SmallScene after(t);
    const Minds minds(before.world, before.values), bolder(after.world, after.values);
    static constexpr Choice hold{};
    const auto chosen = [](const SmallScene& s, const Minds& m, std::uint32_t week) {
        for (const Decision& d : decide_commanders(s.scene, m, s.world, s.luck, week, {}, false))
            if (d.choice.actor == army && d.choice.place == ford) return d.choice;
        return hold;
    };
    int moved = 0, elsewhere = 0, more = 0;
    for (std::uint32_t week = 0; week < 10000; ++week) {
        const Choice was = chosen(before, minds, week), is = chosen(after, bolder, week);
        if (is == was) continue;
        moved += 1;
        more += is.action == Action::mass;
        elsewhere += is.action != Action::mass;
    }
    EXPECT_GT(moved, 0);
    EXPECT_LT(moved, 300);
    EXPECT_EQ(more, moved);
    EXPECT_EQ(elsewhere, 0) << "nothing but the likelier act is taken up";
}

TEST(QuantalResponse, FearsNoOverflow) {
    WorldTables t = eager_country(0.05);
    t.parameters["animus.mass"] = Distribution::constant(15);
    SmallScene s(t);
    s.stir();
    const Minds minds(s.world, s.values);
    for (std::uint32_t week = 0; week < 100; ++week)
        for (const Decision& d :
             decide_commanders(s.scene, minds, s.world, s.luck, week, {}, false)) {
            EXPECT_GT(d.probability, 0);
            EXPECT_LE(d.probability, 1);
        }
}

TEST(Decisions, RecordReasonsThatAddUpToTheUtility) {
    SmallScene s(eager_country());
    s.stir();
    const Minds minds(s.world, s.values);
    int seen = 0;
    for (std::uint32_t week = 0; week < 20; ++week)
        for (const Decision& d :
             decide_commanders(s.scene, minds, s.world, s.luck, week, {}, true)) {
            ++seen;
            double sum = 0;
            for (std::size_t i = 0; i < d.reasons.size(); ++i) {
                sum += d.reasons[i].value;
                if (i > 0) {
                    EXPECT_GE(std::abs(d.reasons[i - 1].value), std::abs(d.reasons[i].value))
                        << "by size";
                }
            }
            EXPECT_NEAR(sum, minds.utility(s.scene, d.choice), 1e-12);
        }
    EXPECT_GT(seen, 10);
}

TEST(Decisions, AMotiveThatIsCutOutCountsForNothingInThatDecisionOnly) {
    SmallScene s(eager_country());
    s.stir();
    const Minds minds(s.world, s.values);
    const Cut cut{.motive = "animus", .step = 3, .actor = "Army", .place = "Ford", .event = -1};
    int differ = 0;
    for (std::uint32_t week = 0; week < 6; ++week) {
        const auto as_it_was = decide_commanders(s.scene, minds, s.world, s.luck, week, {}, false);
        const auto without = decide_commanders(s.scene, minds, s.world, s.luck, week, cut, false);
        std::map<std::pair<ActorId, PlaceId>, double> before, after;
        for (const Decision& d : as_it_was)
            before[{d.choice.actor, d.choice.place}] = d.probability;
        for (const Decision& d : without) after[{d.choice.actor, d.choice.place}] = d.probability;
        if (week == 3) {
            EXPECT_NE(before, after);
            before.erase({army, ford}), after.erase({army, ford});
        }
        EXPECT_EQ(before, after) << "week " << week;
        differ += week == 3;
    }
    EXPECT_EQ(differ, 1);
}

TEST(Decisions, ProtectorsAndTheUnarmedMakeNone) {
    WorldTables t = eager_country();
    t.actors[index(militia)].protects = true;
    t.parameters.erase("actor.Front.fighters");
    SmallScene s(t);
    const Minds minds(s.world, s.values);
    for (std::uint32_t week = 0; week < 30; ++week)
        for (const auto& decisions :
             {decide_leaders(s.scene, minds, s.world, s.luck, week, {}, false),
              decide_commanders(s.scene, minds, s.world, s.luck, week, {}, false)})
            for (const Decision& d : decisions) EXPECT_EQ(d.choice.actor, army);
}

TEST(Decisions, OfOneActorDoNotChangeAnothersLuck) {
    SmallScene s(eager_country());
    const Minds minds(s.world, s.values);
    const auto of_front = [&] {
        std::vector<Key> out;
        for (std::uint32_t week = 0; week < 40; ++week)
            for (const Decision& d :
                 decide_commanders(s.scene, minds, s.world, s.luck, week, {}, false))
                if (d.choice.actor == front) out.push_back(key(d.choice));
        return out;
    };
    const auto before = of_front();
    s.scene.animus(militia, highlanders) = 1;
    EXPECT_EQ(of_front(), before);
    EXPECT_FALSE(before.empty());
}

}  // namespace
}  // namespace forestall
