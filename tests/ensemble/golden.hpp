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
    .endogenous_cohort = 0x6f8c18b866cce525,
    .endogenous_individual = 0xdd8aa997cd4ae5a0,
    .prescribed_cohort = 0x73663e60617800de,
    .prescribed_individual = 0x8e3eb4a4934a32b1,
    .armed_cohort = 0x71e5acf58bffb82f,
    .armed_individual = 0x0742def1d42b50e8,
};

}  // namespace forestall::test
