// SPDX-License-Identifier: Apache-2.0
// Checks shared by the tests of the integer samplers.
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "core/exact_law.hpp"
#include "core/random.hpp"

namespace forestall::testing {

using Quantile = std::function<Persons(double)>;

/// The sampler equals the tabulated quantile at `count` random uniforms and at as many deep in the
/// two tails.
inline void expect_exact_quantiles(const ExactLaw& law, const Quantile& sampled, int count) {
    Stream s(11, 22, 33);
    for (int i = 0; i < count; ++i) {
        const double u = s.uniform();
        ASSERT_EQ(sampled(u), law.quantile(u)) << "u = " << u;
        const double low = std::ldexp(u, -static_cast<int>(s.below(45)));
        ASSERT_EQ(sampled(low), law.quantile(low)) << "u = " << low;
        const double high = 1 - std::ldexp(u, -static_cast<int>(s.below(20)));
        ASSERT_EQ(sampled(high), law.quantile(high)) << "u = " << high;
    }
}

/// Every jump of the sampler lies where the law's lies, within `error`.
inline void expect_jumps_within(const ExactLaw& law, const Quantile& sampled, double error,
                                Persons stride) {
    for (Persons k = law.first(); k < law.last(); k += stride) {
        const auto jump = static_cast<double>(law.cdf(k));
        if (jump - error > 0) {
            ASSERT_LE(sampled(jump - error), k) << "k = " << k;
        }
        if (jump + error < 1) {
            ASSERT_GT(sampled(jump + error), k) << "k = " << k;
        }
    }
}

}  // namespace forestall::testing
