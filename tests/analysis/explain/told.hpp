// SPDX-License-Identifier: Apache-2.0
// A made-up run as it is told, for tests of sentences.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "analysis/explain/history_prose.hpp"
#include "analysis/explain/made_run.hpp"

namespace forestall::test::made {

inline history::Prose prose(const MadeRun& run) {
    return history::prose_of(run.history(), run.record());
}

inline std::string joined(const history::Paragraph& p) {
    std::string out;
    for (const history::Sentence& s : p) out += s.text + " ";
    return out;
}

inline std::string joined(const history::ChapterProse& c) {
    std::string out;
    for (const history::Paragraph& p : c.paragraphs) out += joined(p);
    return out;
}

/// All chapters, with their titles.
inline std::string told(const MadeRun& run) {
    std::string out;
    for (const history::ChapterProse& c : prose(run).chapters)
        out += "# " + c.title + ". " + joined(c);
    return out;
}

inline void expect_in(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nis not in\n" << text;
}

inline void expect_not_in(const std::string& text, const std::string& part) {
    EXPECT_EQ(text.find(part), std::string::npos) << part << "\nis in\n" << text;
}

}  // namespace forestall::test::made
