// SPDX-License-Identifier: Apache-2.0
// Numbers as people write them in prose: small ones in words, large ones rounded.
#pragma once
#include <string>
#include <vector>

#include "core/units.hpp"

namespace forestall::history {

/// To tens from 100 on, to hundreds from 1,000, to ten thousands from 100,000.
Persons rounded(Persons n);
/// "no", "seven", "43", "1,400", "610,000", "1.09 million".
std::string plain(Persons n);
/// The same; where rounding moved it, "about", "nearly" or "more than" says how.
std::string about(Persons n);
/// The same where no noun follows: "none" for 0.
std::string plain_or_none(Persons n);
/// 0.41 -> "41%"; "less than 1%" for what would round to none.
std::string per_cent(double share);
/// "a", "a and b", "a, b and c".
std::string list_of(const std::vector<std::string>& words);
/// With a capital first letter and a full stop.
std::string as_sentence(std::string text);
std::string capitalised(std::string text);

}  // namespace forestall::history
