// SPDX-License-Identifier: Apache-2.0
// Every diagnostic code once: what it means and what to do. docs/diagnostics.md is this table;
// every code has a minimal failing case in tests/scenario/bad/<code>/.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace forestall {

struct CodeSpec {
    std::string_view code;  ///< E: error, W: warning; 1xx: importers
    std::string_view meaning;
    std::string_view hint;
};

std::span<const CodeSpec> diagnostic_codes();
/// nullptr if there is no such code.
const CodeSpec* find_code(std::string_view code);
/// The page docs/diagnostics.md.
std::string diagnostics_page();

}  // namespace forestall
