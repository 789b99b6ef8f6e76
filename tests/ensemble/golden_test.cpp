// SPDX-License-Identifier: Apache-2.0
// R1: one hash per kind of world, for every back-end, number of threads, batch size and order of
// chunks.
#include "ensemble/golden.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "core/hash.hpp"
#include "engine/armed_worlds.hpp"
#include "ensemble/runs.hpp"

namespace forestall {
namespace {

template <DisplacementMode mode, Representation representation, Persons per_agent>
WorldTables war() {
    return test::country_at_war({mode, representation, per_agent});
}
template <Representation representation, Persons per_agent>
WorldTables armed() {
    return test::armed_country(representation, per_agent);
}

struct Case {
    const char* name;
    WorldTables (*tables)();
    std::uint64_t hash;
};
constexpr auto endogenous = DisplacementMode::endogenous, prescribed = DisplacementMode::prescribed;
constexpr auto cohort = Representation::cohort, individual = Representation::individual;
constexpr Case cases[] = {
    {"endogenous_cohort", war<endogenous, cohort, 1>, test::golden.endogenous_cohort},
    {"endogenous_individual", war<endogenous, individual, 3>, test::golden.endogenous_individual},
    {"prescribed_cohort", war<prescribed, cohort, 1>, test::golden.prescribed_cohort},
    {"prescribed_individual", war<prescribed, individual, 1>, test::golden.prescribed_individual},
    {"armed_cohort", armed<cohort, 1>, test::golden.armed_cohort},
    {"armed_individual", armed<individual, 2>, test::golden.armed_individual}};

class Golden : public ::testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(Kinds, Golden, ::testing::ValuesIn(cases),
                         [](const auto& i) { return i.param.name; });

TEST_P(Golden, IsTheHashOfASerialRun) {
    const auto hash = test::digest(test::run(test::job_of(GetParam().tables(), 12), Parallel()));
    if (std::getenv("FORESTALL_PRINT_GOLDEN") != nullptr) {
        std::printf("    .%s = 0x%s,\n", GetParam().name, to_hex(hash).c_str());
        GTEST_SKIP() << "printed, not compared";
    }
    EXPECT_EQ(to_hex(hash), to_hex(GetParam().hash));
}

TEST_P(Golden, HoldsForEveryBackendNumberOfThreadsAndChunkOrder) {
    const Job many = test::job_of(GetParam().tables(), 12);
    const std::uint64_t expected = test::digest(test::run(many, Parallel()));
    for (const auto backend : {Backend::serial, Backend::jthread, Backend::tbb})
        for (const int threads : {1, 2, 3, 4, 7, 8, 16})
            for (const std::uint64_t shuffle : {0u, 1u, 99u}) {
                if (backend == Backend::serial && threads > 1) continue;
                for (const std::uint64_t batch : {1u, 5u})
                    ASSERT_EQ(
                        test::digest(test::run(many, Parallel(backend, threads, shuffle), batch)),
                        expected)
                        << static_cast<int>(backend) << " " << threads << " threads, shuffle "
                        << shuffle << ", batch " << batch;
            }
}

}  // namespace
}  // namespace forestall
