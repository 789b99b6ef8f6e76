// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>
#include <variant>

#include "core/hash.hpp"
#include "engine/engine.hpp"
#include "engine/member_run.hpp"
#include "engine/reference_run.hpp"
#include "engine/state.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"
#include "world/weights.hpp"

namespace forestall {
namespace {

void record_detail(const State& state, const World& world, RunDetail& detail) {
    detail.steps = state.step();
    detail.places = world.places().size();
    detail.groups = world.groups().size();
    detail.actors = world.actors().size();
    const Scene& scene = state.scene();
    for (const PlaceId p : ids<PlaceId>(detail.places)) {
        detail.danger.push_back(state.danger()[index(p)]);
        if (world.settings().violence_mode == ViolenceMode::endogenous) {
            detail.zones.push_back(scene.zone(p));
            for (const ActorId a : ids<ActorId>(detail.actors)) {
                detail.control.push_back(scene.control(p, a));
                detail.fighters.push_back(scene.fighters(a, p));
            }
        }
        for (const GroupId g : ids<GroupId>(detail.groups)) {
            detail.settled.push_back(state.population().at_home(world.cell(p, g)));
            detail.deaths.push_back(state.killed_at(p, g));
            detail.sheltered.push_back(state.population().sheltered(p, g));
        }
    }
    detail.events.insert(detail.events.end(), state.events().begin(), state.events().end());
}

}  // namespace

std::span<const ParameterTable> parameter_tables() {
    static const std::vector<ParameterTable> tables = [] {
        std::vector<ParameterTable> out{population_parameters(), monitoring_parameters(),
                                        strike_parameters(), desk_parameters(),
                                        weights_parameters()};
        for (const Motive* m : motives())
            if (!m->weighing.table.empty()) out.push_back(m->weighing.table);
        for (const Mechanism* m : mechanisms())
            if (!m->acting.table.empty()) out.push_back(m->acting.table);
        return out;
    }();
    return tables;
}

std::vector<std::string> parameter_names(const World& world) {
    std::vector<std::string> names;
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table) names.emplace_back(p.name);
    for (const auto& [name, value] : world.parameters())
        if (ParameterValues::is_own(name)) names.push_back(name);
    return names;
}

std::size_t step_count(const World& world) {
    const auto days = static_cast<std::size_t>(world.settings().days);
    const auto step = static_cast<std::size_t>(world.settings().step_days);
    return (days + step - 1) / step;
}

MemberRun::MemberRun(const World& world, const RunRequest& request)
    : world_(&world), state_(world, request.seed, request.member, request.option) {
    out_.parameters = state_.parameters().values();
}

void MemberRun::step(const RunRequest& request, const Parallel& parallel) {
    state_.advance(request, parallel, out_);
    digests_.push_back(state_.digest());
    if (request.detail != nullptr) record_detail(state_, *world_, *request.detail);
}

MemberOutcome MemberRun::finish() {
    auto& displaced = out_[PerPlace::displaced_by_location];
    for (const PlaceId p : ids<PlaceId>(world_->places().size()))
        displaced.push_back(real(state_.population().sheltered(p)));
    auto& displaced_of = out_[PerGroup::displaced_by_group];
    for (const GroupId g : ids<GroupId>(world_->groups().size()))
        displaced_of.push_back(real(state_.population().displaced(g)));
    StateHash hash;
    for (const std::uint64_t digest : digests_) hash.add(digest);
    out_.hash = hash.digest();
    return std::move(out_);
}

MemberOutcome run_member(const World& world, const RunRequest& request) {
    if (!std::holds_alternative<std::monostate>(world.settings().reference)) {
        if (request.option != "none")
            throw std::invalid_argument("a reference model has no option '" + request.option + "'");
        return run_reference(world, request);
    }
    static const Parallel serial;
    const Parallel& parallel = request.parallel == nullptr ? serial : *request.parallel;
    MemberRun run(world, request);
    for (std::size_t t = 0, steps = step_count(world); t < steps; ++t) run.step(request, parallel);
    return run.finish();
}

}  // namespace forestall
