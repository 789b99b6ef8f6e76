// SPDX-License-Identifier: Apache-2.0
// What was done in an exercise, in the order in which it was: one JSON document a line, each with
// the digest of the line before. A line is on the disk before `append` returns; nothing is ever
// changed or removed. From the journal alone, with the scenario, every moment of a session can be
// made again. docs/exercise.md has the format.
// Invariant: `records()` is what a reader of the file finds.
// Thread safety: one thread at a time. Another process that wants to write is refused.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame/json.hpp"
#include "core/vocabulary.hpp"

namespace forestall::app::exercise {

enum class RecordKind : std::uint8_t {
    begin,
    order,
    cancel,
    inject,
    turn,
    clock,
    bookmark,
    rewind,
    branch,
    hand_over,
    note,
    lesson,
    ready,
    overrule,
    release
};

inline constexpr auto record_words = vocabulary<RecordKind>({
    {RecordKind::begin, "begin"},
    {RecordKind::order, "order"},
    {RecordKind::cancel, "cancel"},
    {RecordKind::inject, "inject"},
    {RecordKind::turn, "turn"},
    {RecordKind::clock, "clock"},
    {RecordKind::bookmark, "bookmark"},
    {RecordKind::rewind, "rewind"},
    {RecordKind::branch, "branch"},
    {RecordKind::hand_over, "hand_over"},
    {RecordKind::note, "note"},
    {RecordKind::lesson, "lesson"},
    {RecordKind::ready, "ready"},
    {RecordKind::overrule, "overrule"},
    {RecordKind::release, "release"},
});

struct Record {
    std::uint64_t n = 0;  ///< from 1
    RecordKind kind = RecordKind::note;
    std::string branch;
    int turn = 0;      ///< that was open
    std::string t;     ///< when, as the caller says
    std::string seat;  ///< who; empty: the white cell
    Json body;
    std::string prev;  ///< digest of the line before, 16 hex digits; of the first, of nothing
};

/// The record as it stands in a journal, without its line end. Throws for text that is not UTF-8.
std::string line_of(const Record& record);
/// Digest of a line.
std::string line_digest(std::string_view line);

struct JournalRead {
    std::vector<Record> records;
    std::uint64_t size = 0;  ///< bytes of whole lines
    std::uint64_t torn = 0;  ///< bytes of a last line that was not finished
    std::string last;        ///< digest of the last line
};

/// Journal in a text. A last line that is not whole is told by `torn`; InputError for anything else
/// that does not follow from what stands before.
JournalRead read_journal(std::string_view text, const std::string& name);

class Journal {
public:
    /// A new file; StartRefused if there is one of that name.
    static Journal create(const std::string& path);
    /// One that is there, to go on with. Takes away a torn last line. IoError if another process
    /// writes to it.
    static Journal open(const std::string& path);
    ~Journal();
    Journal(Journal&& other) noexcept;
    Journal& operator=(Journal&&) = delete;
    Journal(const Journal&) = delete;

    /// Numbers and chains the record and makes it durable. After an IoError the journal is as
    /// before.
    const Record& append(Record record);
    const std::vector<Record>& records() const { return read_.records; }
    const std::string& path() const { return path_; }
    /// Bytes of a torn last line that were taken away.
    std::uint64_t torn() const { return read_.torn; }

private:
    Journal(std::string path, int fd);

    std::string path_;
    int fd_ = -1;
    JournalRead read_;
    bool broken_ = false;  ///< a failed line could not be taken back
};

/// The file's text; IoError, or InputError if it is no plain file.
std::string journal_text(const std::string& path);

}  // namespace forestall::app::exercise
