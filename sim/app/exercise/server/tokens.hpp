// SPDX-License-Identifier: Apache-2.0
// What lets a player in: 128 bits from the system, told once as a link, kept only as a digest.
#pragma once
#include <string>
#include <string_view>

namespace forestall::app::exercise {

inline constexpr std::size_t token_letters = 32;

/// 32 hex digits from getrandom. IoError if the system has none.
std::string fresh_token();
/// SHA-256 of a token, 64 hex digits.
std::string token_digest(std::string_view token);
/// Whether two digests are equal, in a time that does not depend on where they differ.
bool same_digest(std::string_view one, std::string_view other);

}  // namespace forestall::app::exercise
