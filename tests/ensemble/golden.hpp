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
    .endogenous_cohort = 0xec3d957ae271431b,
    .endogenous_individual = 0x3955419dd38c9864,
    .prescribed_cohort = 0x291dbe6fa3505606,
    .prescribed_individual = 0x73531e7f26ab2d26,
    .armed_cohort = 0x9f3f57fecdf1c0cc,
    .armed_individual = 0x0774209321b89cf4,
};

}  // namespace forestall::test
