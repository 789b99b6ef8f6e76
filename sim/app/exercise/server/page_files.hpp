// SPDX-License-Identifier: Apache-2.0
// The files of the exercise's page, put into the program by the build (page_files.cmake): nothing
// that is asked for is ever looked up on the disk.
#pragma once
#include <span>
#include <string_view>

namespace forestall::app::exercise {

struct PageFile {
    std::string_view path;  ///< "/", "/app.js", "/lib/htm.js"
    std::string_view type;  ///< content type
    std::string_view bytes;
};

/// In order of path; "/" is index.html.
std::span<const PageFile> page_files();
/// nullptr: there is none of that path.
const PageFile* page_file(std::string_view path);

}  // namespace forestall::app::exercise
