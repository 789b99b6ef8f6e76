// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/page_files.hpp"

namespace forestall::app::exercise {

const PageFile* page_file(std::string_view path) {
    for (const PageFile& file : page_files())
        if (file.path == path) return &file;
    return nullptr;
}

}  // namespace forestall::app::exercise
