// SPDX-License-Identifier: Apache-2.0
// A page may run its own scripts and apply its own style, by their hashes, and nothing else.
#include "analysis/report/policy.hpp"

#include <gtest/gtest.h>

namespace forestall::report {
namespace {

TEST(ReportPolicy, NamesATextByItsSha256) {
    EXPECT_EQ(source_of(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    EXPECT_EQ(source_of("let a = 1;\n"), "'sha256-3smTKsMnFX9i0OGCm4n/7GAEzudwCR3kiBveN8jVUAk='");
}

TEST(ReportPolicy, AllowsTheScriptsAndTheStyleAndNothingElse) {
    const std::string policy = policy_of({"a", "b"}, "c");
    EXPECT_EQ(policy, "default-src 'none'; base-uri 'none'; form-action 'none'; script-src " +
                          source_of("a") + " " + source_of("b") + "; style-src " + source_of("c"));
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

TEST(ReportPolicy, OfAPageWithoutScriptsAllowsNone) {
    EXPECT_NE(policy_of({}, "c").find("; script-src 'none'; style-src"), std::string::npos);
}

}  // namespace
}  // namespace forestall::report
