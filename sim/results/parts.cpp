// SPDX-License-Identifier: Apache-2.0
#include "results/parts.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "results/part_file.hpp"
#include "results/reader.hpp"

namespace forestall {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_prefix = "part-";
constexpr std::string_view part_suffix = ".rows";
constexpr std::string_view old_suffix =
    ".h5";  ///< of parts that versions before file format 2 wrote
constexpr std::string_view damaged_mark = ".damaged";
constexpr std::string_view lock_name = "lock";
/// Digests of the scenario's files, JSON: to name the file that differs when a run is resumed with
/// another scenario.
constexpr std::string_view digests_name = "scenario.json";
constexpr std::string_view look_name = ".look.h5.tmp";  ///< a temporary name: goes after a kill
constexpr std::string_view replaces_name = "replaces";  ///< which OUT the run was told to replace

bool is_part(const std::string& name) {
    return name.starts_with(part_prefix) && name.ends_with(part_suffix);
}
bool is_old_part(const std::string& name) {
    return name.starts_with(part_prefix) && name.ends_with(old_suffix);
}
bool is_damaged(const std::string& name) {
    return name.starts_with(part_prefix) && name.find(damaged_mark) != std::string::npos;
}

std::vector<std::string> names_in(const std::string& directory) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
        names.push_back(it->path().filename().string());
    if (error) throw IoError(directory, "cannot list the directory: " + error.message());
    std::sort(names.begin(), names.end());
    return names;
}

/// Tells this very file from one that takes its place later; "" if there is none.
std::string identity_of(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return "";
    return fmt::format("{} {} {}.{:09}", about.st_ino, about.st_size, about.st_mtim.tv_sec,
                       about.st_mtim.tv_nsec);
}

}  // namespace

PartStore::PartStore(std::string out_path, Header header, std::vector<std::uint64_t> members,
                     Start start)
    : out_path_(std::move(out_path)),
      directory_(out_path_ + ".parts"),
      header_(std::move(header)),
      members_(std::move(members)),
      done_(members_.size(), false) {
    if (members_.empty()) throw std::invalid_argument("there are no members to compute");
    if (std::adjacent_find(members_.begin(), members_.end(), std::greater_equal<>()) !=
        members_.end())
        throw std::invalid_argument("members must ascend");
    existing_ = output::check_file(out_path_, {.start = start, .in_parts = true});
    files::make_directory(directory_);
    lock_ = std::make_unique<files::DirectoryLock>(directory_ + "/" + std::string(lock_name));
    try {
        list_parts();
        if (old_parts_ && start != Start::overwrite) refuse_old_parts();
        if (start == Start::resume) {
            if (adopt_finished()) return;
            const FileDigests files = files_there();
            for (const std::string& path : found_) adopt_part(path, files);
            if (parts_.empty()) keep_digests();
            return;
        }
        if (start == Start::fresh) {
            if (!found_.empty() || damaged_) refuse_leftovers();
            output::refuse_existing(out_path_);
        }
        discard_parts();
        keep_digests();
        if (start == Start::overwrite) note_replaced();
    } catch (...) {
        close_directory();
        throw;
    }
}

PartStore::~PartStore() { close_directory(); }

void PartStore::list_parts() {
    for (const std::string& name : names_in(directory_)) {
        const std::string path = directory_ + "/" + name;
        std::error_code ignored;
        if (files::is_temporary_name(name))
            fs::remove(path, ignored);  // of a process that was killed
        if (is_part(name)) found_.push_back(path);
        old_parts_ = old_parts_ || is_old_part(name);
        damaged_ = damaged_ || (!is_part(name) && is_damaged(name));
    }
}

bool PartStore::may_replace(const std::string& out_path) {
    const std::string note = out_path + ".parts/" + std::string(replaces_name);
    return files::exists(note) && files::read_file(note) == identity_of(out_path);
}

void PartStore::note_replaced() {
    if (const std::string there = identity_of(out_path_); !there.empty())
        files::write_atomically(directory_ + "/" + std::string(replaces_name), there);
}

/// True if OUT already holds this very job; refuses if it holds anything else that no run was told
/// to replace.
bool PartStore::adopt_finished() {
    if (identity_of(out_path_).empty()) return false;
    if (may_replace(out_path_)) {
        existing_ = files::Existing::replace;
        return false;
    }
    constexpr const char* hint =
        "name another file with -o, or add --overwrite in place of --resume to replace it";
    try {
        const Results out = Results::open(out_path_);
        const std::string difference = job_difference(out.header(), header_);
        if (difference.empty() && out.members() == members_) {
            finished_ = true;
            done_.assign(members_.size(), true);
            return true;
        }
        throw StartRefused(
            fmt::format("{} belongs to another job and cannot be continued: {}", out_path_,
                        difference.empty() ? "its members belong to another shard" : difference),
            hint);
    } catch (const FormatError& error) {
        throw StartRefused(
            fmt::format("{} exists and cannot be read as results; it is left as it is ({})",
                        out_path_, error.what()),
            hint);
    }
}

void PartStore::adopt_part(const std::string& path, const FileDigests& files) {
    try {
        const PartAbout part = part_about(files::read_file(path), path);
        const std::string difference = part_difference(part, header_, files);
        if (!difference.empty())
            throw StartRefused(fmt::format("{} holds the unfinished run of another job: {}",
                                           directory_, difference),
                               "give the command the same scenario, seed, members, options and "
                               "program, or name another "
                               "file with -o");
        RowFile file{path, part.members, RowFile::Kind::part};
        for (std::uint64_t member : file.members)
            if (position_of(member) == members_.size())
                throw StartRefused(fmt::format("{} holds member {}, which is not in this shard",
                                               directory_, member),
                                   "give the same --shard, or name another file with -o");
        take(std::move(file));
    } catch (const FormatError& error) {
        set_aside(path, error.what());
    }
}

/// The parts belong to a run that was killed after OUT was complete, or they hold work that is not
/// lost yet.
void PartStore::refuse_leftovers() const {
    std::uint64_t rows = 0, members = 0;
    std::string description;
    for (const std::string& path : found_) {
        try {
            const PartAbout part = part_about(files::read_file(path), path);
            rows += part.members.size();
            members = part.members_of_job;
            description = part.description;
        } catch (const FormatError&) {
            continue;
        }
    }
    try {
        if (files::exists(out_path_)) {
            const Results out = Results::open(out_path_);
            if (out.header().description == description &&
                (out.complete() || out.members().size() >= rows))
                return;
        }
    } catch (const FormatError&) {
    }
    throw StartRefused(
        rows == 0
            ? fmt::format("{} holds parts of an unfinished run that cannot be read", directory_)
            : fmt::format("{} holds {} members of an unfinished run of {}", directory_, rows,
                          members),
        "add --resume to continue it, or --overwrite to begin anew");
}

/// Rows of an older program cannot be mixed with those of this one: bits may differ, and so does
/// the form.
void PartStore::refuse_old_parts() const {
    throw StartRefused(
        fmt::format("{} holds an unfinished run begun by an older version of forestall",
                    directory_),
        "finish it with that version, or give --overwrite to begin anew");
}

void PartStore::set_aside(const std::string& path, const std::string& why) {
    std::string aside = path + std::string(damaged_mark);
    for (int n = 2; files::exists(aside); ++n)
        aside = fmt::format("{}{}-{}", path, damaged_mark, n);
    files::rename_durably(path, aside);
    warnings_.warning({path, 0, 0}, "W701", why,
                      "it is set aside and its members are computed again");
}

std::size_t PartStore::position_of(std::uint64_t member) const {
    const auto it = std::lower_bound(members_.begin(), members_.end(), member);
    return it == members_.end() || *it != member ? members_.size()
                                                 : static_cast<std::size_t>(it - members_.begin());
}

/// False if the part brings nothing new.
bool PartStore::take(RowFile file) {
    bool news = false;
    for (std::uint64_t member : file.members) {
        const std::size_t position = position_of(member);
        news = news || !done_[position];
        done_[position] = true;
    }
    if (news) parts_.push_back(std::move(file));
    return news;
}

std::vector<std::uint64_t> PartStore::done_members() const {
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (done_[i]) out.push_back(members_[i]);
    return out;
}

std::vector<std::uint64_t> PartStore::missing_members() const {
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (!done_[i]) out.push_back(members_[i]);
    return out;
}

std::vector<std::uint64_t> PartStore::missing_members(std::uint64_t first,
                                                      std::uint64_t count) const {
    std::vector<std::uint64_t> out;
    const auto begin = std::lower_bound(members_.begin(), members_.end(), first);
    for (auto it = begin; it != members_.end() && *it < first + count; ++it)
        if (!done_[static_cast<std::size_t>(it - members_.begin())]) out.push_back(*it);
    return out;
}

void PartStore::append(std::vector<MemberRow>&& rows) {
    if (rows.empty()) return;
    RowFile file;
    file.kind = RowFile::Kind::part;
    for (const MemberRow& row : rows) {
        const std::size_t position = position_of(row.member);
        if (position == members_.size() || done_[position])
            throw std::invalid_argument(
                fmt::format("member {} is not asked for, or is there already", row.member));
        file.members.push_back(row.member);
    }
    file.path = fmt::format("{}/{}{:012}-{:012}{}", directory_, part_prefix, rows.front().member,
                            rows.back().member, part_suffix);
    const std::string bytes = part_bytes(header_, rows);
    rows.clear();
    files::write_atomically(file.path, bytes);
    take(std::move(file));
}

void PartStore::look(const Header& header, const std::vector<std::uint64_t>& members,
                     const std::function<void(const Results&)>& judge) const {
    const std::string path = finished_ ? out_path_ : directory_ + "/" + std::string(look_name);
    if (!finished_) write_file_of(path, header, members, parts_);
    judge(Results::open(path));
    std::error_code ignored;
    if (!finished_) fs::remove(path, ignored);
}

void PartStore::finish() {
    if (const auto missing = missing_members(); !missing.empty())
        throw std::invalid_argument(fmt::format("{} members are missing, the first is member {}",
                                                missing.size(), missing.front()));
    finish_with(header_, members_);
}

void PartStore::finish_with(const Header& header, const std::vector<std::uint64_t>& members) {
    if (!finished_) write_file_of(out_path_, header, members, parts_, existing_);
    finished_ = true;
    discard_parts();
    parts_.clear();
    close_directory();
}

/// Of the run that left the parts; none if that was not kept.
FileDigests PartStore::files_there() const {
    const std::string path = directory_ + "/" + std::string(digests_name);
    if (!files::exists(path)) return {};
    const auto stored = nlohmann::json::parse(files::read_file(path), nullptr, false);
    FileDigests out;
    if (stored.is_object())
        for (const auto& [file, digest] : stored.items())
            if (digest.is_string()) out[file] = digest.get<std::string>();
    return out;
}

void PartStore::keep_digests() const {
    const nlohmann::json digests = digests_of(header_.scenario_files);
    files::write_atomically(directory_ + "/" + std::string(digests_name),
                            digests.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

/// Only what a store has put there.
void PartStore::discard_parts() {
    std::error_code error;
    for (const std::string& name : names_in(directory_)) {
        if (!is_part(name) && !is_old_part(name) && !is_damaged(name) &&
            !files::is_temporary_name(name) && name != digests_name && name != replaces_name)
            continue;
        std::error_code one;
        fs::remove(directory_ + "/" + name, one);
        if (one) error = one;
    }
    if (error)
        warnings_.warning({directory_, 0, 0}, "W702", "cannot remove the parts: " + error.message(),
                          "");
}

/// Gives the directory up; it goes if no rows are left in it.
void PartStore::close_directory() {
    if (!lock_) return;
    std::error_code ignored;
    bool rows = false;
    for (fs::directory_iterator it(directory_, ignored), end; !ignored && it != end;
         it.increment(ignored)) {
        const std::string name = it->path().filename().string();
        rows = rows || is_part(name) || is_old_part(name) || is_damaged(name);
    }
    if (!rows && !ignored) fs::remove(directory_ + "/" + std::string(digests_name), ignored);
    fs::remove(directory_ + "/" + std::string(lock_name), ignored);
    lock_.reset();
    fs::remove(directory_, ignored);
}

}  // namespace forestall
