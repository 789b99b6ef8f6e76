// SPDX-License-Identifier: Apache-2.0
// The one seam to the file system: everything forestall keeps is written through here. A file
// appears whole under its name or not at all: temporary file in the same directory, write, fsync,
// rename, fsync of the directory. Thread safety: functions may be called from any thread; two
// writers of one name do not mix, the later rename wins.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace forestall {

/// The system refused: which file, what happened, what to try. Exit code 74.
class IoError : public std::runtime_error {
public:
    IoError(std::string path, const std::string& what, std::string hint = "");
    const std::string& path() const { return path_; }
    const std::string& hint() const { return hint_; }

private:
    std::string path_;
    std::string hint_;
};

/// What is there must not be touched or cannot be continued; the hint says what to do. Exit code 2.
class StartRefused : public std::runtime_error {
public:
    StartRefused(const std::string& what, std::string hint)
        : std::runtime_error(what), hint_(std::move(hint)) {}
    const std::string& hint() const { return hint_; }

private:
    std::string hint_;
};

namespace files {

/// Whether a file that has the name already gives way.
enum class Existing : std::uint8_t { replace, keep };

/// Gives `path` the content `bytes` followed by `tail`, durably. A symbolic link is followed, also
/// one that leads to nothing yet; a device, pipe or directory is refused. With `keep`, a file that
/// is there (or came while this one was written) stays, and StartRefused says so. After an error
/// the old file, if any, is untouched and no temporary file is left.
void write_atomically(const std::string& path, std::string_view bytes, std::string_view tail = {},
                      Existing existing = Existing::replace);

/// The file that a name stands for, links followed to their end; `problem` is what keeps it from
/// being one ("").
struct Target {
    std::string path;
    std::string problem;
};
Target target_of(const std::string& path);

/// Makes a temporary file as `write_atomically` does for this target and removes it: IoError if
/// that cannot be.
void try_to_write(const std::string& target);
/// Removes temporary files that killed processes left for this very target. Those of a living
/// process stay.
void remove_stale_temporaries(const std::string& target);
/// The longest name that a temporary file of this target can have.
std::size_t longest_temporary_name(const std::string& target);

/// Whole content; IoError if it cannot be read or is larger than `limit` bytes.
std::string read_file(const std::string& path, std::uint64_t limit = std::uint64_t{1} << 40);

/// A file that is being made under a temporary name beside `path`, and takes its name at once when
/// it is whole. Goes without a trace if it is given up. A symbolic link is followed; a device, pipe
/// or directory is refused.
class NewFile {
public:
    explicit NewFile(const std::string& path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    /// IoError if the system refuses.
    void write(std::uint64_t at, std::string_view bytes);
    /// What lies beyond the end leaves `into` as it is.
    void read(std::uint64_t at, void* into, std::size_t count) const;
    void resize(std::uint64_t size);
    /// Makes it durable and gives it its name. StartRefused if another has it meanwhile and shall
    /// stay.
    void commit(Existing existing = Existing::replace);

private:
    std::string path_;
    std::string target_;
    std::string temporary_;
    int fd_ = -1;
};

/// A regular file that is open for reading: never a pipe, device or directory, whose opening or
/// reading could block or have no end. Its size is that at opening.
class OpenFile {
public:
    /// IoError if it cannot be opened or is not a regular file.
    explicit OpenFile(std::string path);
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&&) = delete;
    const std::string& path() const { return path_; }
    std::uint64_t size() const { return size_; }
    /// Fills `into` from `at`; IoError if the system refuses or the file has shrunk.
    void read(std::uint64_t at, void* into, std::size_t count) const;

private:
    std::string path_;
    int fd_ = -1;
    std::uint64_t size_ = 0;
};

/// True if the file can be read and begins with these bytes.
bool begins_with(const std::string& path, std::string_view bytes);

/// True if anything has that name.
bool exists(const std::string& path);

/// Durable rename inside one directory.
void rename_durably(const std::string& from, const std::string& to);

/// Makes a directory (its parent must exist); fine if it is there.
void make_directory(const std::string& path);

/// True for the names that `write_atomically` gives its temporary files.
bool is_temporary_name(std::string_view name);

/// Holds a directory against a second process: an advisory lock that ends with the process, however
/// it ends.
class DirectoryLock {
public:
    /// IoError if another process holds it. File systems without locks are taken as they are.
    explicit DirectoryLock(const std::string& lock_path);
    ~DirectoryLock();
    DirectoryLock(const DirectoryLock&) = delete;
    DirectoryLock& operator=(const DirectoryLock&) = delete;

private:
    int fd_ = -1;
};

}  // namespace files
}  // namespace forestall
