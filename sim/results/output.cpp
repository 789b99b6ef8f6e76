// SPDX-License-Identifier: Apache-2.0
#include "results/output.hpp"

#include <fmt/format.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

namespace forestall::output {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view parts_ending = ".parts";
constexpr std::size_t longest_part = 60;  ///< `/.part-FIRST-LAST.h5.PID-COUNT.tmp` inside of it
constexpr const char* another_name = "name another file with -o";

/// Which file it is, whatever its name.
struct Identity {
    dev_t device;
    ino_t number;
    bool operator==(const Identity&) const = default;
};

std::optional<Identity> identity_of(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return std::nullopt;
    return Identity{about.st_dev, about.st_ino};
}

bool holds(const std::string& directory, const Identity& wanted) {
    std::error_code error;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(directory, skip, error), end; !error && it != end;
         it.increment(error))
        if (identity_of(it->path().string()) == wanted) return true;
    return false;
}

fs::path directory_of(const std::string& path) {
    const fs::path parent = fs::path(path).parent_path();
    return parent.empty() ? "." : parent;
}

void check_directory_is_there(const std::string& name, const std::string& path) {
    std::error_code error;
    const fs::path directory = directory_of(path);
    const fs::file_status status = fs::status(directory, error);
    if (error == std::errc::filename_too_long || error == std::errc::too_many_symbolic_link_levels)
        throw StartRefused(fmt::format("'{}': {}", name, error.message()), another_name);
    if (error == std::errc::permission_denied)
        throw IoError(name, "the directory cannot be entered",
                      "choose a directory you may write to with -o");
    if (!fs::is_directory(status))
        throw IoError(name, "there is no directory " + directory.string(),
                      "create the directory first");
}

/// Room for a name of this many bytes in that directory, and for the whole path.
void check_length(const std::string& name, const fs::path& directory, std::size_t bytes,
                  std::size_t below = 0) {
    const long most = ::pathconf(directory.c_str(), _PC_NAME_MAX);
    const auto name_most = static_cast<std::size_t>(most > 0 ? most : NAME_MAX);
    const bool path_fits = directory.string().size() + 1 + bytes + below < PATH_MAX;
    if (bytes <= name_most && path_fits) return;
    throw StartRefused(
        fmt::format("'{}' is too long a name: with what is added to it while it is written, {}",
                    name,
                    bytes > name_most
                        ? fmt::format("it has {} bytes and {} are possible here", bytes, name_most)
                        : fmt::format("its path has more than {} bytes", PATH_MAX - 1)),
        "name a file with a shorter name with -o");
}

/// Everything about one name apart from what has it. Returns the file it stands for.
std::string writable(const std::string& name) {
    const auto [target, problem] = files::target_of(name);
    if (!problem.empty())
        throw StartRefused(fmt::format("'{}': {}", name, problem), "name a file with -o");
    check_directory_is_there(name, target);
    check_length(name, directory_of(target), files::longest_temporary_name(target));
    files::remove_stale_temporaries(target);
    return target;
}

bool is_there(const std::string& path) { return identity_of(path).has_value(); }

bool has_entries(const std::string& directory) {
    std::error_code error;
    const fs::directory_iterator it(directory, error);
    return !error && it != fs::directory_iterator();
}

/// True if a run left rows there, be they damaged.
bool holds_work(const std::string& parts) {
    std::error_code error;
    for (fs::directory_iterator it(parts, error), end; !error && it != end; it.increment(error))
        if (it->path().filename().string().starts_with("part-")) return true;
    return false;
}

/// Parts are made and removed in a directory of ours, never behind a link to somebody else's.
void refuse_foreign_parts(const std::string& parts) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(parts, error);
    if (fs::exists(status) && !fs::is_directory(status))
        throw StartRefused(fmt::format("{} is {}; it is left as it is", parts,
                                       fs::is_symlink(status) ? "a link" : "not a directory"),
                           another_name);
}

}  // namespace

void refuse_existing(const std::string& name) {
    if (!is_there(name)) return;
    throw StartRefused(name + " exists; it is left as it is",
                       "add --overwrite to replace it, or name another file with -o");
}

void refuse_input(const std::string& name, const std::vector<std::string>& inputs) {
    const auto written = identity_of(name);
    if (!written) return;
    for (const std::string& input : inputs) {
        if (identity_of(input) == *written)
            throw StartRefused(
                fmt::format("{} is the file that is read; it is left as it is", name),
                another_name);
        if (holds(input, *written))
            throw StartRefused(
                fmt::format("{} is one of the files in {}, which are read; it is left as it is",
                            name, input),
                another_name);
    }
}

files::Existing check_file(const std::string& name, const Rule& rule) {
    const std::string target = writable(name);
    refuse_input(name, rule.inputs);
    const std::string parts = name + std::string(parts_ending);
    if (rule.in_parts) {
        check_length(name, directory_of(parts), fs::path(parts).filename().string().size(),
                     longest_part);
        refuse_foreign_parts(parts);
    }
    const bool unfinished = holds_work(parts);
    // Also with --overwrite: it is for the file, and another command's work is not this one's.
    if (unfinished && !rule.in_parts)
        throw StartRefused(
            parts + " holds an unfinished run; it is left as it is",
            "finish it with --resume of the command that began it, or name another file with -o");
    if (rule.start == Start::fresh && !(unfinished && rule.in_parts)) refuse_existing(name);
    for (const std::string& ending : rule.beside) {
        writable(name + ending);
        refuse_input(name + ending, rule.inputs);
    }
    files::try_to_write(target);
    return rule.start == Start::overwrite ? files::Existing::replace : files::Existing::keep;
}

void check_directory(const std::string& name, const std::vector<std::string>& inputs,
                     bool overwrite) {
    if (name.empty())
        throw StartRefused("an empty name is not the name of a directory",
                           "name a directory with -o");
    std::error_code error;
    const fs::file_status status = fs::status(name, error);
    if (error == std::errc::filename_too_long || error == std::errc::too_many_symbolic_link_levels)
        throw StartRefused(fmt::format("'{}': {}", name, error.message()),
                           "name another directory with -o");
    if (!fs::exists(status)) return;
    if (!fs::is_directory(status))
        throw StartRefused(name + " exists and is not a directory; it is left as it is",
                           "name a directory with -o");
    const auto written = identity_of(name);
    for (const std::string& input : inputs)
        if (written && (identity_of(input) == *written || holds(input, *written)))
            throw StartRefused(
                fmt::format("{} is where the files are that are read; it is left as it is", name),
                "name another directory with -o");
    if (has_entries(name) && !overwrite)
        throw StartRefused(
            name + " exists and is not empty; it is left as it is",
            "name another directory with -o, or add --overwrite to replace files in it");
}

}  // namespace forestall::output
