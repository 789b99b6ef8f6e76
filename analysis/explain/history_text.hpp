// SPDX-License-Identifier: Apache-2.0
// A history as plain text for a terminal, in lines of at most `columns` characters.
#pragma once
#include <string>

#include "analysis/explain/history_prose.hpp"

namespace forestall::history {

/// The events that a sentence rests on stand behind it in brackets.
std::string text_of(const Prose& prose, std::size_t columns = 80);

}  // namespace forestall::history
