// SPDX-License-Identifier: Apache-2.0
// Draws through whole streams against their laws: chi-square tests at alpha = 1e-6 with fixed
// seeds. For each law the number of draws gives a power above 1 - 1e-6 against the stated effect,
// computed here; the biased twin has that effect and must be rejected.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <functional>
#include <vector>

#include "core/exact_law.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

using Chances = std::vector<double>;
constexpr double kAlpha = 1e-6;
constexpr int kDraws = 200000;

/// Chances of the values of a law, with the values beyond `last` in the last category.
Chances chances(const testing::ExactLaw& law, Persons last) {
    Chances p;
    for (Persons k = 0; k < last; ++k) p.push_back(static_cast<double>(law.pmf(k)));
    p.push_back(static_cast<double>(law.beyond(last - 1)));
    return p;
}

double critical(std::size_t categories) {
    return quantile(
        complement(boost::math::chi_squared(static_cast<double>(categories) - 1), kAlpha));
}

/// Power of the test of `null` when draws follow `truth`.
double power(const Chances& null, const Chances& truth) {
    double shift = 0;
    for (std::size_t i = 0; i < null.size(); ++i)
        shift += (truth[i] - null[i]) * (truth[i] - null[i]) / null[i];
    const boost::math::non_central_chi_squared law(static_cast<double>(null.size()) - 1,
                                                   shift * kDraws);
    return cdf(complement(law, critical(null.size())));
}

double chi_square(const Chances& null, const std::function<Persons(Stream&)>& draw) {
    std::vector<int> seen(null.size());
    Stream s(2027, 3, 14);
    for (int i = 0; i < kDraws; ++i) {
        const auto k = static_cast<std::size_t>(draw(s));
        ++seen[std::min(k, null.size() - 1)];
    }
    double sum = 0;
    for (std::size_t i = 0; i < null.size(); ++i) {
        const double expected = kDraws * null[i];
        EXPECT_GT(expected, 5) << "category " << i << " is too rare for a chi-square test";
        sum += (seen[i] - expected) * (seen[i] - expected) / expected;
    }
    return sum;
}

struct Twin {
    Chances chances;
    std::function<Persons(Stream&)> draw;
};

void expect_law_and_not_its_twin(const Twin& right, const Twin& biased) {
    EXPECT_GT(power(right.chances, biased.chances), 1 - 1e-6);
    EXPECT_LT(chi_square(right.chances, right.draw), critical(right.chances.size()));
    EXPECT_GT(chi_square(right.chances, biased.draw), critical(right.chances.size()));
}

TEST(Statistics, BinomialIsToldFromOneWithTwoPercentMoreChance) {
    const auto twin = [](double p) {
        return Twin{chances(testing::exact_binomial(20, p), 14),
                    [p](Stream& s) { return sample::binomial(s, 20, p); }};
    };
    expect_law_and_not_its_twin(twin(0.3), twin(0.306));
}

TEST(Statistics, PoissonIsToldFromOneWithTwoPercentMoreMean) {
    const auto twin = [](double mean) {
        return Twin{chances(testing::exact_poisson(mean), 14),
                    [mean](Stream& s) { return sample::poisson(s.uniform(), mean); }};
    };
    expect_law_and_not_its_twin(twin(4.5), twin(4.59));
}

TEST(Statistics, HypergeometricIsToldFromOneWithOneMoreMarked) {
    const auto twin = [](Persons marked) {
        return Twin{chances(testing::exact_hypergeometric(marked, 100 - marked, 25), 16),
                    [=](Stream& s) {
                        return sample::hypergeometric(s.uniform(), marked, 100 - marked, 25);
                    }};
    };
    auto right = twin(40);
    auto biased = twin(41);
    for (Twin* t : {&right, &biased}) {  // few are below 4: one category
        t->chances[4] += t->chances[0] + t->chances[1] + t->chances[2] + t->chances[3];
        t->chances.erase(t->chances.begin(), t->chances.begin() + 4);
        t->draw = [draw = t->draw](Stream& s) { return std::max<Persons>(4, draw(s)) - 4; };
    }
    expect_law_and_not_its_twin(right, biased);
}

TEST(Statistics, MultinomialIsToldFromOneWithATwoPercentHigherWeight) {
    // The count of the last category is binomial.
    const auto twin = [](double weight) {
        const std::vector<double> weights = {0.5, 0.0, 0.2, weight};
        return Twin{chances(testing::exact_binomial(12, weight / (0.7 + weight)), 10),
                    [weights](Stream& s) {
                        std::vector<Persons> out(4);
                        sample::multinomial(s, 12, weights, out);
                        return out[3];
                    }};
    };
    expect_law_and_not_its_twin(twin(0.4), twin(0.408));
}

TEST(Statistics, MultivariateHypergeometricIsToldFromOneWithOneMoreInACategory) {
    const auto twin = [](Persons third) {
        const std::vector<Persons> counts = {20, 30, third, 10};
        return Twin{chances(testing::exact_hypergeometric(third, 60, 10), 8), [counts](Stream& s) {
                        std::vector<Persons> out(4);
                        sample::multivariate_hypergeometric(s, 10, counts, out);
                        return out[2];
                    }};
    };
    expect_law_and_not_its_twin(twin(40), twin(41));
}

TEST(Statistics, BelowIsToldFromADieWithOneFaceSixPercentLikelier) {
    const Twin fair{Chances(6, 1.0 / 6),
                    [](Stream& s) { return static_cast<Persons>(s.below(6)); }};
    const Chances heavier = {1.06 / 6, 0.988 / 6, 0.988 / 6, 0.988 / 6, 0.988 / 6, 0.988 / 6};
    const auto loaded = [heavier](Stream& s) {
        return static_cast<Persons>(sample::categorical(s.uniform(), heavier));
    };
    expect_law_and_not_its_twin(fair, {heavier, loaded});
}

}  // namespace
}  // namespace forestall
