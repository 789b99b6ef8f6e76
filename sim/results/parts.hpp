// SPDX-License-Identifier: Apache-2.0
// Keeps an ensemble's rows while it runs and makes the results file at its end. Rows arrive in
// batches; each batch becomes one small file in `OUT.parts/` (part_file.hpp), whole and durable
// before `append` returns. `finish` assembles them into OUT, whose bytes do not depend on batches,
// on interruptions or on who computed what, and removes the parts. Killed at any moment, no batch
// that `append` took is lost.
// Thread safety: one thread at a time. Another process on the same output is refused.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "results/assemble.hpp"
#include "results/files.hpp"
#include "results/header.hpp"
#include "results/output.hpp"
#include "results/reader.hpp"

namespace forestall {

class PartStore {
public:
    /// `members`: those that OUT shall hold, ascending (a shard's, or all). Throws StartRefused,
    /// IoError.
    PartStore(std::string out_path, Header header, std::vector<std::uint64_t> members, Start start);
    ~PartStore();
    PartStore(const PartStore&) = delete;
    PartStore& operator=(const PartStore&) = delete;

    /// Durable members, ascending, and those still to compute.
    std::vector<std::uint64_t> done_members() const;
    std::vector<std::uint64_t> missing_members() const;
    /// Those among the members first … first + count - 1.
    std::vector<std::uint64_t> missing_members(std::uint64_t first, std::uint64_t count) const;
    /// The files of the durable members.
    const std::vector<RowFile>& parts() const { return parts_; }

    /// What the file would be if the job, `header`, had these of its members and no more. The
    /// file that it is read from is removed when `judge` is done.
    void look(const Header& header, const std::vector<std::uint64_t>& members,
              const std::function<void(const Results&)>& judge) const;

    /// Rows in ascending order of member, each of them missing so far. After an IoError the store
    /// is as before.
    void append(std::vector<MemberRow>&& rows);

    /// Needs all members. After an IoError everything is still in the parts; may be called again.
    void finish();
    /// The same for a job that ended with these of its members; `header` is the file's.
    void finish_with(const Header& header, const std::vector<std::uint64_t>& members);

    /// True if an unfinished run was told to replace the very file that is there under this name.
    static bool may_replace(const std::string& out_path);

    /// What went wrong without harm: damaged parts set aside (W701), parts that could not be
    /// removed (W702).
    const Diagnostics& warnings() const { return warnings_; }
    const std::string& parts_directory() const { return directory_; }

private:
    bool adopt_finished();
    void note_replaced();
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
    bool damaged_ = false;            ///< parts were set aside before
    bool finished_ = false;           ///< OUT is already what it shall be
    files::Existing existing_ =
        files::Existing::keep;  ///< what becomes of an OUT that is there at the end
    Diagnostics warnings_;
    std::unique_ptr<files::DirectoryLock> lock_;
};

}  // namespace forestall
