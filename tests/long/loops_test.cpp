// SPDX-License-Identifier: Apache-2.0
// Every link of every feedback loop, with and without: the figures of docs/feedback-loops.md are
// printed by it. An expectation fails if the whole interval lies on the wrong side of nothing.
#include "validation/loops.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace forestall::test {
namespace {

std::size_t members_for(const Loop& loop) {
    const char* given = std::getenv("LOOP_MEMBERS");
    const std::size_t n = given != nullptr ? std::strtoul(given, nullptr, 10) : 1000;
    return std::string_view(loop.scenario) == "two-rivers" ? n : n / 5;
}

double zero(const Ran&) { return 0; }

TEST(LoopsLong, EachLinkDoesWhatItIsSaidTo) {
    const Parallel parallel(Backend::tbb, 2);
    const auto all = loops();
    std::map<std::string, std::vector<std::vector<double>>>
        shipped;                                  // [scenario][loop][member]: run once
    const char* only = std::getenv("LOOP_ONLY");  // the name of one loop
    for (const Loop& loop : all) {
        if (only != nullptr && std::string_view(only) != loop.loop) continue;
        const std::size_t members = members_for(loop);
        if ((!loop.with || !loop.without) && shipped[loop.scenario].empty()) {
            std::vector<PlannedAction> measures;
            for (const Loop& l : all)
                measures.push_back(
                    std::string(l.scenario) == loop.scenario && (!l.with || !l.without) ? l.measure
                                                                                        : zero);
            shipped[loop.scenario] = measured(loop.scenario, {}, measures, members, parallel);
        }
        const auto arm = [&](const Edit& edit) {
            return measured(loop.scenario, edit, {loop.measure}, members, parallel)[0];
        };
        const auto i = static_cast<std::size_t>(&loop - all.data());
        const Effect e =
            compare(loop.with ? arm(loop.with) : shipped[loop.scenario][i],
                    loop.without ? arm(loop.without) : shipped[loop.scenario][i], loop.logs);
        const bool sign = (e.value > 0) == (loop.expected > 0),
                   size = std::abs(e.value) >= std::abs(loop.expected);
        const char* as_predicted = "no";
        if (sign && size) as_predicted = e.lo * e.hi > 0 ? "yes" : "not beyond chance";
        std::printf("| %s | %s | %zu | %.4g | %.4g | %+.1f %% [%+.1f, %+.1f] | %+.0f %% | %s |\n",
                    loop.loop, loop.link, members, e.without, e.with, 100 * e.value, 100 * e.lo,
                    100 * e.hi, 100 * loop.expected, as_predicted);
        std::fflush(stdout);
        EXPECT_FALSE(loop.expected > 0 ? e.hi < 0 : e.lo > 0) << loop.link;
    }
}

}  // namespace
}  // namespace forestall::test
