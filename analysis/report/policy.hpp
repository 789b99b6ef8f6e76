// SPDX-License-Identifier: Apache-2.0
// The content security policy of a page: it may run its own scripts and apply its own style, known
// by their SHA-256, and load, send or embed nothing. So a name that slipped through as markup would
// still not run.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace forestall::report {

/// 'sha256-…' of the text of an element, as a policy names it. Throws std::runtime_error if there
/// is no SHA-256.
std::string source_of(std::string_view text);

/// The policy of a page with these scripts, or none, and this style, each the whole text between
/// its tags. Data blocks do not run and need no entry.
std::string policy_of(const std::vector<std::string_view>& scripts, std::string_view style);

}  // namespace forestall::report
