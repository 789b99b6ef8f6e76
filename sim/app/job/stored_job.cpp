// SPDX-License-Identifier: Apache-2.0
#include "app/job/stored_job.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/frame/errors.hpp"
#include "app/job/options.hpp"
#include "app/job/session.hpp"

namespace forestall::app {

Job stored_job(const Results& results) {
    const Header& header = results.header();
    Loaded loaded = load_scenario_text({header.scenario_files.begin(), header.scenario_files.end()},
                                       parameter_tables());
    if (!loaded.tables) {
        say_diagnostics(loaded.diagnostics);
        throw InputError(results.name() + ": this program cannot read the scenario inside the file",
                         fmt::format("forestall {} ({}) wrote it", header.program.version,
                                     header.program.git_commit));
    }
    Session session;
    session.world = std::make_shared<const World>(World::build(std::move(*loaded.tables)));
    session.files = header.scenario_files;
    Job job = job_of(session, header.seed, header.members);
    job.options = header.options;
    const auto known = known_options(*job.world);
    for (const std::string& option : job.options)
        if (std::find(known.begin(), known.end(), option) == known.end())
            throw InputError(
                fmt::format("{}: the scenario inside has no option '{}'", results.name(), option));
    return job;
}

}  // namespace forestall::app
