// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/keys.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "analysis/input_error.hpp"
#include "app/exercise/body.hpp"
#include "app/exercise/server/tokens.hpp"
#include "app/frame/json.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

constexpr int format = 1;

[[noreturn]] void fail(const std::string& path, int why) {
    throw IoError(path, fmt::format("the keys of the seats cannot be kept: {}", std::strerror(why)),
                  "name another --journal");
}

/// What `write_atomically` does, with a file that only its owner may read from its first byte on.
void write_secret(const std::string& path, const std::string& bytes) {
    const std::string temporary = path + ".new";
    ::unlink(temporary.c_str());
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                          S_IRUSR | S_IWUSR);
    if (fd < 0) fail(path, errno);
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    const bool whole = written == static_cast<ssize_t>(bytes.size()) && ::fsync(fd) == 0;
    const int why = written >= 0 && !whole ? ENOSPC : errno;
    ::close(fd);
    if (!whole || ::rename(temporary.c_str(), path.c_str()) != 0) {
        ::unlink(temporary.c_str());
        fail(path, why);
    }
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const int parent =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0) return;
    ::fsync(parent);
    ::close(parent);
}

}  // namespace

std::vector<Participant> players_of(const ExercisePlan& plan) {
    std::vector<Participant> out{{"white", "White cell", "", true, false}};
    for (const SeatPlan& seat : plan.seats)
        if (seat.role != SeatRole::white_cell)
            out.push_back({fmt::format("seat-{}", out.size()), seat.name, seat.name, false, false});
    return out;
}

std::vector<Participant> planner() { return {{"planner", "Planner", "Planner", true, true}}; }

Keys::Keys(const std::vector<Participant>& players) {
    for (const Participant& player : players) keys_.push_back({player, "", false});
}

void Keys::take(const std::string& text, const std::string& name) {
    const Json json = Json::parsed(text);
    const Json* version = json.find("format");
    const Json* keys = json.find("keys");
    if (version == nullptr || version->as_whole() != format || keys == nullptr)
        throw InputError(name + " has no keys of seats",
                         "remove it, and new links are made at the next start");
    for (const Json& one : keys->items())
        if (Key* key = find(text_in(one, "as"));
            key != nullptr && key->player.seat == text_in(one, "seat")) {
            key->digest = text_in(one, "digest");
            const Json* joined = one.find("joined");
            key->joined = joined != nullptr && joined->as_boolean().value_or(false);
        }
}

std::string Keys::text() const {
    Json keys = Json::array();
    for (const Key& key : keys_)
        keys.push_back({{"as", key.player.as},
                        {"seat", key.player.seat},
                        {"digest", key.digest},
                        {"joined", key.joined}});
    return Json{{"format", format}, {"keys", keys}}.text() + "\n";
}

Keys::Key* Keys::find(std::string_view as) {
    for (Key& key : keys_)
        if (key.player.as == as) return &key;
    return nullptr;
}

const Participant* Keys::player(std::string_view as) const {
    for (const Key& key : keys_)
        if (key.player.as == as) return &key.player;
    return nullptr;
}

const Participant* Keys::whose(std::string_view token) const {
    const Participant* out = nullptr;
    const std::string digest = token_digest(token);
    for (const Key& key : keys_)
        if (same_digest(key.digest, digest)) out = &key.player;
    return out;
}

std::vector<FreshKey> Keys::complete() {
    std::vector<FreshKey> out;
    for (const Key& key : keys_)
        if (key.digest.empty()) out.push_back({key.player.as, ""});
    for (FreshKey& fresh : out) fresh.token = renew(fresh.as);
    return out;
}

std::string Keys::renew(std::string_view as) {
    std::string token = fresh_token();
    Key* key = find(as);
    key->digest = token_digest(token);
    key->joined = false;
    return token;
}

void Keys::join(std::string_view as) { find(as)->joined = true; }

std::string keys_path(const std::string& journal) { return journal + ".seats"; }

void save_keys(const Keys& keys, const std::string& path) { write_secret(path, keys.text()); }

}  // namespace forestall::app::exercise
