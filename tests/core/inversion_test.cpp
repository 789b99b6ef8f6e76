// SPDX-License-Identifier: Apache-2.0
#include "core/inversion.hpp"

#include <gtest/gtest.h>

#include "core/exact_law.hpp"
#include "core/laws.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

using sample::detail::lattice_guess;

/// At every jump of the law the guess must say that it cannot tell: only then does its error bound
/// hold.
void expect_bound_holds(const testing::ExactLaw& law, const sample::detail::Cumulants& cumulants) {
    for (Persons k = law.first(); k < law.last(); ++k) {
        const double below = static_cast<double>(law.cdf(k));
        const double above = static_cast<double>(law.beyond(k));
        if (std::min(below, above) < 0x1.0p-53) continue;
        const double w = below < 0.5 ? sample::normal(below) : -sample::normal(above);
        const auto guess = lattice_guess(cumulants, w);
        ASSERT_FALSE(guess.settled) << "at the jump after " << k << ", w = " << w;
    }
}

TEST(LatticeGuess, IsUndecidedAtEveryJumpOfABinomial) {
    for (const double mean : {4.0, 4.7, 6.0, 9.0, 15.0, 40.0, 150.0, 1000.0, 30000.0})
        for (const double p : {1e-5, 0.003, 0.02, 0.1, 0.3, 0.45, 0.5}) {
            const auto n = static_cast<Persons>(std::ceil(mean / p));
            SCOPED_TRACE(::testing::Message() << "n = " << n << " p = " << p);
            expect_bound_holds(testing::exact_binomial(n, p),
                               sample::detail::BinomialLaw(n, p).cumulants());
        }
}

TEST(LatticeGuess, IsUndecidedAtEveryJumpOfAPoisson) {
    for (double mean = 4; mean < 9e5; mean *= 1.4) {
        SCOPED_TRACE(::testing::Message() << "mean = " << mean);
        expect_bound_holds(testing::exact_poisson(mean),
                           sample::detail::PoissonLaw(mean).cumulants());
    }
}

TEST(LatticeGuess, IsUndecidedAtEveryJumpOfAHypergeometric) {
    for (const Persons all : {16, 25, 50, 120, 1000, 30000, 3000000})
        for (const double a : {1e-5, 0.004, 0.05, 0.2, 0.35, 0.5})
            for (const double b : {1e-4, 0.01, 0.1, 0.3, 0.42, 0.5}) {
                const auto marked = static_cast<Persons>(static_cast<double>(all) * a);
                const auto drawn = static_cast<Persons>(static_cast<double>(all) * b);
                const sample::detail::HypergeometricLaw law(marked, drawn, all);
                if (law.mean() < sample::detail::kChopBelow) continue;
                SCOPED_TRACE(::testing::Message()
                             << all << " people, " << marked << " marked, " << drawn << " drawn");
                expect_bound_holds(testing::exact_hypergeometric(marked, all - marked, drawn),
                                   law.cumulants());
            }
}

TEST(LatticeGuess, DecidesNearlyAlwaysWhenTheLawIsWide) {
    const sample::detail::BinomialLaw law(400000, 0.5);
    int undecided = 0;
    for (int i = 1; i < 100000; ++i)
        undecided += lattice_guess(law.cumulants(), sample::normal(i / 100000.0)).settled ? 0 : 1;
    EXPECT_LT(undecided, 10);
}

TEST(Settle, FindsTheQuantileFromAFarGuess) {
    const sample::detail::BinomialLaw law(300, 0.3);
    const auto exact = testing::exact_binomial(300, 0.3);
    for (int i = 1; i < 200; ++i) {
        const double u = i / 200.0;
        for (const Persons guess : {-5, 0, 50, 90, 130, 300, 999})
            if (std::fabs(static_cast<double>(guess - exact.quantile(u))) < 60) {
                EXPECT_EQ(settle(law, guess, sample::detail::target(u)), exact.quantile(u))
                    << u << " from " << guess;
            }
    }
}

}  // namespace
}  // namespace forestall
