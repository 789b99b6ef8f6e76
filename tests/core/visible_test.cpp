// SPDX-License-Identifier: Apache-2.0
#include "core/visible.hpp"

#include <gtest/gtest.h>

#include "core/diagnostics.hpp"

namespace forestall {
namespace {

TEST(Visible, LeavesWhatPeopleWrite) {
    const std::string plain = "Côte d'Ivoire — Բարև, مرحبا, 北京 🌍 100 %";
    EXPECT_EQ(one_line(plain), plain);
    EXPECT_EQ(visible(plain + "\n\tnext\n"), plain + "\n\tnext\n");
    EXPECT_EQ(visible_json("{\n  \"a\": \"" + plain + "\"\n}"), "{\n  \"a\": \"" + plain + "\"\n}");
}

TEST(Visible, ShowsWhatWouldActOnATerminal) {
    EXPECT_EQ(one_line("a\x1b[2Jb\rc\x7f\n\t"), "a\\x1b[2Jb\\rc\\x7f\\n\\t");
    EXPECT_EQ(visible("a\x1b[2J\r\n"), "a\\x1b[2J\\r\n");
    EXPECT_EQ(one_line("\u009b31m \u202eabc\u202c \u2066x\u2069 \u2028"),
              "\\u009b31m \\u202eabc\\u202c \\u2066x\\u2069 \\u2028");
    EXPECT_EQ(one_line(std::string("a\0b", 3)), "a\\x00b");
}

TEST(Visible, ShowsMarksOfDirectionAndWhatIsNotSeen) {
    EXPECT_EQ(one_line("a\u061cb\u200fc\u200ed"), "a\\u061cb\\u200fc\\u200ed");
    EXPECT_EQ(visible("\ufeffname"), "\\ufeffname");
    EXPECT_EQ(one_line("a\u200bb\u2060c\U000e0041"), "a\\u200bb\\u2060c\\U000e0041");
    EXPECT_EQ(visible_json("[\"\U000e0041\u200f\"]"), "[\"\\udb40\\udc41\\u200f\"]");
    const std::string joined = "\u0646\u0645\u06cc\u200c\u062e\u0648 \U0001F469\u200D\U0001F33E";
    EXPECT_EQ(one_line(joined), joined);
}

TEST(Visible, ShowsBytesThatAreNotText) {
    EXPECT_EQ(one_line("\x9b\x31m"), "\\x9b1m");             // C1 as one byte
    EXPECT_EQ(one_line("\xc0\x9b"), "\\xc0\\x9b");           // overlong
    EXPECT_EQ(one_line("\xed\xa0\x80"), "\\xed\\xa0\\x80");  // a surrogate
    EXPECT_EQ(one_line("\xe2\x80"), "\\xe2\\x80");           // cut off
}

TEST(Visible, JsonKeepsItsValue) {
    EXPECT_EQ(visible_json("[\"\u009b\u202e\x7f\"]"), "[\"\\u009b\\u202e\\u007f\"]");
}

TEST(Diagnostics, AreOneLineWhateverIsInThem) {
    const Diagnostic d{
        {"a\nb.toml", 1, 2}, Severity::error, "E001", "no '\x1b]0;x\a'", "try\r\nagain"};
    EXPECT_EQ(to_string(d), "a\\nb.toml:1:2: error E001: no '\\x1b]0;x\\x07'; try\\r\\nagain");
}

}  // namespace
}  // namespace forestall
