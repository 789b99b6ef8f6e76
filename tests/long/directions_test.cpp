// SPDX-License-Identifier: Apache-2.0
// Every direction that evidence has for an entry of the catalogue: the table of
// docs/methods/directions.md is printed by it. A row fails if its whole interval lies on the wrong
// side of nothing.
#include "validation/directions.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace forestall::test {
namespace {

TEST(DirectionsLong, EachEntryMovesItsOutcomeAsEvidenceHasIt) {
    const char* given = std::getenv("DIRECTION_MEMBERS");
    const char* only = std::getenv("DIRECTION_ONLY");
    const std::size_t members = given != nullptr ? std::strtoul(given, nullptr, 10) : 400;
    const Parallel parallel(Backend::tbb, 2);
    for (const Direction& d : directions()) {
        if (only != nullptr && d.intervention != only) continue;
        const Effect e = effect_of(d, members, parallel);
        const char* expected = d.sign == 0 ? "unclear" : d.sign > 0 ? "rises" : "falls";
        const bool clear = e.lo > 0 || e.hi < 0;
        const bool right = d.sign != 0 && (e.value > 0) == (d.sign > 0);
        const char* verdict =
            d.sign == 0 ? (clear ? e.value > 0 ? "rises" : "falls" : "not told apart from none")
            : right     ? clear ? "yes" : "yes, not beyond chance"
            : clear     ? "NO"
                        : "no, not beyond chance";
        std::printf("| `%s` | %s | %s | %.4g | %.4g | %+.1f %% [%+.1f, %+.1f] | %s | %s | %s |\n",
                    d.intervention.c_str(), d.situation.c_str(), d.measure_name, e.without, e.with,
                    100 * e.value, 100 * e.lo, 100 * e.hi, expected, verdict, d.where_from.c_str());
        std::fflush(stdout);
        EXPECT_FALSE(d.sign > 0 ? e.hi < 0 : d.sign < 0 && e.lo > 0)
            << d.intervention << " " << d.situation;
    }
}

}  // namespace
}  // namespace forestall::test
