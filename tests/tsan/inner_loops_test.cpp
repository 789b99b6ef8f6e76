// SPDX-License-Identifier: Apache-2.0
// The loops inside a member on the jthread back-end, with everything going on: places propose in
// parallel, parties walk, trees of ways are repaired. ThreadSanitizer has to stay silent, and the
// bits are those of a serial run.
#include <gtest/gtest.h>

#include "engine/engine.hpp"
#include "engine/worlds.hpp"

namespace forestall {
namespace {

std::uint64_t hash_of(const World& world, const Parallel& parallel) {
    RunRequest request;
    request.parallel = &parallel;
    return run_member(world, request).hash;
}

TEST(JthreadMember, InnerLoopsRunWithoutARaceAndEqualTheSerialRun) {
    for (const auto mode : {DisplacementMode::endogenous, DisplacementMode::prescribed})
        for (const auto representation : {Representation::cohort, Representation::individual})
            for (std::uint64_t seed = 0; seed < 3; ++seed) {
                const World world =
                    World::build(test::random_country(seed, {mode, representation, 1}));
                const std::uint64_t serial = hash_of(world, Parallel());
                EXPECT_EQ(hash_of(world, Parallel(Backend::jthread, 4)), serial);
                EXPECT_EQ(hash_of(world, Parallel(Backend::jthread, 3, 77)), serial);
            }
}

}  // namespace
}  // namespace forestall
