// SPDX-License-Identifier: Apache-2.0
#include "results/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "results/descriptor.hpp"

namespace forestall {

IoError::IoError(std::string path, const std::string& what, std::string hint)
    : std::runtime_error(path + ": " + what), path_(std::move(path)), hint_(std::move(hint)) {}

namespace files {
namespace {

/// What to do when a file cannot be written.
const char* hint_for(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return "free some space or write to another disk with -o";
        case EFBIG:
            return "a limit on file sizes is set (ulimit -f)";
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a directory you may write to with -o";
        case ENOENT:
        case ENOTDIR:
            return "create the directory first";
        case EMFILE:
        case ENFILE:
            return "too many open files (ulimit -n)";
        case EIO:
            return "the disk reports an error; write to another one with -o";
        default:
            return "";
    }
}

[[noreturn]] void fail(const std::string& path, const char* doing, int error) {
    throw IoError(path, fmt::format("{}: {}", doing, std::generic_category().message(error)),
                  hint_for(error));
}

int fsync_retrying(int fd) {
    int status;
    do status = ::fsync(fd);
    while (status != 0 && errno == EINTR);
    return status;
}

/// 0 or errno. Writes of at most 1 GiB: Linux takes no more than 2 GiB at once.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n =
            ::write(fd, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        if (n == 0) return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

std::string directory_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

void sync_directory(const std::string& path) {
    const std::string directory = directory_of(path);
    Descriptor fd(open_retrying(directory.c_str(), O_RDONLY | O_DIRECTORY));
    if (fd.get() < 0) fail(directory, "cannot open the directory", errno);
    // Some file systems know no fsync of a directory; they order renames themselves.
    if (fsync_retrying(fd.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        fail(directory, "cannot write the new name safely to disk", errno);
}

/// Name of a temporary file: `.NAME.PID-COUNT.tmp`.
constexpr std::string_view temporary_end = ".tmp";
constexpr std::size_t longest_middle = 18;  ///< process number, hyphen, count

std::string temporary_begin(const std::string& target) { return "." + name_of(target) + "."; }

/// True for a name of a temporary file of this very target: `.o.h5.x.12-0.tmp` is one of o.h5.x,
/// not of o.h5.
bool is_temporary_of(std::string_view begin, std::string_view name) {
    if (!name.starts_with(begin) || !name.ends_with(temporary_end)) return false;
    if (name.size() < begin.size() + temporary_end.size() + 3) return false;
    const std::string_view middle =
        name.substr(begin.size(), name.size() - begin.size() - temporary_end.size());
    const auto hyphen = middle.find('-');
    const auto digits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return hyphen != std::string_view::npos && digits(middle.substr(0, hyphen)) &&
           digits(middle.substr(hyphen + 1));
}

/// A new file beside `target`, locked as long as a descriptor of it is open: that tells it from one
/// of a killed process.
int open_temporary(const std::string& target, std::string& name) {
    static std::atomic<unsigned> counter{0};
    for (int attempt = 0; attempt < 1000; ++attempt) {
        name = fmt::format("{}/{}{}-{}{}", directory_of(target), temporary_begin(target),
                           ::getpid(), counter++, temporary_end);
        const int fd = open_retrying(name.c_str(), O_RDWR | O_CREAT | O_EXCL, 0666);
        if (fd < 0 && errno == EEXIST) continue;
        if (fd < 0) return fd;
        while (::flock(fd, LOCK_EX) != 0 && errno == EINTR) {
        }
        struct stat about {};
        if (::fstat(fd, &about) == 0 && about.st_nlink > 0) return fd;
        ::close(fd);  // another process took it for stale before it was locked
    }
    return -1;
}

/// rename() that never replaces: 0 or errno, EEXIST if the name is taken.
int rename_to_free_name(const char* from, const char* to) {
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    if (::link(from, to) == 0)
        return ::unlink(from) == 0 ? 0 : errno;  // file systems without it, such as NFS
    if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP) return errno;
    if (exists(to)) return EEXIST;
    return ::rename(from, to) == 0 ? 0 : errno;
}

/// IoError; StartRefused if the name is taken and what has it shall stay.
void give_name(const std::string& path, const std::string& temporary, const std::string& target,
               Existing existing) {
    int error = 0;
    if (existing == Existing::keep)
        error = rename_to_free_name(temporary.c_str(), target.c_str());
    else if (::rename(temporary.c_str(), target.c_str()) != 0)
        error = errno;
    if (error == EEXIST && existing == Existing::keep)
        throw StartRefused(path + " was created meanwhile; it is left as it is",
                           "name another file with -o, or add --overwrite to replace it");
    if (error != 0) fail(path, "cannot give the file its name", error);
}

}  // namespace

Target target_of(const std::string& path) {
    constexpr int most_links = 40;
    Target out{path, ""};
    if (path.empty()) return {path, "an empty name is not the name of a file"};
    if (path.find('\0') != std::string::npos) return {path, "is not the name of a file"};
    for (int links = 0;; ++links) {
        const std::string name = name_of(out.path);
        if (name.empty() || name == "." || name == "..")
            return {out.path, "is the name of a directory, not of a file"};
        struct stat about {};
        if (::lstat(out.path.c_str(), &about) != 0) {
            if (errno == ENAMETOOLONG) out.problem = "the name is too long";
            if (errno == ELOOP) out.problem = "its links lead in a circle";
            return out;
        }
        if (S_ISREG(about.st_mode)) return out;
        if (!S_ISLNK(about.st_mode)) return {out.path, "is not a regular file"};
        if (::stat(out.path.c_str(), &about) == 0 && !S_ISREG(about.st_mode))
            return {out.path, "is not a regular file"};
        std::error_code error;
        const std::filesystem::path to = std::filesystem::read_symlink(out.path, error);
        if (error || links == most_links) return {out.path, "its links lead in a circle"};
        out.path = to.is_absolute() ? to.string() : directory_of(out.path) + "/" + to.string();
    }
}

void try_to_write(const std::string& target) {
    std::string name;
    const Descriptor fd(open_temporary(target, name));
    if (fd.get() < 0) fail(target, "cannot create a file beside it", errno);
    ::unlink(name.c_str());
}

void remove_stale_temporaries(const std::string& target) {
    const std::string begin = temporary_begin(target), directory = directory_of(target);
    std::error_code error;
    for (std::filesystem::directory_iterator it(directory, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (!is_temporary_of(begin, name)) continue;
        const std::string path = directory + "/" + name;
        const Descriptor fd(open_retrying(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK));
        if (fd.get() >= 0 && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
    }
}

std::size_t longest_temporary_name(const std::string& target) {
    return temporary_begin(target).size() + longest_middle + temporary_end.size();
}

void write_atomically(const std::string& path, std::string_view bytes, std::string_view tail,
                      Existing existing) {
    const auto [target, problem] = target_of(path);
    if (!problem.empty()) throw IoError(path, problem, "name a file with -o");
    std::string temporary;
    Descriptor fd(open_temporary(target, temporary));
    if (fd.get() < 0) fail(path, "cannot create a file beside it", errno);
    const Descriptor lock(
        ::fcntl(fd.get(), F_DUPFD_CLOEXEC, 0));  // holds the lock until the file has its name
    const auto give_up = [&](const char* doing, int error) {
        ::unlink(temporary.c_str());
        fail(path, doing, error);
    };
    if (int error = write_all(fd.get(), bytes)) give_up("cannot write", error);
    if (int error = write_all(fd.get(), tail)) give_up("cannot write", error);
    if (fsync_retrying(fd.get()) != 0) give_up("cannot write it safely to disk", errno);
    if (fd.close() != 0 && errno != EINTR) give_up("cannot close", errno);
    try {
        give_name(path, temporary, target, existing);
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    sync_directory(target);
}

NewFile::NewFile(const std::string& path) : path_(path) {
    const auto [target, problem] = target_of(path);
    if (!problem.empty()) throw IoError(path, problem, "name a file with -o");
    target_ = target;
    fd_ = open_temporary(target_, temporary_);
    if (fd_ < 0) fail(path_, "cannot create a file beside it", errno);
}

NewFile::~NewFile() {
    if (fd_ >= 0) ::close(fd_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void NewFile::write(std::uint64_t at, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t most = std::min<std::size_t>(bytes.size(), std::size_t{1} << 30);
        const auto n = ::pwrite(fd_, bytes.data(), most, static_cast<off_t>(at));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) fail(path_, "cannot write", n < 0 ? errno : EIO);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        at += static_cast<std::uint64_t>(n);
    }
}

void NewFile::read(std::uint64_t at, void* into, std::size_t count) const {
    for (char* to = static_cast<char*>(into); count > 0;) {
        const auto n = ::pread(fd_, to, std::min<std::size_t>(count, std::size_t{1} << 30),
                               static_cast<off_t>(at));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path_, "cannot read back", errno);
        if (n == 0) return;
        to += n;
        at += static_cast<std::uint64_t>(n);
        count -= static_cast<std::size_t>(n);
    }
}

void NewFile::resize(std::uint64_t size) {
    int status;
    do status = ::ftruncate(fd_, static_cast<off_t>(size));
    while (status != 0 && errno == EINTR);
    if (status != 0) fail(path_, "cannot write", errno);
}

void NewFile::commit(Existing existing) {
    if (fsync_retrying(fd_) != 0) fail(path_, "cannot write it safely to disk", errno);
    const Descriptor lock(
        ::fcntl(fd_, F_DUPFD_CLOEXEC, 0));  // holds the lock until the file has its name
    if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) fail(path_, "cannot close", errno);
    give_name(path_, temporary_, target_, existing);
    temporary_.clear();
    sync_directory(target_);
}

bool exists(const std::string& path) {
    struct stat about {};
    return ::lstat(path.c_str(), &about) == 0;
}

void rename_durably(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail(from, "cannot rename", errno);
    sync_directory(to);
}

void make_directory(const std::string& path) {
    if (::mkdir(path.c_str(), 0777) == 0) return sync_directory(path);
    const int error = errno;
    struct stat about {};
    if (error == EEXIST && ::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode)) return;
    fail(path, "cannot create the directory", error);
}

bool is_temporary_name(std::string_view name) {
    return name.size() > 5 && name.front() == '.' && name.substr(name.size() - 4) == ".tmp";
}

DirectoryLock::DirectoryLock(const std::string& lock_path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        fd_ = open_retrying(lock_path.c_str(), O_RDWR | O_CREAT, 0666);
        if (fd_ < 0) fail(lock_path, "cannot create", errno);
        if (::flock(fd_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) break;
        // Its holder may have removed it between our two calls; then the name is free, or somebody
        // else's.
        struct stat held {
        }, named{};
        if (::fstat(fd_, &held) == 0 && ::stat(lock_path.c_str(), &named) == 0 &&
            held.st_ino == named.st_ino)
            return;
        ::close(std::exchange(fd_, -1));
    }
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    throw IoError(directory_of(lock_path), "another forestall is writing here",
                  "wait for it to end, or name another file with -o");
}

DirectoryLock::~DirectoryLock() {
    if (fd_ >= 0) ::close(fd_);
}

}  // namespace files
}  // namespace forestall
