// SPDX-License-Identifier: Apache-2.0
// Every direction that evidence has for an entry of the catalogue: the table of
// docs/methods/directions.md is printed by it. A row fails if its whole interval lies on the wrong
// side of nothing.
#include "validation/directions.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace forestall::test {
namespace {

const char* expected_word(int sign) {
    if (sign == 0) return "unclear";
    return sign > 0 ? "rises" : "falls";
}

/// Whether the outcome moved as evidence has it, or how where evidence has no sign.
const char* verdict_word(int sign, const Effect& e) {
    const bool clear = e.lo > 0 || e.hi < 0;
    if (sign == 0) {
        if (!clear) return "inconclusive";
        return e.value > 0 ? "rises" : "falls";
    }
    if ((e.value > 0) == (sign > 0)) return clear ? "yes" : "yes, not beyond chance";
    return clear ? "NO" : "no, not beyond chance";
}

TEST(DirectionsLong, EachEntryMovesItsOutcomeAsEvidenceHasIt) {
    const char* given = std::getenv("DIRECTION_MEMBERS");
    const char* only = std::getenv("DIRECTION_ONLY");
    const std::size_t members = given != nullptr ? std::strtoul(given, nullptr, 10) : 400;
    const Parallel parallel(Backend::tbb, 2);
    for (const Direction& d : directions()) {
        if (only != nullptr && d.intervention != only) continue;
        const Effect e = effect_of(d, members, parallel);
        const char* expected = expected_word(d.sign);
        const char* verdict = verdict_word(d.sign, e);
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
