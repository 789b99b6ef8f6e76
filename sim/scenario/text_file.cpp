// SPDX-License-Identifier: Apache-2.0
#include "scenario/text_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "scenario/csv.hpp"

namespace forestall {
namespace fs = std::filesystem;
namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a directory";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "something else";
}

bool lies_in(const fs::path& path, const fs::path& dir) {
    return std::mismatch(dir.begin(), dir.end(), path.begin(), path.end()).first == dir.end();
}

void too_large(const std::string& name, std::uint64_t bytes, std::uint64_t most, Report& report) {
    report.add("E003", {name, 0, 0}, fmt::format("{} bytes; at most {} are read", bytes, most));
}

}  // namespace

bool stays_inside(const fs::path& path, const std::string& name, const fs::path& inside,
                  Report& report) {
    std::error_code failure;
    const fs::path real = fs::canonical(path, failure);
    if (failure || inside.empty() || lies_in(real, inside)) return true;
    const std::string shown_name = readable_utf8(name);
    report.add("E065", {shown_name, 0, 0},
               fmt::format("{} is a link that leads out of the directory", shown(shown_name)));
    return false;
}

std::optional<std::string> read_text_file(const fs::path& path, const std::string& name,
                                          std::uint64_t most, Report& report,
                                          const fs::path& inside) {
    const std::string shown_name = readable_utf8(name);
    const auto refuse = [&](std::string_view code, const std::string& why,
                            const std::string& hint) {
        report.add(code, {shown_name, 0, 0}, fmt::format("{} {}", shown(shown_name), why), hint);
        return std::nullopt;
    };
    if (!stays_inside(path, name, inside, report)) return std::nullopt;
    std::error_code failure;
    const fs::path real = fs::canonical(path, failure);
    if (failure == std::errc::no_such_file_or_directory || failure == std::errc::not_a_directory)
        return fs::is_symlink(path, failure)
                   ? refuse("E001", "is a link to a file that is missing", "")
                   : refuse("E001", "is missing", "");
    struct stat about = {};
    if (failure || ::lstat(real.c_str(), &about) != 0)
        return refuse(
            "E002",
            fmt::format("cannot be read: {}", failure ? failure.message() : std::strerror(errno)),
            "");
    // Looked at before it is opened, since opening a device may do something; and again after,
    // since it may have changed.
    if (!S_ISREG(about.st_mode))
        return refuse("E002", fmt::format("is {}", kind_of(about.st_mode)), "");
    const Descriptor file(
        ::open(real.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (file.number() < 0)
        return refuse("E002", fmt::format("cannot be read: {}", std::strerror(errno)), "");
    if (::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode))
        return refuse("E002", "is not a regular file", "");
    const auto bytes = static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0));
    if (bytes > most) return too_large(shown_name, bytes, most, report), std::nullopt;
    std::string text(bytes, '\0');
    std::size_t have = 0;
    while (true) {
        if (have == text.size())
            text.resize(have + 4096);  // one read more: the size may be 0 or outdated
        const ssize_t got = ::read(file.number(), text.data() + have, text.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return refuse("E002", fmt::format("cannot be read: {}", std::strerror(errno)), "");
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
        if (have > most) return too_large(shown_name, have, most, report), std::nullopt;
    }
    text.resize(have);
    return text;
}

}  // namespace forestall
