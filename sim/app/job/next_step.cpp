// SPDX-License-Identifier: Apache-2.0
#include "app/job/next_step.hpp"

#include <fmt/format.h>

#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

/// "out/demo.h5" -> "out/demo<tail>".
std::string beside(const std::string& out, const char* tail) {
    const std::string stem = out.ends_with(".h5") ? out.substr(0, out.size() - 3) : out;
    return shell_file(stem + tail);
}

}  // namespace

std::string next_step(const Job& job, const std::string& dir, const std::string& out) {
    const std::string file = shell_file(out);
    if (job.shards > 1)
        return fmt::format("Next, with the files of all {} parts: forestall merge {} … -o {}\n",
                           job.shards, file, beside(out, "-whole.h5"));
    if (!job.points.empty())
        return fmt::format(
            "Next, a line for each point and member: forestall export {} --format csv --table "
            "members -o {}\n",
            file, beside(out, ".csv"));
    if (job.options.size() > 1)
        return fmt::format("Next: forestall compare {}\nor, as a page: forestall report {} -o {}\n",
                           file, file, beside(out, ".html"));
    if (!job.world->options().empty()) {
        const std::string all = beside(out, "-options.h5");
        return fmt::format(
            "Next, what can be done about it: forestall ensemble {} --options all --members {}{} "
            "-o {}\n"
            "and then: forestall compare {}\n",
            shell_file(dir), job.members, job.seed == 1 ? "" : fmt::format(" --seed {}", job.seed),
            all, all);
    }
    return fmt::format("Next, as a page: forestall report {} -o {}\n", file, beside(out, ".html"));
}

}  // namespace forestall::app
