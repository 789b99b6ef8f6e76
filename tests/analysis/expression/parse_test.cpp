// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "analysis/expression/syntax.hpp"

namespace forestall::expression {
namespace {

std::string tree(std::string_view text) {
    const Parsed parsed = parse(text);
    return parsed.good() ? text_of(parsed.term) : parsed.problem;
}

TEST(Parse, BindsAsPeopleRead) {
    EXPECT_EQ(tree("1 + 2 * 3"), "(1 + (2 * 3))");
    EXPECT_EQ(tree("1 - 2 - 3"), "((1 - 2) - 3)");
    EXPECT_EQ(tree("a or b and not c == 2"), "(a or (b and (not (c == 2))))");
    EXPECT_EQ(tree("-a * b"), "((-a) * b)");
    EXPECT_EQ(tree("(1 + 2) * 3 >= x / 2"), "(((1 + 2) * 3) >= (x / 2))");
    EXPECT_EQ(tree("quantile( civilian_deaths,0.9 )"), "quantile(civilian_deaths, 0.9)");
    EXPECT_EQ(tree("first(stage_true >= 2)"), "first((stage_true >= 2))");
    EXPECT_EQ(tree("order - note"), "(order - note)") << "names that begin like words";
}

TEST(Parse, SaysWhatIsWrongAndWhere) {
    struct Case {
        const char* text;
        const char* problem;
        std::size_t at;
    };
    const Case cases[] = {{"", "something is missing at the end", 0},
                          {"1 +", "something is missing at the end", 3},
                          {"(1", "a bracket is not closed", 2},
                          {"sum(a", "a bracket is not closed", 5},
                          {"a b", "something is left over", 2},
                          {"1 $", "something is left over", 2},
                          {"a = 2", "write == to compare", 2},
                          {"a && b", "write `and`", 2},
                          {"a || b", "write `or`", 2},
                          {"a ^ 2", "there is no power", 2},
                          {"a ** 2", "'*' does not belong here", 3},
                          {"$", "'$' does not belong here", 0},
                          {"a < b < c", "comparisons do not chain; join two with `and`", 7},
                          {"1e999", "not a number", 0},
                          {"and", "'and' does not belong here", 0},
                          {"sum()", "')' does not belong here", 4}};
    for (const Case& c : cases) {
        const Parsed parsed = parse(c.text);
        EXPECT_EQ(parsed.problem, c.problem) << c.text;
        EXPECT_EQ(parsed.at, c.at) << c.text;
    }
}

/// `before` so many times, then `last`.
std::string repeated(int times, const std::string& before, const std::string& last) {
    std::string out;
    for (int i = 0; i < times; ++i) out.append(before);
    return out.append(last);
}

TEST(Parse, RefusesWhatIsTooDeepOrTooLong) {
    EXPECT_EQ(tree(repeated(100, "(", "")), "nested too deeply");
    EXPECT_EQ(tree(repeated(100, "-", "1")), "nested too deeply");
    EXPECT_EQ(tree(repeated(100, "not ", "1")), "nested too deeply");
    EXPECT_EQ(tree(repeated(1001, "1", "")), "longer than 1000 letters");
    EXPECT_EQ(tree(repeated(30, "(", "1") + repeated(30, ")", "")), "1");
}

TEST(Parse, ItsTextParsesToTheSame) {
    for (const char* text :
         {"-(-a) + (not b)", "first(a > 1e-7 and b != 2) / 3e20", "sum(-a - -b)"}) {
        const std::string once = tree(text);
        EXPECT_EQ(tree(once), once);
    }
}

}  // namespace
}  // namespace forestall::expression
