// SPDX-License-Identifier: Apache-2.0
// Do the simultaneous 95 % intervals hold all true differences in 95 % of studies? The band around
// 95 % is that of a binomial test at alpha = 1e-6; FORESTALL_STUDIES=11400 makes it ± 1 point (the
// long form). The biased twin, Student's intervals one by one, must fall out of it.
#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>

#include "analysis/comparison/how_many.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/comparison/studies.hpp"
#include "core/parallel.hpp"

namespace forestall::comparison {
namespace {

constexpr double alpha = 1e-6;
constexpr double level = 0.95;

double band(std::size_t n) {
    return quantile(complement(boost::math::normal(), alpha / 2)) *
           std::sqrt(level * (1 - level) / static_cast<double>(n));
}

struct Held {
    double together = 0;    ///< share of studies in which every interval holds its truth
    double one_by_one = 0;  ///< the same for normal intervals of each option
};

Held coverage(const test::Outbreaks& world, std::size_t members, std::size_t n) {
    const auto truth = test::true_differences(world);
    const Parallel parallel(Backend::tbb, 0);
    const auto one = [&](std::size_t begin, std::size_t end) {
        Held held;
        for (std::size_t s = begin; s < end; ++s) {
            const Columns d = test::study(s, members, world);
            const Means m = simultaneous_means(d, {.replicates = 499, .seed = mix(7, s)});
            bool together = true, one_by_one = true;
            for (std::size_t o = 0; o < truth.size(); ++o) {
                const Figure& f = m.figures[o];
                together = together && f.lo <= truth[o] && truth[o] <= f.hi;
                one_by_one = one_by_one && std::fabs(f.value - truth[o]) <= 1.96 * f.error;
            }
            held.together += together ? 1 : 0;
            held.one_by_one += one_by_one ? 1 : 0;
        }
        return held;
    };
    Held sum;
    for (const Held& h : parallel.map_chunks<Held>(n, 10, one)) {
        sum.together += h.together;
        sum.one_by_one += h.one_by_one;
    }
    return {sum.together / static_cast<double>(n), sum.one_by_one / static_cast<double>(n)};
}

TEST(Coverage, StudiesHaveTheMeansThatAreCalledTrue) {
    const test::Outbreaks light{.spread = 0.5, .exposed = 100};
    const auto truth = test::true_differences(light);
    const Columns d = test::study(1, 100000, light);
    for (std::size_t o = 0; o < truth.size(); ++o) {
        const double error = std::sqrt(variance_of(d[o]) / 100000);
        EXPECT_LE(std::fabs(mean_of(d[o]) - truth[o]), 5.2 * error) << o;
    }
}

TEST(Coverage, IntervalsHoldTogetherOnMostlyZeroHeavyTailedPairs) {
    const std::size_t n = test::studies(1000);
    const Held held = coverage({}, 1000, n);
    RecordProperty("coverage", std::to_string(held.together));
    std::printf("%zu studies: max-t %.4f, one by one %.4f, band +- %.4f\n", n, held.together,
                held.one_by_one, band(n));
    EXPECT_GT(held.together, level - band(n));
    EXPECT_LT(held.together, level + band(n));
    EXPECT_LT(held.one_by_one, level - band(n));  // the biased twin
}

}  // namespace
}  // namespace forestall::comparison
