// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "core/samplers.hpp"

namespace forestall {
namespace {

using ::testing::ElementsAre;

TEST(Multinomial, SharesOutEverybodyAndNobodyTwice) {
    for (std::uint32_t step = 0; step < 200; ++step) {
        Stream s(1, 2, step);
        const std::size_t size = 1 + s.below(100);
        std::vector<double> weights(size);
        for (double& w : weights) w = s.uniform() < 0.3 ? 0 : s.uniform();
        weights[size / 2] = 1;
        const auto n = static_cast<Persons>(s.below(1'000'000'000));
        std::vector<Persons> out(size);
        sample::multinomial(s, n, weights, out);
        EXPECT_EQ(std::accumulate(out.begin(), out.end(), Persons{0}), n);
        for (std::size_t i = 0; i < size; ++i) {
            EXPECT_GE(out[i], 0);
            if (weights[i] <= 0) {
                EXPECT_EQ(out[i], 0);
            }
        }
    }
}

TEST(Multinomial, GivesTheLastWeightWhatIsLeftHoweverSmallItIs) {
    Stream s(1, 2, 3);
    std::array<Persons, 3> out{};
    sample::multinomial(s, 1000, std::array{0.0, 1e-300, 0.0}, out);
    EXPECT_THAT(out, ElementsAre(0, 1000, 0));
    sample::multinomial(s, 0, std::array{0.0, 0.0, 0.0}, out);
    EXPECT_THAT(out, ElementsAre(0, 0, 0));
}

TEST(Multinomial, DecidesEachCategoryByItsOwnUniform) {
    // Whether an earlier weight is zero or next to zero must not change the luck of a later one.
    for (std::uint32_t step = 0; step < 50; ++step) {
        Stream a(1, 2, step), b(1, 2, step);
        std::array<Persons, 3> with{}, without{};
        sample::multinomial(a, 1000, std::array{1e-12, 1.0, 2.0}, with);
        sample::multinomial(b, 1000, std::array{0.0, 1.0, 2.0}, without);
        EXPECT_EQ(with, without);
    }
}

TEST(MultivariateHypergeometric, DrawsExactlyAsManyAndNeverMoreThanThereAre) {
    for (std::uint32_t step = 0; step < 200; ++step) {
        Stream s(1, 3, step);
        std::vector<Persons> counts(1 + s.below(90));
        for (Persons& c : counts)
            c = s.uniform() < 0.2 ? 0 : static_cast<Persons>(s.below(10'000'000));
        const Persons all = std::accumulate(counts.begin(), counts.end(), Persons{0});
        const auto drawn = static_cast<Persons>(s.below(static_cast<std::uint64_t>(all + 1)));
        std::vector<Persons> out(counts.size());
        sample::multivariate_hypergeometric(s, drawn, counts, out);
        EXPECT_EQ(std::accumulate(out.begin(), out.end(), Persons{0}), drawn);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            EXPECT_GE(out[i], 0);
            EXPECT_LE(out[i], counts[i]);
        }
    }
}

}  // namespace
}  // namespace forestall
