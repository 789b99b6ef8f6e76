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
    .endogenous_cohort = 0x391a47fcdb90e881,
    .endogenous_individual = 0x1527422dc93a6bcb,
    .prescribed_cohort = 0xd3bb401ddb9169ec,
    .prescribed_individual = 0xd601498f8dcf7311,
    .armed_cohort = 0x89e5cae78c85c54d,
    .armed_individual = 0xdbd617624e45cc39,
};

}  // namespace forestall::test
