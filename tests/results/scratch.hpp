// SPDX-License-Identifier: Apache-2.0
// A directory of a test's own that goes with it.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <string>

namespace forestall::testing {

class Scratch {
public:
    Scratch() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "forestall-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data()) == nullptr ? "." : pattern;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace forestall::testing
