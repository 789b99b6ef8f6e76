// SPDX-License-Identifier: Apache-2.0
// Epstein's runs at the lengths of his paper; the figures of docs/reference-scenarios.md are
// printed by it.
#include <gtest/gtest.h>

#include <cstdio>

#include "validation/reference_worlds.hpp"

namespace forestall::test {
namespace {

TEST(EpsteinLong, OutburstsNeedTheFloorOrTheCross) {
    struct Variant {
        const char* name;
        RatioRule ratio;
        Neighbourhood shape;
        bool outbursts;
    };
    for (const Variant& v :
         {Variant{"floor, square", RatioRule::floor, Neighbourhood::square, true},
          Variant{"floor, disc", RatioRule::floor, Neighbourhood::disc, true},
          Variant{"round, disc", RatioRule::round, Neighbourhood::disc, true},
          Variant{"raw, disc", RatioRule::raw, Neighbourhood::disc, false},
          Variant{"raw, cross", RatioRule::raw, Neighbourhood::cross, true}}) {
        LatticeSettings s = lattice_of("epstein-run2");
        s.ratio = v.ratio;
        s.neighbourhood = v.shape;
        const auto out = outbursts(active_people(s, 100'000, Luck(1, 0)));
        const Moments wait = moments(out.waits);
        const Moments size = moments(out.sizes);
        std::vector<double> beyond;
        for (const double w : out.waits)
            if (w > 30) beyond.push_back(w - 30);
        std::printf(
            "%-14s %6zu outbursts, wait %.0f (%.0f), size %.0f (%.0f), quiet %.2f, rate of waits "
            "beyond 30 %.3f\n",
            v.name, out.sizes.size(), wait.mean, wait.sd, size.mean, size.sd, out.quiet,
            beyond.empty() ? 0.0 : 1 / moments(beyond).mean);
        std::fflush(stdout);
        EXPECT_EQ(!out.sizes.empty(), v.outbursts) << v.name;
    }
}

TEST(EpsteinLong, PeacekeepersRaiseMeanAndSpreadOverTheirDensities) {
    LatticeSettings s = lattice_of("epstein-model2-peacekeepers");
    for (const bool quiet : {true, false}) {
        s.quiet_without_victim = quiet;
        std::vector<Survival> sweep;
        for (const double density : {0.0, 0.02, 0.04, 0.06, 0.08, 0.10}) {
            sweep.push_back(survival(s, density, 200, 15'000, 1));
            const Survival& at = sweep.back();
            std::printf(
                "%s %.2f: mean %.0f, SD %.0f, censored %zu, exponential mean %.0f, %.0f to %.0f\n",
                quiet ? "quiet without victim" : "active without victim", density,
                at.restricted().mean, at.restricted().sd, at.censored, at.exponential_mean(),
                at.fastest, at.longest);
            std::fflush(stdout);
            EXPECT_LT(at.fastest, 100) << "fast extermination at every density";
        }
        for (std::size_t i = 3; i < sweep.size(); ++i) {
            EXPECT_GT(sweep[i].restricted().mean, sweep[i - 1].restricted().mean) << quiet << i;
            EXPECT_GT(sweep[i].restricted().sd, sweep[i - 1].restricted().sd) << quiet << i;
        }
    }
}

}  // namespace
}  // namespace forestall::test
