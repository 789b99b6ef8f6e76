// SPDX-License-Identifier: Apache-2.0
// Keeps an ensemble's rows while it runs and makes the results file at its end. Rows arrive in batches; each batch
// becomes one small file in `OUT.parts/` (part_file.hpp), whole and durable before `append` returns. `finish` assembles
// them into OUT, whose bytes do not depend on batches, on interruptions or on who computed what, and removes the parts.
// Killed at any moment, no batch that `append` took is lost.
// Thread safety: one thread at a time. Another process on the same output is refused.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "results/assemble.hpp"
#include "results/files.hpp"
#include "results/header.hpp"

namespace forestall {

/// `fresh` refuses to begin where an unfinished run left its parts. `resume` continues it, or begins if there is
/// nothing. `overwrite` discards it. A finished OUT is replaced, at the end, by `fresh` and `overwrite`.
enum class Start : std::uint8_t { fresh, resume, overwrite };

/// What is there must not be touched or cannot be continued; the hint says what to do. Exit code 2.
class StartRefused : public std::runtime_error {
public:
    StartRefused(const std::string& what, std::string hint) : std::runtime_error(what), hint_(std::move(hint)) {}
    const std::string& hint() const { return hint_; }

private:
    std::string hint_;
};

class PartStore {
public:
    /// `members`: those that OUT shall hold, ascending (a shard's, or all). Throws StartRefused, IoError.
    PartStore(std::string out_path, Header header, std::vector<std::uint64_t> members, Start start);
    ~PartStore();
    PartStore(const PartStore&) = delete;
    PartStore& operator=(const PartStore&) = delete;

    /// Durable members, ascending, and those still to compute.
    std::vector<std::uint64_t> done_members() const;
    std::vector<std::uint64_t> missing_members() const;

    /// Rows in ascending order of member, each of them missing so far. After an IoError the store is as before.
    void append(std::vector<MemberRow>&& rows);

    /// Needs all members. After an IoError everything is still in the parts; may be called again.
    void finish();

    /// What went wrong without harm: damaged parts set aside (W701), parts that could not be removed (W702).
    const Diagnostics& warnings() const { return warnings_; }
    const std::string& parts_directory() const { return directory_; }

private:
    void check_output() const;
    bool adopt_finished();
    void list_parts();
    void adopt_part(const std::string& path, const FileDigests& files);
    void refuse_leftovers() const;
    [[noreturn]] void refuse_old_parts() const;
    void set_aside(const std::string& path, const std::string& why);
    void discard_parts();
    void close_directory();
    FileDigests files_there() const;
    void keep_digests() const;
    std::size_t position_of(std::uint64_t member) const;
    bool take(RowFile file);

    std::string out_path_;
    std::string directory_;
    Header header_;
    std::vector<std::uint64_t> members_;
    std::vector<bool> done_;
    std::vector<RowFile> parts_;
    std::vector<std::string> found_;  ///< paths of parts at the start
    bool old_parts_ = false;          ///< some that an older version wrote
    bool finished_ = false;           ///< OUT is already what it shall be
    Diagnostics warnings_;
    std::unique_ptr<files::DirectoryLock> lock_;
};

}  // namespace forestall
