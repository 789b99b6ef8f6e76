// SPDX-License-Identifier: Apache-2.0
// A library for LD_PRELOAD that makes the k-th call on files of interest go wrong. Built as its own
// shared library (FORESTALL_FAULT_SHIM); part of the test program it is empty.
//   FAULT_PATH  calls on paths with this in them count, and on descriptors opened under those
//   FAULT_AT    which of them goes wrong, from 1
//   FAULT_KIND  eio | enospc | full (enospc, later writes too) | short | eintr | kill | kill_after
//   FAULT_MARK  a file that is made when it happened
#ifdef FORESTALL_FAULT_SHIM
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>

namespace {

bool watched[4096];
long calls = 0;
bool disk_is_full = false;

const char* setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

bool of_interest(const char* path) {
    const char* part = setting("FAULT_PATH");
    return path != nullptr && *part != '\0' && std::strstr(path, part) != nullptr;
}

bool kind_is(const char* kind) { return std::strcmp(setting("FAULT_KIND"), kind) == 0; }

/// True if this call is the one.
bool struck() {
    if (++calls != std::atol(setting("FAULT_AT"))) return false;
    const long fd = syscall(SYS_openat, AT_FDCWD, setting("FAULT_MARK"), O_WRONLY | O_CREAT, 0600);
    syscall(SYS_close, fd);
    if (kind_is("kill")) raise(SIGKILL);
    return true;
}

int error_of_kind() {
    if (kind_is("eintr")) return EINTR;
    if (kind_is("enospc") || kind_is("full")) return ENOSPC;
    return EIO;
}

bool after_the_fact() { return kind_is("kill_after"); }

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is_watched(int fd) { return fd >= 0 && fd < 4096 && watched[fd]; }

/// Runs a call that may go wrong as a whole.
template <class Call>
auto guarded(bool interesting, Call call) -> decltype(call()) {
    if (!interesting || !struck()) return call();
    if (after_the_fact()) {
        call();
        raise(SIGKILL);
    }
    if (kind_is("short")) return call();
    errno = error_of_kind();
    return -1;
}

int open_watched(const char* path, int flags, mode_t mode) {
    const int fd = guarded(of_interest(path), [&] {
        return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    });
    if (fd >= 0 && fd < 4096) watched[fd] = of_interest(path);
    return fd;
}

mode_t mode_argument(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, unsigned)) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return open_watched(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return open_watched(path, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
    const auto call = [&](size_t n) {
        return static_cast<ssize_t>(syscall(SYS_write, fd, bytes, n));
    };
    if (!is_watched(fd)) return call(size);
    if (disk_is_full) {
        errno = ENOSPC;
        return -1;
    }
    if (!struck()) return call(size);
    if (kind_is("short")) return call((size + 1) / 2);
    if (after_the_fact()) {
        call(size / 2);  // half of it reached the disk
        raise(SIGKILL);
    }
    disk_is_full = kind_is("full");
    errno = error_of_kind();
    return -1;
}

ssize_t read(int fd, void* bytes, size_t size) {
    return guarded(is_watched(fd),
                   [&] { return static_cast<ssize_t>(syscall(SYS_read, fd, bytes, size)); });
}

ssize_t pread(int fd, void* bytes, size_t size, off_t at) {
    return guarded(is_watched(fd),
                   [&] { return static_cast<ssize_t>(syscall(SYS_pread64, fd, bytes, size, at)); });
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
    return guarded(is_watched(fd), [&] {
        return static_cast<ssize_t>(syscall(SYS_pwrite64, fd, bytes, size, at));
    });
}

int ftruncate(int fd, off_t size) {
    return guarded(is_watched(fd),
                   [&] { return static_cast<int>(syscall(SYS_ftruncate, fd, size)); });
}

int fsync(int fd) {
    return guarded(is_watched(fd), [&] { return static_cast<int>(syscall(SYS_fsync, fd)); });
}

int close(int fd) {
    const bool interesting = is_watched(fd);
    if (interesting) watched[fd] = false;
    const int status =
        static_cast<int>(syscall(SYS_close, fd));  // the descriptor is gone whatever is reported
    return guarded(interesting, [&] { return status; });
}

int rename(const char* from, const char* to) {
    return guarded(of_interest(from) || of_interest(to),
                   [&] { return static_cast<int>(syscall(SYS_rename, from, to)); });
}

int renameat2(int, const char* from, int, const char* to, unsigned flags) {
    return guarded(of_interest(from) || of_interest(to), [&] {
        return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags));
    });
}

int mkdir(const char* path, mode_t mode) {
    return guarded(of_interest(path),
                   [&] { return static_cast<int>(syscall(SYS_mkdir, path, mode)); });
}

int unlink(const char* path) {
    return guarded(of_interest(path), [&] { return static_cast<int>(syscall(SYS_unlink, path)); });
}

int remove(const char* path) {
    return guarded(of_interest(path), [&] {
        const int status = static_cast<int>(syscall(SYS_unlink, path));
        return status != 0 && errno == EISDIR ? static_cast<int>(syscall(SYS_rmdir, path)) : status;
    });
}

}  // extern "C"
#endif
