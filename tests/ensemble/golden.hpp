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
    .endogenous_cohort = 0x3b78819889ef4b58,
    .endogenous_individual = 0xa0836f820a9844ea,
    .prescribed_cohort = 0x268659e8a38fcf55,
    .prescribed_individual = 0x4c449e666dd49909,
    .armed_cohort = 0xb06debf70e683717,
    .armed_individual = 0x311ae80674656162,
};

}  // namespace forestall::test
