// SPDX-License-Identifier: Apache-2.0
#include "scenario/directory.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv.hpp"
#include "scenario/keys.hpp"
#include "scenario/reading.hpp"

namespace forestall {

namespace fs = std::filesystem;

namespace {

/// The directory with every link followed, which its files must not leave: it may be a link itself.
fs::path resolved(const fs::path& dir) {
    std::error_code failure;
    fs::path real = fs::canonical(dir, failure);
    return failure ? dir : real;
}

/// Names of the text files in one directory, sorted, so that the order on disk is without effect;
/// none if it was refused.
std::optional<std::vector<std::string>> text_files(const fs::path& root, const std::string& prefix,
                                                   const Limits& limits, Report& report) {
    std::vector<std::string> names;
    const fs::path dir = root / prefix;
    std::error_code failure;
    if (fs::status(dir, failure).type() == fs::file_type::not_found) return names;
    if (!stays_inside(dir, prefix, root, report)) return std::nullopt;
    fs::directory_iterator at(dir, failure);
    for (const fs::directory_iterator end; !failure && at != end; at.increment(failure)) {
        const fs::path path = at->path();
        const std::string extension = path.extension().string();
        if (path.filename().string().front() == '.') continue;
        if (extension != ".csv" && extension != ".toml" && extension != ".md") continue;
        if (names.size() >= limits.files) {
            report.add("E042", {readable_utf8(prefix + path.filename().string()), 0, 0},
                       fmt::format("more than {} files in one directory", limits.files),
                       "move the others elsewhere");
            break;
        }
        names.push_back(prefix + path.filename().string());
    }
    if (failure) {
        report.add("E002", {prefix.empty() ? "." : prefix, 0, 0},
                   fmt::format("the directory cannot be read: {}", failure.message()), "-");
        return std::nullopt;
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Reads while all files together stay within their limit.
class Budget {
public:
    Budget(const fs::path& root, std::uint64_t total_bytes, Report& report)
        : root_(root), report_(report), left_(total_bytes) {}

    std::optional<std::string> read(const std::string& name, std::uint64_t most) {
        if (left_ == 0) return std::nullopt;
        auto text = read_text_file(root_ / name, name, most, report_, root_);
        if (!text) return std::nullopt;
        if (text->size() <= left_) {
            left_ -= text->size();
            return text;
        }
        left_ = 0;
        report_.add("E003", {readable_utf8(name), 0, 0},
                    "with this file the directory holds more than may be read");
        return std::nullopt;
    }

private:
    const fs::path& root_;
    Report& report_;
    std::uint64_t left_;
};

bool is_of_scenario(const std::string& name) {
    const auto files = scenario_files();
    return (name.starts_with("options/") && name.ends_with(".toml")) ||
           std::any_of(files.begin(), files.end(),
                       [&](const FileSpec& spec) { return spec.name == name; });
}

}  // namespace

ScenarioFiles read_flee_directory(const fs::path& dir, const Limits& limits, Report& report) {
    ScenarioFiles files;
    const fs::path root = resolved(dir);
    Budget budget(root, DirectoryLimits{}.total_bytes, report);
    for (const std::string prefix : {"", "input_csv/", "source_data/"}) {
        for (const auto& name :
             text_files(root, prefix, limits, report).value_or(std::vector<std::string>())) {
            if (!name.ends_with(".csv")) continue;
            if (auto text = budget.read(name, limits.file_bytes))
                files.emplace(name, std::move(*text));
        }
    }
    return files;
}

DirectoryTexts read_directory(const fs::path& dir, const Limits& limits, Report& report,
                              const DirectoryLimits& own) {
    DirectoryTexts out;
    const fs::path root = resolved(dir);
    Budget budget(root, own.total_bytes, report);
    for (const std::string prefix : {"", "observed/", "options/"}) {
        const auto names = text_files(root, prefix, limits, report);
        if (!names) {
            out.refused.push_back(prefix);
            continue;
        }
        for (const auto& name : *names) {
            if (!is_of_scenario(name)) {
                out.unread.push_back(name);
                continue;
            }
            const bool option = name.starts_with("options/");
            std::uint64_t most = option ? own.option_bytes : limits.file_bytes;
            if (name == toml_file) most = limits.toml_bytes;
            if (auto text = budget.read(name, most))
                out.files.emplace(name, std::move(*text));
            else
                out.refused.push_back(name);
        }
    }
    return out;
}

}  // namespace forestall
