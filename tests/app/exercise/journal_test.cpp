// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/journal.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "analysis/input_error.hpp"
#include "app/exercise/small_case.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

Record record(RecordKind kind, const std::string& text) {
    Record out;
    out.kind = kind;
    out.branch = "b1";
    out.turn = 1;
    out.t = some_time;
    out.body = {{"text", text}};
    return out;
}

std::string journal_of_three(const std::string& path) {
    Journal journal = Journal::create(path);
    journal.append(record(RecordKind::begin, "first"));
    journal.append(record(RecordKind::note, "second: \"quoted\", \n and more"));
    journal.append(record(RecordKind::note, "third"));
    return journal_text(path);
}

void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

TEST(Journal, ReadsBackWhatWasWritten) {
    const std::string path = fresh_path("journal");
    const std::string text = journal_of_three(path);
    const JournalRead read = read_journal(text, path);
    ASSERT_EQ(read.records.size(), 3U);
    EXPECT_EQ(read.records[1].body.find("text")->as_text(), "second: \"quoted\", \n and more");
    EXPECT_EQ(read.torn, 0U);
    std::string again;
    for (const Record& r : read.records) again += line_of(r) + "\n";
    EXPECT_EQ(again, text);
}

TEST(Journal, DropsATornLastLineAtAnyByteAndGoesOn) {
    const std::string text = journal_of_three(fresh_path("journal"));
    const std::size_t second = text.find('\n', text.find('\n') + 1) + 1;
    for (std::size_t cut = second; cut < text.size(); ++cut) {
        const std::string path = fresh_path("torn");
        write(path, text.substr(0, cut));
        Journal journal = Journal::open(path);
        EXPECT_EQ(journal.records().size(), 2U) << cut;
        EXPECT_EQ(journal.torn(), cut - second);
        journal.append(record(RecordKind::note, "third"));
        EXPECT_EQ(journal_text(path), text) << "the same line again, after " << cut << " bytes";
    }
}

TEST(Journal, RefusesWhatWasChangedInTheMiddle) {
    const std::string text = journal_of_three(fresh_path("journal"));
    const std::size_t first_line = text.find('\n') + 1;
    for (const std::size_t at : {std::size_t{3}, first_line / 2, first_line + 20}) {
        std::string changed = text;
        changed[at] = changed[at] == 'x' ? 'y' : 'x';
        EXPECT_THROW(read_journal(changed, "j"), InputError) << at;
    }
    EXPECT_THROW(read_journal(text.substr(first_line), "j"), InputError)
        << "without its first line";
}

TEST(Journal, TakesOneWriterOnly) {
    const std::string path = fresh_path("journal");
    Journal first = Journal::create(path);
    first.append(record(RecordKind::begin, "first"));
    EXPECT_THROW(Journal::open(path), IoError);
    EXPECT_THROW(Journal::create(path), StartRefused);
}

/// A limit on the size of files stands for a full disk: a write ends short, then fails.
TEST(Journal, LosesNothingOnAFullDiskAndGoesOnWhenThereIsRoom) {
    const std::string path = fresh_path("journal");
    Journal journal = Journal::create(path);
    journal.append(record(RecordKind::begin, "first"));
    const std::string before = journal_text(path);
    const auto old = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit was {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &was), 0);
    for (const std::size_t room : {0U, 1U, 40U, 100U}) {
        const struct rlimit full { before.size() + room, was.rlim_max };
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &full), 0);
        EXPECT_THROW(journal.append(record(RecordKind::note, std::string(500, 'x'))), IoError);
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &was), 0);
        EXPECT_EQ(journal_text(path), before) << room;
        EXPECT_EQ(journal.records().size(), 1U);
    }
    std::signal(SIGXFSZ, old);
    journal.append(record(RecordKind::note, "second"));
    EXPECT_EQ(read_journal(journal_text(path), path).records.size(), 2U);
}

}  // namespace
}  // namespace forestall::app::exercise
