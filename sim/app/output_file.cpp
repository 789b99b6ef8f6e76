// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.hpp"

#include <filesystem>

#include "results/files.hpp"
#include "results/parts.hpp"

namespace forestall::app {
namespace {

namespace fs = std::filesystem;

/// Size of the file of that name, 0 if there is none.
std::uintmax_t size_of_target(const std::string& path) {
    std::error_code failure;
    const fs::path parent = fs::path(path).parent_path();
    if (!parent.empty() && !fs::is_directory(parent, failure))
        throw IoError(path, "there is no directory " + parent.string(), "make the directory first");
    const fs::file_status status = fs::status(path, failure);
    if (!fs::exists(status)) return 0;
    if (!fs::is_regular_file(status)) throw StartRefused(path + " is no regular file", "name a file with -o");
    const auto size = fs::file_size(path, failure);
    return failure ? 0 : size;
}

}  // namespace

void check_results_output(const std::string& path) {
    if (size_of_target(path) > 0 && !files::begins_with(path, "\x89HDF\r\n\x1a\n"))
        throw StartRefused(path + " exists and is no results file; it is left as it is", "name another file with -o");
}

void check_new_output(const std::string& path, bool overwrite) {
    if (size_of_target(path) > 0 && !overwrite)
        throw StartRefused(path + " exists; it is left as it is", "add --overwrite to replace it");
}

}  // namespace forestall::app
