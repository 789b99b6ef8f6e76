// SPDX-License-Identifier: Apache-2.0
#include "app/resume_line.hpp"

#include "app/numbers.hpp"

namespace forestall::app {

std::string resume_line(const std::vector<std::string>& words) {
    std::string line;
    bool resumes = false;
    for (const std::string& word : words) {
        if (word == "--overwrite") continue;
        resumes = resumes || word == "--resume";
        line += (line.empty() ? "" : " ") + shell_quoted(word);
    }
    return resumes ? line : line + " --resume";
}

}  // namespace forestall::app
