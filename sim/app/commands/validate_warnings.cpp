// SPDX-License-Identifier: Apache-2.0
#include "app/commands/validate_warnings.hpp"

#include "analysis/search/warning_members.hpp"
#include "app/commands/warnings_report.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/job/estimate.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/session.hpp"

namespace forestall::app {

int validate_warnings(const std::string& dir, std::uint64_t members, const Invocation& invocation) {
    const auto session = open_session(dir, invocation);
    if (!session) return exit_code::bad_input;
    const World& world = *session->world;
    if (world.settings().violence_mode == ViolenceMode::scheduled)
        throw InputError(
            "violence is scheduled: every member has the same, so that there is nothing to warn of",
            "[violence] mode = \"endogenous\" lets it come about");
    refuse_large_world(world, 1, invocation.common.threads, members);
    const Interrupt interrupt;
    const auto watched = analysis::run_watched(world, invocation.common.seed, members,
                                               invocation.common.parallel(), &interrupt.stop());
    const bool whole = watched.size() == members;
    if (!whole) say_cut_short(watched.size(), members, invocation);
    if (watched.empty()) return exit_code::interrupted;
    const auto found = analysis::warnings_of(watched, invocation.common.seed);
    if (invocation.common.json)
        print_json(warnings_document(world.settings(), found));
    else
        print(warnings_text(world.settings(), found));
    return whole ? exit_code::done : exit_code::interrupted;
}

}  // namespace forestall::app
