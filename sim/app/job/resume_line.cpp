// SPDX-License-Identifier: Apache-2.0
#include "app/job/resume_line.hpp"

#include <fmt/format.h>

#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"

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

void say_cut_short(std::uint64_t done, std::uint64_t members, const Invocation& invocation) {
    std::string line;
    for (const std::string& word : invocation.words)
        line += (line.empty() ? "" : " ") + shell_quoted(word);
    say(fmt::format("stopped by a signal; {}",
                    done == 0 ? "no member was finished"
                              : fmt::format("the answer is from {} of {} that were finished", done,
                                            counted(members, "member", "members"))));
    say("to run all of them: " + line);
    if (done == 0 && invocation.common.json)
        print_json({{"members", 0}, {"again", line}, {"exit_code", exit_code::interrupted}});
}

}  // namespace forestall::app
