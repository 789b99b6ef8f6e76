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
    .endogenous_cohort = 0xc57e16a28a71b5a4,
    .endogenous_individual = 0xf370a9d648bc74dc,
    .prescribed_cohort = 0x7eb44373b434f23d,
    .prescribed_individual = 0x833b53a9827a41ac,
    .armed_cohort = 0x0961428be1051d96,
    .armed_individual = 0xc60232a08902a0cc,
};

}  // namespace forestall::test
