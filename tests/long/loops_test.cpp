// SPDX-License-Identifier: Apache-2.0
// Every link of every feedback loop, with and without: the figures of docs/feedback-loops.md are printed by it. An
// expectation fails if the whole interval lies on the wrong side of nothing.
#include "validation/loops.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace forestall::test {
namespace {

std::size_t members_for(const Loop& loop) {
    const char* given = std::getenv("LOOP_MEMBERS");
    const std::size_t n = given != nullptr ? std::strtoul(given, nullptr, 10) : 1000;
    return std::string_view(loop.scenario) == "two-rivers" ? n : n / 5;
}

TEST(LoopsLong, EachLinkDoesWhatItIsSaidTo) {
    const Parallel parallel(Backend::tbb, 2);
    for (const Loop& loop : loops()) {
        const std::size_t members = members_for(loop);
        const Effect e = effect_of(loop, members, parallel);
        const bool sign = (e.value > 0) == (loop.expected > 0), size = std::abs(e.value) >= std::abs(loop.expected);
        std::printf("| %s | %s | %zu | %.4g | %.4g | %+.1f %% [%+.1f, %+.1f] | %+.0f %% | %s |\n", loop.loop, loop.link,
                    members, e.without, e.with, 100 * e.value, 100 * e.lo, 100 * e.hi, 100 * loop.expected,
                    sign && size ? e.lo * e.hi > 0 ? "yes" : "not beyond chance" : "no");
        std::fflush(stdout);
        EXPECT_FALSE(loop.expected > 0 ? e.hi < 0 : e.lo > 0) << loop.link;
    }
}

}  // namespace
}  // namespace forestall::test
