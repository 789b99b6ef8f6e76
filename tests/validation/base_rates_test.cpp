// SPDX-License-Identifier: Apache-2.0
// How often a mass killing begins in two years, against the evidence: the 90th percentile of
// countries 4 %, the highest 10 % (Early Warning Project); the median country below 1 %.
// docs/validation.md has the long form.
#include <gtest/gtest.h>

#include <atomic>

#include "validation/loops.hpp"

namespace forestall::test {
namespace {

double onset_share(const Edit& edit, std::size_t members) {
    WorldTables tables = bundled("two-rivers");
    if (edit) edit(tables);
    const World world = World::build(std::move(tables));
    std::atomic<int> onsets{0};
    Parallel(Backend::tbb, 2).for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m) {
            RunRequest request;
            request.seed = 5;
            request.member = m;
            onsets += run_member(world, request)[Scalar::mass_killing_onset_step] >= 0 ? 1 : 0;
        }
    });
    return static_cast<double>(onsets.load()) / static_cast<double>(members);
}

// 300 members: a true share of 5.5 % gives fewer than 1 or more than 39 (13 %) with a chance below
// 1e-6; a share of one quarter, that of a world bound to erupt, gives 39 or fewer with a chance
// below 1e-6.
TEST(BaseRates, AHighRiskCountryEruptsSeldom) {
    const double share = onset_share({}, 300);
    EXPECT_GE(share, 1.0 / 300);
    EXPECT_LE(share, 0.13);
}

TEST(BaseRates, AWorldBoundToEruptIsSeen) {
    const auto angry = [](WorldTables& t) {
        fix(t, "inertia.mass", -5.5);
        fix(t, "animus.mass", 6);
    };
    EXPECT_GT(onset_share(angry, 60), 0.25);
}

}  // namespace
}  // namespace forestall::test
