// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/chain.hpp"

#include <gtest/gtest.h>

#include <set>

#include "analysis/explain/log.hpp"

namespace forestall::analysis {
namespace {

using test::log_of_a_run;

std::vector<std::size_t> events_of(const std::vector<Chain>& chains) {
    std::vector<std::size_t> out;
    for (const Chain& c : chains) out.push_back(c.event);
    return out;
}

TEST(Chain, GoesBackOverTheEventsThatCausesRestOn) {
    const auto log = log_of_a_run();
    const Chain chain = chain_of(log, 3, 5);
    EXPECT_EQ(chain.event, 3u);
    EXPECT_EQ(chain.causes.front().cause.what, "inertia") << "by size of weight";
    EXPECT_EQ(events_of(chain.earlier), (std::vector<std::size_t>{1, 2, 0}));
}

TEST(Chain, TellsEachEventOnceWhereItIsNearest) {
    const auto log = log_of_a_run();
    const Chain chain = chain_of(log, 3, 5);
    EXPECT_TRUE(chain.earlier[0].earlier.empty())
        << "the coup stands behind the order, but nearer behind the battle";
    EXPECT_EQ(*chain.earlier[0].causes[1].from, 0u) << "the reference is kept";
    auto without = log;
    without[3].causes.pop_back();
    const Chain through_the_order = chain_of(without, 3, 5);
    EXPECT_EQ(events_of(through_the_order.earlier[0].earlier), (std::vector<std::size_t>{0}));
}

TEST(Chain, StopsAtTheDepth) {
    auto log = log_of_a_run();
    log[3].causes.pop_back();
    EXPECT_TRUE(chain_of(log, 3, 0).earlier.empty());
    EXPECT_TRUE(chain_of(log, 3, 1).earlier[0].earlier.empty());
    EXPECT_FALSE(chain_of(log, 3, 2).earlier[0].earlier.empty());
}

TEST(Chain, DoesNotFollowWhatHardlyWeighs) {
    EXPECT_TRUE(chain_of(log_of_a_run(), 2, 5).earlier.empty());
}

TEST(Chain, PartsOfWhatSpokeForAnEventSumToOne) {
    const Chain chain = chain_of(log_of_a_run(), 3, 1);
    double sum = 0;
    for (const Told& t : chain.causes) sum += t.part;
    EXPECT_DOUBLE_EQ(sum, 1);
    const auto parts = largest_parts(chain, 2);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].cause.what, "orders");
    EXPECT_DOUBLE_EQ(parts[0].part, 0.6);
}

TEST(Chain, BeginsWhereNothingEarlierIsNamed) {
    EXPECT_EQ(where_it_began(chain_of(log_of_a_run(), 3, 5)), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_TRUE(where_it_began(chain_of(log_of_a_run(), 0, 5)).empty());
}

TEST(Chain, DoesNotBeginWithWhatHeldBack) {
    auto log = log_of_a_run();
    log[3].causes[2] = {"truce", -1, 2, none<ActorId>()};
    EXPECT_EQ(where_it_began(chain_of(log, 3, 5)), (std::vector<std::size_t>{0, 1}));
}

TEST(Chain, ThereIsNoneOfAnEventThatIsNotThere) {
    EXPECT_THROW(chain_of(log_of_a_run(), 5, 1), std::out_of_range);
    EXPECT_THROW(chain_of({}, 0, 1), std::out_of_range);
}

TEST(Chain, ACauseThatNamesNoEarlierEventIsNotFollowed) {
    auto log = log_of_a_run();
    log[3].causes = {{"orders", 3, 3, none<ActorId>()}, {"revenge", 3, 99, none<ActorId>()}};
    EXPECT_TRUE(chain_of(log, 3, 5).earlier.empty());
}

TEST(WorthExplaining, OnsetThenTheLargestThenStages) {
    const auto log = log_of_a_run();
    const auto all = worth_explaining(log, log[2].step, 10);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].event, 2u);
    EXPECT_EQ(all[0].worth, Worth::onset);
    EXPECT_EQ(all[1].event, 3u);
    EXPECT_EQ(all[1].worth, Worth::largest);
    EXPECT_EQ(all[2].worth, Worth::stage);
    EXPECT_EQ(worth_explaining(log, -1, 1).size(), 2u) << "one of the largest, and the stage";
    EXPECT_TRUE(worth_explaining({}, -1, 10).empty());
}

TEST(CountedBefore, LooksBackOverTheDaysAskedFor) {
    const auto log = log_of_a_run();
    const Before all = counted_before(log, 4, 91, 7);
    EXPECT_EQ(all.deaths, 1249);
    EXPECT_EQ(all.civilian_deaths, 49);
    EXPECT_EQ(*all.worst, 3u);
    EXPECT_EQ(counted_before(log, 4, 10, 7).deaths, 1240);
    EXPECT_FALSE(counted_before(log, 2, 91, 7).worst);
}

}  // namespace
}  // namespace forestall::analysis
