// SPDX-License-Identifier: Apache-2.0
// The displacement hindcast of docs/validation.md in short form: the shipped defaults on three
// crises, against bounds that the documented figures keep with room for the members drawn here.
// Needs ../shared/data/flee beside the source.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "analysis/search/hindcast.hpp"
#include "analysis/search/hindcast_scores.hpp"
#include "checkout.hpp"
#include "engine/engine.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

struct Crisis {
    const char* name;
    std::size_t days;  ///< rows that Flee's figures stand for
    double flee[2];    ///< Flee's ARD, with and without capacities
    double bound[2];   ///< ours must stay below
};

constexpr Crisis crises[] = {
    {"car", 395, {0.35, 0.51}, {0.30, 0.45}},
    {"ssudan", 381, {0.58, 0.76}, {0.48, 0.68}},
    {"mali2012", 300, {0.355, 0.90}, {0.24, 0.50}},
};

class Hindcasts : public testing::TestWithParam<Crisis> {
protected:
    void SetUp() override {
        const auto dir = in_checkout("../shared/data/flee") / GetParam().name;
        if (!std::filesystem::exists(dir)) GTEST_SKIP() << "needs ../shared/data/flee";
        const auto out = std::filesystem::path(testing::TempDir()) /
                         (std::string("hindcast-") + GetParam().name);
        ASSERT_TRUE(import_flee(dir, out).written);
        loaded = load_scenario(out, parameter_tables());
        std::filesystem::remove_all(out);
        ASSERT_TRUE(loaded.tables);
        for (const auto& camp : loaded.observed.camps) {
            CampSeries s{camp.place, {}};
            for (const auto& c : camp.counts)
                s.counts.emplace_back(c.day, static_cast<double>(c.persons));
            counted.push_back(s);
        }
    }
    Hindcast run(bool capacities, bool endogenous, std::uint64_t members) {
        WorldTables t = *loaded.tables;
        t.settings.use_capacities = capacities;
        if (endogenous) {
            t.settings.displacement = DisplacementMode::endogenous;
            t.settings.prescribed_total.clear();
        }
        const World world = World::build(std::move(t));
        return run_hindcast(world, tabulate(counted, world.settings().days), 1, members,
                            Parallel());
    }
    Loaded loaded;
    std::vector<CampSeries> counted;
};

TEST_P(Hindcasts, StayWellBelowFleeOnTheSameRows) {
    for (const int without : {0, 1}) {
        const Hindcast h = run(without == 0, false, 10);
        ASSERT_EQ(h.data.days.size(), GetParam().days);
        const Scores s = score_members(h);
        EXPECT_LT(s.ard.value, GetParam().bound[without]);
        EXPECT_LT(s.ard.value, GetParam().flee[without]);
        EXPECT_LT(s.ard.value, displacement_error(constant_shares(h.data), h.data).ard);
    }
}

TEST_P(Hindcasts, PrescribedTotalsAreKeptToWithinDeathsOnTheWay) {
    const Hindcast h = run(true, false, 2);
    for (const auto& displaced : h.displaced)
        for (std::size_t r = 30; r < displaced.size(); ++r)
            ASSERT_NEAR(displaced[r], h.data.total(r), 0.01 * h.data.total(r) + 50) << "row " << r;
}

TEST_P(Hindcasts, EndogenousTotalsAreWithinTheAcceptanceFactorOnMostDays) {
    const Totals t = score_totals(run(true, true, 3));
    EXPECT_GE(t.within.value, 0.5);
    EXPECT_GT(t.final_ratio.value, 1 / acceptance_factor);
    EXPECT_LT(t.final_ratio.value, acceptance_factor);
}

INSTANTIATE_TEST_SUITE_P(Crises, Hindcasts, testing::ValuesIn(crises),
                         [](const auto& crisis) { return std::string(crisis.param.name); });

}  // namespace
}  // namespace forestall::analysis
