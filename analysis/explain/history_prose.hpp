// SPDX-License-Identifier: Apache-2.0
// A history in sentences, for a terminal and a page alike: plain past tense, numbers rounded, what
// did not change not said again. Marks name the events that a sentence rests on.
#pragma once
#include <string>
#include <vector>

#include "analysis/explain/history.hpp"

namespace forestall::history {

struct Sentence {
    std::string text;
    std::vector<std::size_t> events =
        {};  ///< positions in the log, as `explain --event` takes them
};
using Paragraph = std::vector<Sentence>;

struct ChapterProse {
    std::string title;
    std::string dates;
    std::vector<Paragraph> paragraphs;
};

struct Prose {
    std::string title;
    std::string about;  ///< which member of what
    Paragraph summary;
    std::vector<ChapterProse> chapters;
    Paragraph caution;
};

Prose prose_of(const History& history, const Record& record);

}  // namespace forestall::history
