// SPDX-License-Identifier: Apache-2.0
#include "scenario/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "scenario/csv.hpp"
#include "scenario/reading.hpp"

namespace forestall {

namespace fs = std::filesystem;

std::optional<std::string> read_text_file(const fs::path& path, const std::string& name, std::uint64_t most,
                                          Report& report) {
    const std::string shown_name = readable_utf8(name);
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found) {
        report.add("E001", {shown_name, 0, 0}, fmt::format("'{}' is missing", shown_name));
        return std::nullopt;
    }
    if (status.type() != fs::file_type::regular) {
        report.add("E002", {shown_name, 0, 0}, fmt::format("'{}' is not a plain file", shown_name));
        return std::nullopt;
    }
    const std::uintmax_t size = fs::file_size(path, failure);
    if (!failure && size > most) {
        report.add("E003", {shown_name, 0, 0}, fmt::format("{} bytes; at most {} are read", size, most));
        return std::nullopt;
    }
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    std::string text(failure ? 0 : static_cast<std::size_t>(size), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (failure || !in || static_cast<std::uintmax_t>(in.gcount()) != size) {
        report.add("E002", {shown_name, 0, 0},
                   fmt::format("'{}' cannot be read: {}", shown_name, std::strerror(errno)));
        return std::nullopt;
    }
    return text;
}

namespace {

/// Names of the text files in one directory, sorted, so that the order on disk is without effect.
std::vector<std::string> text_files(const fs::path& dir, const std::string& prefix, const Limits& limits,
                                    Report& report) {
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator at(dir, failure), end; !failure && at != end; at.increment(failure)) {
        const fs::path path = at->path();
        const std::string extension = path.extension().string();
        if (path.filename().string().front() == '.') continue;
        if (extension != ".csv" && extension != ".toml" && extension != ".md") continue;
        if (names.size() >= limits.files) {
            report.add("E042", {prefix + path.filename().string(), 0, 0},
                       fmt::format("more than {} files in one directory", limits.files), "move the others elsewhere");
            break;
        }
        names.push_back(prefix + path.filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

ScenarioFiles read_flee_directory(const fs::path& dir, const Limits& limits, Report& report) {
    ScenarioFiles files;
    for (const std::string prefix : {"", "input_csv/", "source_data/"}) {
        for (const auto& name : text_files(dir / prefix, prefix, limits, report)) {
            if (!name.ends_with(".csv")) continue;
            if (auto text = read_text_file(dir / name, name, limits.file_bytes, report))
                files.emplace(name, std::move(*text));
        }
    }
    return files;
}

DirectoryTexts read_directory(const fs::path& dir, const Limits& limits, Report& report) {
    DirectoryTexts out;
    for (const std::string prefix : {"", "observed/", "options/"}) {
        for (const auto& name : text_files(dir / prefix, prefix, limits, report)) {
            const std::uint64_t most = name == toml_file ? limits.toml_bytes : limits.file_bytes;
            if (auto text = read_text_file(dir / name, name, most, report))
                out.files.emplace(name, std::move(*text));
            else
                out.refused.push_back(name);
        }
    }
    return out;
}

}  // namespace forestall
