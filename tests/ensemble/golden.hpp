// SPDX-License-Identifier: Apache-2.0
// The golden hashes: what the bits of test::country_at_war() are, in both modes and both representations, and of
// test::armed_country(), whose violence comes from its actors, whatever threads, back-end, chunk order, compiler and
// CPU. They change only together with a line "Trajectories: changed, because …" in CHANGELOG.md. To print the present
// ones: FORESTALL_PRINT_GOLDEN=1 build/tests/test_ensemble
// --gtest_filter='*Golden*'
#pragma once
#include <cstdint>

namespace forestall::test {

struct Golden {
    std::uint64_t endogenous_cohort = 0;
    std::uint64_t endogenous_individual = 0;
    std::uint64_t prescribed_cohort = 0;
    std::uint64_t prescribed_individual = 0;
    std::uint64_t armed_cohort = 0;
    std::uint64_t armed_individual = 0;
};

inline constexpr Golden golden{
    .endogenous_cohort = 0xeddc314d3a9cb003,
    .endogenous_individual = 0x8843384c1d19b0d1,
    .prescribed_cohort = 0x94b84c7f1eb67ede,
    .prescribed_individual = 0x1c6bc7b872647b08,
    .armed_cohort = 0xcde53fa8c4429da2,
    .armed_individual = 0x2d387fd0f3c516c2,
};

}  // namespace forestall::test
