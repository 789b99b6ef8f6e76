// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/tail.hpp"

#include <gtest/gtest.h>

#include <boost/math/special_functions/zeta.hpp>
#include <cmath>
#include <vector>

#include "core/samplers.hpp"

namespace forestall::analysis {
namespace {

constexpr double five_sigma = 5;  // two-sided 6e-7

std::vector<std::int64_t> pareto_sizes(double exponent, std::size_t n, std::uint64_t seed) {
    Stream stream(seed, process("test.tail"), 0);
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < n; ++i)
        out.push_back(sample::discrete_pareto(stream.uniform(), exponent, 10, 100'000'000));
    return out;
}

std::vector<std::int64_t> lognormal_sizes(double median, double sigma, std::size_t n,
                                          std::uint64_t seed) {
    Stream stream(seed, process("test.lognormal"), 0);
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < n; ++i)
        out.push_back(
            static_cast<std::int64_t>(median * std::exp(sigma * sample::normal(stream.uniform()))) +
            1);
    return out;
}

/// Asymptotic standard deviation (exponent - 1) / sqrt(n); the sampler's rounding is off by less
/// than 0.01 from 10 on.
bool recovers(double exponent, const TailFit& fit) {
    return std::abs(fit.exponent - exponent) <
           five_sigma * (exponent - 1) / std::sqrt(static_cast<double>(fit.events)) + 0.01;
}

TEST(HurwitzZeta, IsRiemannsFromOneAndLosesATermFromOneToTheNext) {
    for (const double s : {1.01, 1.5, 2.0, 2.5, 4.0, 9.0}) {
        EXPECT_NEAR(hurwitz_zeta(s, 1) / boost::math::zeta(s), 1, 1e-12) << s;
        for (const double q : {1.0, 3.0, 40.0, 1e4})
            EXPECT_NEAR(hurwitz_zeta(s, q) - hurwitz_zeta(s, q + 1), std::pow(q, -s),
                        1e-12 * hurwitz_zeta(s, q))
                << q;
    }
}

TEST(TailFit, RecoversTheExponentOfAPowerLawAndNoOther) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const TailFit fit = fit_tail(pareto_sizes(2.5, 20'000, seed));
        ASSERT_GT(fit.events, 1000U);
        EXPECT_TRUE(recovers(2.5, fit)) << fit.exponent << " above " << fit.xmin;
        // With 20,000 sizes an exponent that is off by 0.3 is seen for what it is.
        const TailFit twin = fit_tail(pareto_sizes(2.2, 20'000, seed));
        EXPECT_FALSE(recovers(2.5, twin)) << twin.exponent;
    }
}

TEST(TailFit, DoesNotTakePoissonCountsForAHeavyTail) {
    Stream stream(1, process("test.tail.poisson"), 0);
    std::vector<std::int64_t> sizes;
    for (int i = 0; i < 5000; ++i) sizes.push_back(sample::poisson(stream.uniform(), 20));
    EXPECT_GT(fit_tail(sizes).exponent, 4);
}

TEST(TailFit, SaysNothingAboutTooFewSizes) {
    EXPECT_TRUE(std::isnan(fit_tail(pareto_sizes(2.5, 49, 1)).exponent));
    EXPECT_TRUE(std::isnan(fit_tail(std::vector<std::int64_t>(500, 7)).exponent));
}

TEST(TailExponent, HasAnIntervalAsWideAsTheoryAsks) {
    const Estimate e = tail_exponent(pareto_sizes(2.5, 3000, 4), 60, 9);
    EXPECT_LT(e.lo, 2.5);
    EXPECT_GT(e.hi, 2.5);
    EXPECT_GT(e.hi - e.lo,
              1.5 * 1.5 / std::sqrt(3000.0));  // xmin is chosen too: wider than 4 sd of a known one
    EXPECT_LT(e.hi - e.lo, 0.6);
}

TEST(AgainstLognormal, TellsTheTwoApartAndFavoursWhatIsThere) {
    const auto heavy = pareto_sizes(2.5, 20'000, 5);
    const TailContest power = against_lognormal(heavy, fit_tail(heavy));
    EXPECT_GT(power.z, -2) << power.log_ratio;
    const auto light = lognormal_sizes(40, 0.8, 20'000, 5);
    TailFit all = fit_tail(light);
    all.xmin = 20;  // where the bulk begins: far out every lognormal looks like some power law
    const TailContest normal = against_lognormal(light, all);
    EXPECT_LT(normal.z, -five_sigma);
    EXPECT_LT(normal.p, 1e-6);
}

}  // namespace
}  // namespace forestall::analysis
