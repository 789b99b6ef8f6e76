// SPDX-License-Identifier: Apache-2.0
#include "population/bundle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace forestall {
namespace {

/// `light` agents of 7 persons and `heavy` of 8, numbered from 0.
Agents agents_of_seven(std::uint32_t light, std::uint32_t heavy) {
    Agents all(7);
    for (std::uint32_t a = 0; a < light; ++a) all.add(a);
    for (std::uint32_t a = 0; a < heavy; ++a) all.add((light + a) | Agents::heavier);
    return all;
}

std::multiset<std::uint32_t> numbers(const Agents& agents) { return {agents.who().begin(), agents.who().end()}; }

TEST(Heads, TakenAndJoinedAgainAreAsMany) {
    Stream s(1, 2, 3);
    Heads all(100);
    Heads some = all.take(30, s);
    EXPECT_EQ(some.persons(), 30);
    EXPECT_EQ(all.persons(), 70);
    all.join(std::move(some));
    EXPECT_EQ(all.units(), 100);
}

TEST(Agents, CountPersonsByWeight) {
    const Agents all = agents_of_seven(5, 3);
    EXPECT_EQ(all.units(), 8);
    EXPECT_EQ(all.persons(), 5 * 7 + 3 * 8);
}

TEST(Agents, TakenAndJoinedAgainAreTheSame) {
    Stream s(1, 2, 3);
    for (Persons units = 0; units <= 8; ++units) {
        Agents all = agents_of_seven(5, 3);
        const auto before = numbers(all);
        Agents some = all.take(units, s);
        EXPECT_EQ(some.units(), units);
        EXPECT_EQ(all.units(), 8 - units);
        EXPECT_EQ(some.persons() + all.persons(), 59);
        EXPECT_EQ(some.base(), 7);
        all.join(std::move(some));
        EXPECT_EQ(numbers(all), before);
        EXPECT_EQ(all.persons(), 59);
    }
}

TEST(Agents, JoiningANobodyChangesNothing) {
    Agents all = agents_of_seven(2, 1);
    const auto before = numbers(all);
    all.join(Agents(7));
    EXPECT_EQ(numbers(all), before);
    Agents none(7);
    none.join(std::move(all));
    EXPECT_EQ(numbers(none), before);
    EXPECT_EQ(none.persons(), 22);
}

template <class Bundle>
std::vector<Part<Bundle>> split_over(Bundle all, const std::vector<double>& weights, Stream& s) {
    Scratch scratch;
    std::vector<Part<Bundle>> parts;
    split(std::move(all), weights, scratch, s, parts);
    return parts;
}

template <class Bundle>
void expect_sound(const std::vector<Part<Bundle>>& parts, const std::vector<double>& weights, Persons persons) {
    Persons sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_FALSE(parts[i].people.empty());
        EXPECT_GT(weights[parts[i].category], 0) << "nobody goes where the weight is 0";
        if (i > 0) {
            EXPECT_LT(parts[i - 1].category, parts[i].category);
        }
        sum += parts[i].people.persons();
    }
    EXPECT_EQ(sum, persons);
}

TEST(Split, ConservesPeopleInOrderOfCategoryAndSparesWeightZero) {
    Stream s(5, 6, 7);
    for (int i = 0; i < 200; ++i) {
        std::vector<double> weights(1 + s.below(12));
        for (double& w : weights) w = s.uniform() < 0.4 ? 0 : s.uniform();
        weights[s.below(weights.size())] = 1;
        const Agents all = agents_of_seven(static_cast<std::uint32_t>(s.below(40)), 3);
        const auto agents = split_over(all, weights, s);
        expect_sound(agents, weights, all.persons());
        std::multiset<std::uint32_t> seen;
        for (const auto& part : agents) seen.merge(numbers(part.people));
        EXPECT_EQ(seen, numbers(all));
        const auto heads = static_cast<Persons>(s.below(500));
        expect_sound(split_over(Heads(heads), weights, s), weights, heads);
    }
}

}  // namespace
}  // namespace forestall
