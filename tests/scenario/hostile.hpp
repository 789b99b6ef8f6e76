// SPDX-License-Identifier: Apache-2.0
// Scenarios that a stranger might send to do harm or that a spreadsheet might make, each a small
// builder. All start from two_rivers() and change one thing.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/two_rivers.hpp"

namespace forestall::testing::hostile {

inline std::string times(std::size_t n, std::string_view text) {
    std::string out;
    out.reserve(n * text.size());
    for (std::size_t i = 0; i < n; ++i) out += text;
    return out;
}

/// a.a.a… = 1
inline std::string dotted_key(std::size_t parts) { return "a" + times(parts - 1, ".a") + " = 1\n"; }
/// "a"."a"."a"… = 1
inline std::string quoted_key(std::size_t parts) {
    return "\"a\"" + times(parts - 1, " . 'a'") + " = 1\n";
}
/// x = { a.a.a… = 1 }
inline std::string dotted_inline(std::size_t parts) {
    return "x = { a" + times(parts - 1, ".a") + " = 1 }\n";
}
/// x = { a = { a = … } }
inline std::string inline_tables(std::size_t depth) {
    return "x = " + times(depth, "{ a = ") + "1" + times(depth, " }") + "\n";
}
/// x = [[[…]]]
inline std::string arrays(std::size_t depth) {
    return "x = " + times(depth, "[") + times(depth, "]") + "\n";
}
/// [a.a.a…]
inline std::string header(std::size_t parts) { return "[a" + times(parts - 1, ".a") + "]\n"; }
/// Deep arrays behind text that ends in four quotes, where a careless scan sees quoted text.
inline std::string behind_quotes(std::size_t depth) {
    return "x = [\"\"\"a\"\"\"\", " + times(depth, "[") + times(depth, "]") + ", \" ]\"]\n";
}

inline ScenarioFiles with_toml(const std::string& more) {
    auto files = two_rivers();
    const std::string base = files["scenario.toml"];
    files["scenario.toml"] = more.starts_with('[') ? base + more : more + base;
    return files;
}

inline std::string utf16(std::string_view text, bool mark) {
    std::string out = mark ? "\xFF\xFE" : "";
    for (const char c : text) (out += c) += '\0';
    return out;
}

/// A text of the scenario through `change`.
inline ScenarioFiles changed(const std::string& file,
                             const std::function<std::string(std::string)>& change) {
    auto files = two_rivers();
    files[file] = change(files[file]);
    return files;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

}  // namespace forestall::testing::hostile
