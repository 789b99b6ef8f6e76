// SPDX-License-Identifier: Apache-2.0
// Effects given a stage, of synthetic members with known truth: a member reaches the stage with a
// chance of its own, found by splitting; the graver its state, the likelier it is reached and the
// more an option changes; futures from one state share what the state is. Do the intervals hold
// together in 95 % of studies? The twin, which takes each future for a member, must fall short.
#include "analysis/comparison/ratios.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

#include "analysis/comparison/how_many.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

constexpr double alpha = 1e-6, level = 0.95;
constexpr std::size_t futures = 4, scouts = 16, cells = 6;

double band(std::size_t n) {
    return quantile(complement(boost::math::normal(), alpha / 2)) *
           std::sqrt(level * (1 - level) / static_cast<double>(n));
}

/// Chance to reach the stage from a state of gravity g, standard normal.
double chance(double g) { return 0.25 / (1 + std::exp(-g)); }
/// What option c changes there, on average over futures; the last changes nothing.
double effect(std::size_t c, double g) {
    if (c + 1 == cells) return 0;
    return -(10.0 + 20.0 * static_cast<double>(c)) * std::exp(0.8 * g);
}

/// The effect given the stage: over gravities, by how likely each is there.
double truth(std::size_t c) {
    double above = 0, below = 0;
    constexpr int steps = 20000;
    for (int i = 0; i < steps; ++i) {
        const double g = -8 + 16 * (i + 0.5) / steps, density = std::exp(-g * g / 2);
        above += density * chance(g) * effect(c, g);
        below += density * chance(g);
    }
    return above / below;
}

struct Study {
    std::vector<Ratio> by_member = std::vector<Ratio>(cells);
    std::vector<Ratio> by_future = std::vector<Ratio>(cells);  ///< the twin's
};

Study study(std::uint64_t number, std::size_t members) {
    Study out;
    for (std::size_t m = 0; m < members; ++m) {
        Stream s(mix(0xC0FFEE, number), process("test.ratios"), static_cast<std::uint32_t>(m));
        const double g = sample::normal(s.uniform());
        const auto reached = sample::binomial(s, static_cast<Persons>(scouts), chance(g));
        const double weight = static_cast<double>(reached) / scouts;
        for (std::size_t c = 0; c < cells; ++c) {
            double sum = 0;
            for (std::size_t f = 0; f < futures; ++f) {
                // Heavy noise of a future, of mean 1, on a pair that differs; no noise on nothing.
                const double noise = std::exp(0.7 * sample::normal(s.uniform()) - 0.245);
                const double d = weight > 0 ? effect(c, g) * noise : 0;
                out.by_future[c].value.push_back(weight * d);
                out.by_future[c].weight.push_back(weight);
                sum += d;
            }
            out.by_member[c].value.push_back(weight * sum / futures);
            out.by_member[c].weight.push_back(weight);
        }
    }
    return out;
}

bool hold(const Means& m, const std::vector<double>& truths) {
    for (std::size_t c = 0; c < truths.size(); ++c)
        if (!(m.figures[c].lo <= truths[c] && truths[c] <= m.figures[c].hi)) return false;
    return true;
}

TEST(Coverage, IntervalsGivenAStageHoldTogetherAndThoseOfFuturesDoNot) {
    const std::size_t n = test::studies(1000), members = 400;
    std::vector<double> truths;
    for (std::size_t c = 0; c < cells; ++c) truths.push_back(truth(c));
    struct Held {
        double members = 0, futures = 0;
    };
    const Parallel parallel(Backend::tbb, 0);
    Held held;
    for (const Held& h : parallel.map_chunks<Held>(n, 10, [&](std::size_t begin, std::size_t end) {
             Held out;
             for (std::size_t s = begin; s < end; ++s) {
                 const Study drawn = study(s, members);
                 const Plan plan{.replicates = 299, .seed = mix(7, s)};
                 out.members += hold(simultaneous_ratios(drawn.by_member, plan), truths) ? 1 : 0;
                 out.futures += hold(simultaneous_ratios(drawn.by_future, plan), truths) ? 1 : 0;
             }
             return out;
         })) {
        held.members += h.members / static_cast<double>(n);
        held.futures += h.futures / static_cast<double>(n);
    }
    std::printf("%zu studies: clusters %.4f, futures %.4f, band +- %.4f\n", n, held.members,
                held.futures, band(n));
    EXPECT_GT(held.members, level - band(n));
    EXPECT_LT(held.members, level + band(n));
    EXPECT_LT(held.futures, level - band(n)) << "the biased twin";
}

TEST(Ratios, AreMeansWhereWeightsAreEqual) {
    Ratio r;
    for (int m = 0; m < 40; ++m) {
        r.value.push_back(m % 7 - 2.0);
        r.weight.push_back(1);
    }
    const Means a = simultaneous_ratios({r}, {});
    const Means b = simultaneous_means({r.value}, Plan{});
    EXPECT_NEAR(a.figures[0].value, b.figures[0].value, 1e-12);
    EXPECT_NEAR(a.figures[0].error, b.figures[0].error, 1e-12);
    EXPECT_NEAR(a.figures[0].lo, b.figures[0].lo, 0.1 * b.figures[0].error)
        << "other resamples, of members that are 0 in the one";
}

TEST(Ratios, IgnoreMembersWithoutWeight) {
    Ratio r{{3, 0, 5, 0, 7, 2, 4, 6, 1, 8}, {1, 0, 0.5, 0, 1, 1, 1, 1, 1, 1}};
    Ratio without{{3, 5, 7, 2, 4, 6, 1, 8}, {1, 0.5, 1, 1, 1, 1, 1, 1}};
    const Figure a = simultaneous_ratios({r}, {}).figures[0];
    const Figure b = simultaneous_ratios({without}, {}).figures[0];
    EXPECT_DOUBLE_EQ(a.value, 36 / 7.5);
    EXPECT_DOUBLE_EQ(a.value, b.value);
    EXPECT_DOUBLE_EQ(a.error, b.error);
}

TEST(Ratios, OfFewMembersHaveAValueAlone) {
    const Ratio few{{1, 2, 3, 0, 0, 0, 0, 0, 0}, {1, 1, 1, 0, 0, 0, 0, 0, 0}};
    const Ratio none{std::vector<double>(9, 0.0), std::vector<double>(9, 0.0)};
    const Means m = simultaneous_ratios({few, none}, {});
    EXPECT_DOUBLE_EQ(m.figures[0].value, 2);
    EXPECT_TRUE(std::isnan(m.figures[0].lo));
    EXPECT_TRUE(std::isnan(m.figures[1].value));
}

TEST(Ratios, OfColumnsThatDoNotFitAreRefused) {
    EXPECT_THROW(simultaneous_ratios({Ratio{{1, 2}, {1}}}, {}), std::invalid_argument);
}

TEST(ErrorsTogether, AreTheCorrelationOfResidualsWithinAStage) {
    Ratio one, same, other, apart;
    Stream s(5, process("test.ratios"), 0);
    for (int m = 0; m < 400; ++m) {
        const double w = m % 4 == 0 ? 0.5 : 1, a = sample::normal(s.uniform()),
                     b = sample::normal(s.uniform());
        for (Ratio* r : {&one, &same, &other}) r->weight.push_back(w);
        one.value.push_back(w * (3 + a));
        same.value.push_back(w * (2 * a - 7));
        other.value.push_back(w * (0.6 * a + 0.8 * b));
        apart.weight.push_back(1);
        apart.value.push_back(a);
    }
    EXPECT_NEAR(errors_together({one, same}), 1, 1e-9);
    EXPECT_NEAR(errors_together({one, other}), 0.6, 0.1);
    EXPECT_EQ(errors_together({one, apart}), 0) << "of another stage";
}

TEST(Reliability, IsTheShareOfTheSpreadThatIsNotError) {
    // Values 0, 2, 4: variance 4; errors 1: 1 - 1 / 4.
    const std::vector<Figure> cells_of{{0, -2, 2, 1}, {2, 0, 4, 1}, {4, 2, 6, 1}};
    EXPECT_DOUBLE_EQ(reliability(cells_of), 0.75);
    EXPECT_TRUE(std::isnan(reliability({cells_of[0]})));
    EXPECT_TRUE(std::isnan(reliability({cells_of[0], Figure{}})));
}

}  // namespace
}  // namespace forestall::comparison
