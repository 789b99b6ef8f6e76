// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.hpp"
#include "results/header.hpp"

namespace forestall {

Header header_of(const Job& job, const ProgramBuild& program) {
    const std::shared_ptr<const World> first = world_at(job, 0);
    const World& world = *first;
    const Settings& settings = world.settings();
    Header header;
    header.title = settings.title;
    header.start_date = settings.start_date;
    header.step_days = settings.step_days;
    for (std::size_t step = 0; step < step_count(world); ++step)
        header.time.push_back(static_cast<std::int64_t>(step) * settings.step_days);
    header.points = job.points;
    header.options = job.options;
    header.continuations = job.continuations;
    for (const Place& p : world.places())
        header.locations.push_back({p.name, p.country, p.region, p.latitude, p.longitude});
    for (const Group& g : world.groups()) header.groups.push_back(g.name);
    for (const Actor& a : world.actors()) header.actors.push_back(a.name);
    for (const ParameterTable& table : parameter_tables())
        for (const ParameterSpec& p : table)
            header.parameters.push_back({std::string(p.name), std::string(p.unit)});
    for (const auto& [name, value] : world.parameters())
        if (ParameterValues::is_own(name))
            header.parameters.push_back({name, name.ends_with(".rate") ? "1/a" : "1"});
    header.members = job.members;
    header.seed = job.seed;
    header.price_year = settings.price_year;
    header.description = job_description(job);
    header.program = program;
    header.scenario_files = job.scenario_files;
    return header;
}

}  // namespace forestall
