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

std::multiset<std::uint32_t> numbers(const Agents& agents) {
    return {agents.who().begin(), agents.who().end()};
}

TEST(Heads, TakenAndJoinedAgainAreAsMany) {
    Stream s(1, 2, 3);
    Heads all(100);
    Heads some = all.take(30, s);
    EXPECT_EQ(some.persons(), 30);
    EXPECT_EQ(all.persons(), 70);
    all.join(std::move(some));  // NOLINT(performance-move-const-arg): as for agents
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
        all.join(std::move(some));  // NOLINT(performance-move-const-arg): as for agents
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
std::vector<Part<Bundle>> split_over(Bundle all, const std::vector<double>& weights, Stream& s,
                                     Persons together = 1) {
    Scratch scratch;
    std::vector<Part<Bundle>> parts;
    split(std::move(all), together, weights, scratch, s, parts);
    return parts;
}

template <class Bundle>
void expect_sound(const std::vector<Part<Bundle>>& parts, const std::vector<double>& weights,
                  Persons persons) {
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

TEST(Split, KeepsHouseholdsTogether) {
    Stream s(8, 9, 10);
    for (int i = 0; i < 400; ++i) {
        std::vector<double> weights(1 + s.below(120));
        for (double& w : weights) w = s.uniform() < 0.4 ? 0 : s.uniform();
        weights[s.below(weights.size())] = 1;
        const auto people = static_cast<Persons>(1 + s.below(300));
        const auto parts = split_over(Heads(people), weights, s, 5);
        expect_sound(parts, weights, people);
        int odd = 0;
        for (const auto& part : parts) odd += part.people.persons() % 5 != 0;
        EXPECT_EQ(odd, people % 5 != 0) << "all but the smaller one are of five";
        const Agents all = agents_of_seven(static_cast<std::uint32_t>(s.below(40)), 3);
        expect_sound(split_over(all, weights, s, 3), weights, all.persons());
    }
}

/// Sum of squared deviations over expectation of how 2,000 splits of few households fall on three
/// places.
double chi_square(Persons people, const std::vector<double>& weights,
                  const std::vector<double>& expected) {
    Stream s(3, 1, 4);
    std::vector<double> count(weights.size());
    constexpr int rounds = 2000;
    for (int i = 0; i < rounds; ++i)
        for (const auto& part : split_over(Heads(people), weights, s, 5))
            count[part.category] += static_cast<double>(part.people.persons()) / 5;
    double sum = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double e = expected[k] * rounds * static_cast<double>(people) / 5;
        sum += (count[k] - e) * (count[k] - e) / e;
    }
    return sum;
}

TEST(Split, SendsHouseholdsByWeightWhetherFewOrMany) {
    // Two degrees of freedom: 27.6 is exceeded with chance 1e-6. Weights off by a tenth are found
    // in 6,000 households (noncentrality 6,000 × 0.0056 = 34) and, more surely, in 60,000.
    const std::vector<double> weights{2, 1, 1}, share{0.5, 0.25, 0.25}, twin{0.55, 0.225, 0.225};
    for (const Persons people : {15, 150}) {
        EXPECT_LT(chi_square(people, weights, share), 27.6) << people;
        EXPECT_GT(chi_square(people, weights, twin), 27.6) << people;
    }
    std::vector<double> many(100, 0.0);  // few households for so many places: drawn one by one
    many[3] = 2, many[40] = 1, many[99] = 1;
    std::vector<double> expected(100, 1e-9);
    expected[3] = 0.5, expected[40] = 0.25, expected[99] = 0.25;
    EXPECT_LT(chi_square(15, many, expected), 27.6 + 1e-3);
}

TEST(Households, TakenTogetherAreOfTheirSizeButOneThatHasTheRest) {
    Stream s(2, 7, 1);
    Persons short_ones = 0;
    constexpr int rounds = 40000;
    for (int i = 0; i < rounds; ++i) {
        const Persons n = people_of(1, 13, 5, s);  // households of 5, 5 and 3
        ASSERT_TRUE(n == 5 || n == 3);
        short_ones += n == 3;
    }
    // One in three; 5 sd of 40,000 draws are 471.
    EXPECT_NEAR(static_cast<double>(short_ones), rounds / 3.0, 471);
    EXPECT_EQ(people_of(3, 13, 5, s), 13);
    EXPECT_EQ(people_of(0, 13, 5, s), 0);
    EXPECT_EQ(people_of(2, 10, 5, s), 10);
}

}  // namespace
}  // namespace forestall
