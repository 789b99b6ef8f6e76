// SPDX-License-Identifier: Apache-2.0
// Rule: text that came from a file or the command line cannot move the cursor, colour, hide or
// reorder anything on a terminal: what would is shown as an escape instead. Such are the control
// characters (ASCII, DEL, C1), the marks that turn the direction of writing (U+061C, U+200E,
// U+200F, U+202A to U+202E, U+2066 to U+2069), the line separators U+2028 and U+2029, characters
// that are not seen (U+200B, U+FEFF, tags), and bytes that are not UTF-8.
#pragma once
#include <string>
#include <string_view>

namespace forestall {

/// `\n`, `\r`, `\t`, `\x1b`, `\u202e`, `\U000e0041` in place of each: one line, whatever was in the
/// text.
std::string one_line(std::string_view text);
/// The same, but line ends and tabs stay.
std::string visible(std::string_view text);
/// The same for JSON text made by a library: what it leaves as it is inside of strings becomes
/// `\u009b`, of equal value.
std::string visible_json(std::string_view json);

}  // namespace forestall
