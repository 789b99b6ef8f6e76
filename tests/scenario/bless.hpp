// SPDX-License-Identifier: Apache-2.0
// Files that must equal what the program makes. FORESTALL_BLESS=1 writes them anew; look at the
// difference then.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace forestall::testing {

inline void expect_file_is(const std::filesystem::path& file, const std::string& text) {
    if (std::getenv("FORESTALL_BLESS") != nullptr) std::ofstream(file, std::ios::binary) << text;
    std::ostringstream kept;
    kept << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(kept.str(), text) << file << " is not up to date; FORESTALL_BLESS=1 writes it anew";
}

}  // namespace forestall::testing
