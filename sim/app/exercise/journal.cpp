// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "analysis/input_error.hpp"
#include "core/hash.hpp"
#include "core/random.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;

[[noreturn]] void fail(const std::string& path, const std::string& what, const std::string& hint) {
    throw IoError(path, fmt::format("{}: {}", what, std::strerror(errno)), hint);
}

std::optional<Record> parse_record(const std::string& line) {
    const Json json = Json::parsed(line);
    const auto text = [&](std::string_view key) {
        const Json* value = json.find(key);
        return value == nullptr ? std::nullopt : value->as_text();
    };
    const auto whole = [&](std::string_view key) {
        const Json* value = json.find(key);
        return value == nullptr ? std::nullopt : value->as_whole();
    };
    const auto kind = record_words.find(text("kind").value_or(""));
    const Json* body = json.find("body");
    if (!kind || body == nullptr || !whole("n") || !whole("turn") || !text("prev"))
        return std::nullopt;
    return Record{static_cast<std::uint64_t>(*whole("n")),
                  *kind,
                  text("branch").value_or(""),
                  static_cast<int>(*whole("turn")),
                  text("t").value_or(""),
                  text("seat").value_or(""),
                  *body,
                  *text("prev")};
}

/// Why a line cannot follow; "" if it does.
std::string take_line(const std::string& line, JournalRead& out) {
    auto record = parse_record(line);
    if (!record) return "is no record";
    if (record->prev != out.last) return "does not follow from the one before";
    if (record->n != out.records.size() + 1) return "has the wrong number";
    if ((record->kind == RecordKind::begin) != out.records.empty())
        return out.records.empty() ? "does not begin a session" : "begins a second session";
    out.records.push_back(std::move(*record));
    out.last = line_digest(line);
    out.size += line.size() + 1;
    return "";
}

void write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw std::runtime_error("write");
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

void sync_directory(const std::string& path) {
    const std::string parent = std::filesystem::path(path).parent_path().string();
    const int fd =
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);  // some file systems know none of a directory
    ::close(fd);
}

void lock(int fd, const std::string& path) {
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(fd);
    throw IoError(path, "another process writes to this journal",
                  "a session is run by one program at a time");
}

}  // namespace

std::string line_of(const Record& r) {
    return Json{{"n", r.n},       {"kind", record_words.text(r.kind)},
                {"turn", r.turn}, {"branch", r.branch},
                {"t", r.t},       {"seat", r.seat},
                {"body", r.body}, {"prev", r.prev}}
        .line();
}

std::string line_digest(std::string_view line) { return to_hex(name_hash(line)); }

JournalRead read_journal(std::string_view text, const std::string& name) {
    JournalRead out;
    out.last = line_digest("");
    while (out.size < text.size()) {
        const std::string_view rest = text.substr(out.size);
        const std::size_t end = rest.find('\n');
        const bool last = end == std::string_view::npos || end + 1 == rest.size();
        const std::string why = end == std::string_view::npos
                                    ? "is not finished"
                                    : take_line(std::string(rest.substr(0, end)), out);
        if (why.empty()) continue;
        if (!last)
            throw InputError(
                fmt::format("{}: line {} of the journal {}", name, out.records.size() + 1, why),
                "the file was damaged or changed; lines before it are good");
        out.torn = rest.size();
        break;
    }
    return out;
}

std::string journal_text(const std::string& path) { return files::read_file(path, most_bytes); }

Journal::Journal(std::string path, int fd) : path_(std::move(path)), fd_(fd) {
    read_.last = line_digest("");
}

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      read_(std::move(other.read_)),
      broken_(other.broken_) {}

Journal::~Journal() {
    if (fd_ >= 0) ::close(fd_);
}

Journal Journal::create(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0 && errno == EEXIST)
        throw StartRefused(path + " is there already",
                           "go on with it, or name another file with --journal");
    if (fd < 0) fail(path, "the journal cannot be made", "name another file with --journal");
    lock(fd, path);
    sync_directory(path);
    return Journal(path, fd);
}

Journal Journal::open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) fail(path, "the journal cannot be opened", "");
    struct stat about {};
    if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(fd);
        throw InputError(path + " is not a plain file");
    }
    lock(fd, path);
    Journal out(path, fd);
    out.read_ = read_journal(journal_text(path), path);
    if (out.read_.torn > 0 &&
        (::ftruncate(fd, static_cast<off_t>(out.read_.size)) != 0 || ::fdatasync(fd) != 0))
        fail(path, "the torn last line cannot be taken away", "");
    return out;
}

const Record& Journal::append(Record record) {
    if (broken_)
        throw IoError(path_, "an earlier line could not be taken back",
                      "start the program again: it drops the torn line");
    record.n = read_.records.size() + 1;
    record.prev = read_.last;
    const std::string line = line_of(record);
    bool written = false;
    try {
        write_all(fd_, line + "\n");
        written = ::fdatasync(fd_) == 0;
    } catch (const std::runtime_error&) {
        written = false;
    }
    if (!written) {
        const int why = errno;
        broken_ = ::ftruncate(fd_, static_cast<off_t>(read_.size)) != 0;
        errno = why;
        fail(path_, "the journal cannot be written",
             "nothing of it was done; make room and repeat");
    }
    read_.size += line.size() + 1;
    read_.last = line_digest(line);
    read_.records.push_back(std::move(record));
    return read_.records.back();
}

}  // namespace forestall::app::exercise
