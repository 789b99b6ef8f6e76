// SPDX-License-Identifier: Apache-2.0
#include "core/diagnostics.hpp"

#include <gtest/gtest.h>

namespace forestall {
namespace {

std::string line(int row, int column, Severity severity, const char* hint) {
    Diagnostic d;
    d.at.file = "scenario.toml";
    d.at.line = row;
    d.at.column = column;
    d.severity = severity;
    d.code = "E012";
    d.message = "unknown key 'x'";
    d.hint = hint;
    return to_string(d);
}

TEST(Diagnostic, ReadsAsOneLineWithPositionCodeAndHint) {
    EXPECT_EQ(line(14, 9, Severity::error, "did you mean 'y'?"),
              "scenario.toml:14:9: error E012: unknown key 'x'; did you mean 'y'?");
}

TEST(Diagnostic, LeavesOutAPositionThatItDoesNotHave) {
    EXPECT_EQ(line(0, 0, Severity::error, ""), "scenario.toml: error E012: unknown key 'x'");
    EXPECT_EQ(line(3, 0, Severity::warning, ""), "scenario.toml:3: warning E012: unknown key 'x'");
}

TEST(Diagnostics, SortByPositionThenCodeAndKeepTheOrderOfEqualOnes) {
    Diagnostics all;
    all.warning({"b", 1, 1}, "W001", "fourth");
    all.error({"a", 2, 1}, "E002", "second");
    all.error({"a", 2, 1}, "E002", "third");
    all.error({"a", 1, 9}, "E009", "first");
    all.sort();
    std::string order;
    for (const auto& d : all.all()) order += d.message + " ";
    EXPECT_EQ(order, "first second third fourth ");
}

TEST(Diagnostics, WarningsAreNotErrors) {
    Diagnostics all;
    all.warning({}, "W001", "careful");
    EXPECT_FALSE(all.has_errors());
    all.error({}, "E001", "no");
    EXPECT_TRUE(all.has_errors());
}

TEST(Nearest, FindsASlipOfTheFingerOnly) {
    const std::vector<std::string> words = {"intervention", "places", "groups"};
    EXPECT_EQ(nearest("interventon", words), "intervention");
    EXPECT_EQ(nearest("place", words), "places");
    EXPECT_EQ(nearest("actors", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest(std::string(100000, 'x'), words), "");
}

}  // namespace
}  // namespace forestall
