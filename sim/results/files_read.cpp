// SPDX-License-Identifier: Apache-2.0
// The reading side of the seam to the file system.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "results/descriptor.hpp"
#include "results/files.hpp"

namespace forestall::files {
namespace {

/// What to do when a file that is named cannot be read.
std::string hint_for_input(const std::string& path, int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            if (exists(path + ".parts"))
                return "the run that writes it is not finished: its members so far are in " + path +
                       ".parts; the command that began it goes on with --resume";
            return "look at the name and the directory it is in";
        case EACCES:
        case EPERM:
            return "you may not read it";
        case EIO:
            return "the disk reports an error";
        case EMFILE:
        case ENFILE:
            return "too many open files (ulimit -n)";
        default:
            return "";
    }
}

[[noreturn]] void fail_to_read(const std::string& path, const char* doing, int error) {
    throw IoError(path, fmt::format("{}: {}", doing, std::generic_category().message(error)),
                  hint_for_input(path, error));
}

}  // namespace

std::string read_file(const std::string& path, std::uint64_t limit) {
    Descriptor fd(open_retrying(path.c_str(), O_RDONLY));
    if (fd.get() < 0) fail_to_read(path, "cannot open", errno);
    struct stat about {};
    if (::fstat(fd.get(), &about) != 0) fail_to_read(path, "cannot read", errno);
    if (S_ISDIR(about.st_mode)) throw IoError(path, "is a directory");
    const auto size = static_cast<std::uint64_t>(about.st_size < 0 ? 0 : about.st_size);
    std::string bytes;
    if (size <= limit) bytes.reserve(size + 1);
    for (std::string buffer(std::size_t{1} << 16, '\0');;) {
        const auto n = ::read(fd.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail_to_read(path, "cannot read", errno);
        if (n == 0) return bytes;
        bytes.append(buffer, 0, static_cast<std::size_t>(n));
        if (bytes.size() > limit)
            throw IoError(path, fmt::format("is larger than {} bytes", limit));
    }
}

OpenFile::OpenFile(std::string path)
    : path_(std::move(path)), fd_(open_retrying(path_.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY)) {
    if (fd_ < 0) fail_to_read(path_, "cannot open", errno);
    struct stat about {};
    const bool known = ::fstat(fd_, &about) == 0;
    const int error = errno;
    if (known && S_ISREG(about.st_mode)) {
        size_ = static_cast<std::uint64_t>(about.st_size);
        return;
    }
    ::close(std::exchange(fd_, -1));
    if (!known) fail_to_read(path_, "cannot read", error);
    throw IoError(path_, S_ISDIR(about.st_mode) ? "is a directory" : "is not a regular file");
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), size_(other.size_) {}

OpenFile::~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
}

void OpenFile::read(std::uint64_t at, void* into, std::size_t count) const {
    char* to = static_cast<char*>(into);
    while (count > 0) {
        const auto n = ::pread(fd_, to, std::min<std::size_t>(count, std::size_t{1} << 30),
                               static_cast<off_t>(at));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail_to_read(path_, "cannot read", errno);
        if (n == 0) throw IoError(path_, "was cut short while it was being read");
        to += n;
        at += static_cast<std::uint64_t>(n);
        count -= static_cast<std::size_t>(n);
    }
}

bool begins_with(const std::string& path, std::string_view bytes) {
    Descriptor fd(open_retrying(path.c_str(), O_RDONLY));
    std::string head(bytes.size(), '\0');
    return fd.get() >= 0 &&
           ::pread(fd.get(), head.data(), head.size(), 0) == static_cast<ssize_t>(head.size()) &&
           head == bytes;
}

}  // namespace forestall::files
