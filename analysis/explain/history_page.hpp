// SPDX-License-Identifier: Apache-2.0
// A history as one self-contained HTML page: the same sentences, and a table of tolls by chapter.
// It has no script, loads nothing and prints. A function of its arguments.
#pragma once
#include <string>

#include "analysis/explain/history_prose.hpp"

namespace forestall::history {

/// Where a page comes from, as plain text.
struct Source {
    std::string file;     ///< as the user named it
    std::string program;  ///< "forestall 0.1.0 (abc123)"
    std::string again;    ///< command lines that give the file and the page again
};

std::string page_of(const History& history, const Prose& prose, const Source& source);

}  // namespace forestall::history
