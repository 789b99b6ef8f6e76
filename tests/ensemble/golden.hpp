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
    .endogenous_cohort = 0xdd6ba1ecfa6f0491,
    .endogenous_individual = 0x7c5414f1964202f7,
    .prescribed_cohort = 0x1241fd234262ce0b,
    .prescribed_individual = 0xdf828a39dbb397cf,
    .armed_cohort = 0xf7456f1ea04770c2,
    .armed_individual = 0x95b65c15334f575b,
};

}  // namespace forestall::test
