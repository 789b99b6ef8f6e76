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
    .endogenous_cohort = 0x9eda5aa66381f04e,
    .endogenous_individual = 0x4af887906ab85252,
    .prescribed_cohort = 0x1377233260621605,
    .prescribed_individual = 0x72d99291551512ab,
    .armed_cohort = 0xa8431024a7798f2c,
    .armed_individual = 0x22948c7e0d593d8c,
};

}  // namespace forestall::test
