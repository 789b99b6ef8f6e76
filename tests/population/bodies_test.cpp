// SPDX-License-Identifier: Apache-2.0
#include "population/bodies.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace forestall {
namespace {

template <class Body>
Body body_of(std::vector<Persons> persons, Persons per_agent) {
    std::vector<std::uint64_t> cells(persons.size());
    std::iota(cells.begin(), cells.end(), 100u);
    return Body(persons, cells, per_agent, Luck(3, 4));
}

Persons sum(const BinCounts& bins) { return std::accumulate(bins.begin(), bins.end(), Persons{0}); }

template <class Body>
class Bodies : public ::testing::Test {};
using Both = ::testing::Types<CohortBody, AgentBody>;
TYPED_TEST_SUITE(Bodies, Both);

TYPED_TEST(Bodies, EverybodyIsAtHomeAtFirst) {
    const auto body = body_of<TypeParam>({0, 1, 1000}, 1);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(sum(body.home(c)), body.persons_home(c));
    EXPECT_EQ(body.persons_home(2), 1000);
    for (const Persons n : body.home(2))
        EXPECT_NEAR(static_cast<double>(n), 62.5, 50) << "bins are equally likely";
}

TYPED_TEST(Bodies, AllLeaveAtChanceOneAndNobodyAtChanceNought) {
    auto body = body_of<TypeParam>({1000}, 1);
    Stream s(1, 1, 1);
    BinChances chance{};
    EXPECT_TRUE(body.decide(0, chance, DrawAddress{1, 1, 1}).empty());
    const auto half = body.home(0);
    for (std::size_t b = 0; b < trait_bins; b += 2) chance[b] = 1;
    auto leaving = body.decide(0, chance, DrawAddress{1, 1, 1});
    for (std::size_t b = 0; b < trait_bins; ++b)
        EXPECT_EQ(body.home(0)[b], b % 2 == 0 ? 0 : half[b]);
    EXPECT_EQ(leaving.persons() + body.persons_home(0), 1000);
    body.come_home(0, std::move(leaving), s);
    EXPECT_EQ(body.persons_home(0), 1000) << "who is back counts at once";
    EXPECT_EQ(body.traits_at_home(0, s), half);
    body.settle(0, s);
    EXPECT_EQ(body.home(0), half) << "nobody else is away: each comes home to the own bin";
}

TYPED_TEST(Bodies, GiveExactlyWhomTheyAreAskedFor) {
    auto body = body_of<TypeParam>({1000}, 1);
    Stream s(1, 1, 1);
    BinCounts ask{};
    for (std::size_t b = 0; b < trait_bins; ++b)
        ask[b] = body.home(0)[b] / (1 + static_cast<Persons>(b));
    const auto before = body.home(0);
    const auto leaving = body.depart(0, ask, s);
    EXPECT_EQ(leaving.units(), sum(ask));
    for (std::size_t b = 0; b < trait_bins; ++b) EXPECT_EQ(body.home(0)[b], before[b] - ask[b]);
    const BinCounts rest = body.home(0);
    EXPECT_EQ(body.die_home(0, rest, s), sum(rest));
    EXPECT_EQ(body.persons_home(0), 0);
    EXPECT_EQ(sum(body.home(0)), 0);
}

TYPED_TEST(Bodies, TheDeadDoNotComeHome) {
    auto body = body_of<TypeParam>({1000}, 1);
    Stream s(1, 1, 1);
    BinChances half{};
    half.fill(0.5);
    auto leaving = body.decide(0, half, DrawAddress{1, 1, 1});
    const Persons left = leaving.persons();
    auto dying = leaving.take(left / 2, s);
    body.die_away(0, std::move(dying), s);
    body.come_home(0, std::move(leaving), s);
    EXPECT_EQ(body.persons_home(0), 1000 - left / 2);
    EXPECT_EQ(sum(body.traits_at_home(0, s)), body.persons_home(0));
    BinChances all{};
    all.fill(1);
    EXPECT_EQ(body.decide(0, all, DrawAddress{1, 1, 1}).persons(), 1000 - left / 2)
        << "those at home can all leave, and only they";
}

TEST(AgentBody, KeepsTheExactTotalWhenAgentsDoNotDivideThePopulation) {
    for (const Persons per_agent : {1, 2, 3, 7, 10, 100, 999, 100000})
        for (const Persons persons : {0, 1, 2, 6, 7, 99, 1000, 1001, 31337}) {
            auto body = body_of<AgentBody>({persons}, per_agent);
            EXPECT_EQ(body.persons_home(0), persons);
            EXPECT_EQ(body.agents(),
                      static_cast<std::size_t>((persons + per_agent - 1) / per_agent));
            Stream s(9, 9, 9);
            BinChances all{};
            all.fill(1);
            auto everyone = body.decide(0, all, DrawAddress{1, 1, 1});
            EXPECT_EQ(everyone.persons(), persons) << per_agent << " persons per agent";
            EXPECT_EQ(body.persons_home(0), 0);
            auto some = everyone.take(everyone.units() / 3, s);
            body.come_home(0, std::move(some), s);
            EXPECT_EQ(body.persons_home(0) + everyone.persons(), persons);
            EXPECT_EQ(sum(body.home(0)) + everyone.units(), static_cast<Persons>(body.agents()));
        }
}

TEST(AgentBody, AnAgentStandsForNoMoreThanAskedFor) {
    for (const Persons per_agent : {1, 2, 3, 7, 10})
        for (const Persons persons : {1, 5, 19, 1000}) {
            auto body = body_of<AgentBody>({persons}, per_agent);
            Stream s(9, 9, 9);
            for (std::size_t b = 0; b < trait_bins; ++b)
                while (body.home(0)[b] > 0) {
                    BinCounts one{};
                    one[b] = 1;
                    const Persons n = body.depart(0, one, s).persons();
                    EXPECT_GE(n, 1);
                    EXPECT_LE(n, per_agent);
                }
            EXPECT_EQ(body.persons_home(0), 0);
        }
}

}  // namespace
}  // namespace forestall
