// SPDX-License-Identifier: Apache-2.0
// What reading and writing of files share: calls that a signal does not end, and descriptors that
// do not leak.
#pragma once
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace forestall::files {

/// An open descriptor that is closed on every way out.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    /// close() may be the first to tell of a full network disk.
    int close() { return ::close(std::exchange(fd_, -1)); }

private:
    int fd_;
};

inline int open_retrying(const char* path, int flags, mode_t mode = 0) {
    int fd;
    do fd = ::open(path, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd;
}

}  // namespace forestall::files
