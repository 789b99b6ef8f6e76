// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/stored_case.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/engine.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {

ScenarioRefused::ScenarioRefused(const Results& results, Diagnostics diagnostics)
    : InputError(results.name() + ": this program cannot read the scenario inside the file",
                 fmt::format("forestall {} ({}) wrote it", results.header().program.version,
                             results.header().program.git_commit)),
      diagnostics_(std::move(diagnostics)) {}

StoredCase::StoredCase(const Results& results) : results_(results) {
    const auto& files = results.header().scenario_files;
    Loaded loaded = load_scenario_text({files.begin(), files.end()}, parameter_tables());
    diagnostics_ = std::move(loaded.diagnostics);
    tables_ = std::move(loaded.tables);
    if (tables_) world_ = std::make_shared<const World>(World::build(WorldTables(*tables_)));
}

const WorldTables& StoredCase::tables() const {
    if (!tables_) throw ScenarioRefused(results_, diagnostics_);
    return *tables_;
}

const std::shared_ptr<const World>& StoredCase::world() const {
    if (!world_) throw ScenarioRefused(results_, diagnostics_);
    return world_;
}

Job StoredCase::job() const {
    Job job;
    job.world = world();
    job.scenario_files = header().scenario_files;
    job.seed = header().seed;
    job.members = header().members;
    job.options = header().options;
    job.continuations = header().continuations;
    job.points = header().points;
    const auto& known = job.world->options();
    for (const std::string& option : job.options)
        if (option != "none" && std::none_of(known.begin(), known.end(),
                                             [&](const Option& one) { return one.name == option; }))
            throw InputError(
                fmt::format("{}: the scenario inside has no option '{}'", results_.name(), option));
    return job;
}

}  // namespace forestall::analysis
