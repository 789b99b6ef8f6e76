// SPDX-License-Identifier: Apache-2.0
#include "app/job/memory_limit.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace forestall::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

/// Where a hierarchy of control groups is mounted, and which of its groups the mount shows as its
/// top.
struct Mount {
    std::string at;
    std::string top;
    bool second_version = false;
};

/// A line of mountinfo: id parent device top mount-point options … - type source superoptions.
std::optional<Mount> mount_of(const std::string& line) {
    const std::size_t dash = line.find(" - ");
    if (dash == std::string::npos) return std::nullopt;
    const auto before = words_of(line.substr(0, dash)), after = words_of(line.substr(dash + 3));
    if (before.size() < 5 || after.size() < 3) return std::nullopt;
    const bool second = after[0] == "cgroup2";
    const bool first =
        after[0] == "cgroup" && ("," + after[2] + ",").find(",memory,") != std::string::npos;
    if (!first && !second) return std::nullopt;
    return Mount{before[4], before[3], second};
}

/// The group this process is in, of the hierarchy that a mount shows: lines are
/// number:controllers:path.
std::optional<std::string> group_of(const std::string& cgroups, const Mount& mount) {
    std::ifstream in(cgroups);
    for (std::string line; std::getline(in, line);) {
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
        const bool mine = mount.second_version ? controllers == ",,"
                                               : controllers.find(",memory,") != std::string::npos;
        if (mine) return line.substr(second + 1);
    }
    return std::nullopt;
}

/// Nothing for "max", and for what no machine has: version 1 writes "no limit" as a number near
/// 2^63.
std::optional<std::uint64_t> limit_in(const fs::path& file) {
    constexpr std::uint64_t no_limit = std::uint64_t{1} << 60;
    std::ifstream in(file);
    std::string text;
    if (!(in >> text)) return std::nullopt;
    std::uint64_t bytes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
    if (error != std::errc() || end != text.data() + text.size() || bytes >= no_limit)
        return std::nullopt;
    return bytes;
}

/// The least limit of a group and of those above it, as far up as the mount shows.
std::optional<std::uint64_t> limit_of(const std::string& root, const Mount& mount,
                                      std::string group) {
    // A mount may show a part of the hierarchy only (a container's): its top is then the beginning
    // of the group's name.
    if (mount.top != "/" && group.starts_with(mount.top)) group = group.substr(mount.top.size());
    const fs::path top = fs::path(root + mount.at);
    const char* name = mount.second_version ? "memory.max" : "memory.limit_in_bytes";
    std::optional<std::uint64_t> least;
    fs::path here = fs::path(group).relative_path().lexically_normal();
    if (!here.empty() && *here.begin() == "..")
        here.clear();  // a group above what this process may see
    for (;;) {
        if (const auto limit = limit_in(top / here / name); limit && (!least || *limit < *least))
            least = limit;
        if (here.empty() || here == ".") return least;
        here = here.parent_path();
    }
}

void lower(MemoryLimit& limit, std::uint64_t bytes, const char* whose) {
    if (bytes < limit.bytes) limit = {bytes, whose};
}

}  // namespace

MemoryLimit memory_limit(const std::string& root) {
    const auto pages = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES));
    MemoryLimit out{pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)),
                    "this machine has"};
    for (const auto& [which, whose] : {std::pair{RLIMIT_AS, "`ulimit -v` allows"},
                                       std::pair{RLIMIT_DATA, "`ulimit -d` allows"}}) {
        rlimit limit{};
        if (::getrlimit(which, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
            lower(out, limit.rlim_cur, whose);
    }
    std::ifstream mounts(root + "/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        const auto mount = mount_of(line);
        if (!mount) continue;
        const auto group = group_of(root + "/proc/self/cgroup", *mount);
        if (!group) continue;
        if (const auto bytes = limit_of(root, *mount, *group))
            lower(out, *bytes, "the control group allows");
    }
    return out;
}

}  // namespace forestall::app
