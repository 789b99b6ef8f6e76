// SPDX-License-Identifier: Apache-2.0
// The golden hashes: what the bits of test::country_at_war() are, in both modes and both
// representations, and of test::armed_country(), whose violence comes from its actors, whatever
// threads, back-end, chunk order, compiler and CPU. They change only together with a line
// "Trajectories: changed, because …" in CHANGELOG.md. To print the present ones:
// FORESTALL_PRINT_GOLDEN=1 build/tests/test_ensemble
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
    .endogenous_cohort = 0x785e24d6676331e4,
    .endogenous_individual = 0x77844ec7c14d0ebc,
    .prescribed_cohort = 0x2b6f390dd1ee232c,
    .prescribed_individual = 0x14286940503427db,
    .armed_cohort = 0xef50106896ddba9d,
    .armed_individual = 0xebb5e6a2eee1bfad,
};

}  // namespace forestall::test
