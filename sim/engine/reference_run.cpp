// SPDX-License-Identifier: Apache-2.0
#include "engine/reference_run.hpp"

#include <variant>

#include "core/hash.hpp"
#include "population/crowd.hpp"
#include "population/lattice.hpp"
#include "world/parameters.hpp"

namespace forestall {
namespace {

template <class Model>
Persons killed(const Model& model, std::size_t groups) {
    Persons sum = 0;
    for (std::size_t g = 0; g < groups; ++g) sum += model.killed(g);
    return sum;
}

template <class Model>
void record_detail(const Model& model, std::size_t groups, RunDetail& detail) {
    const std::size_t before = detail.settled.size() - (detail.steps == 0 ? 0 : groups);
    detail.danger.push_back(0);
    for (std::size_t g = 0; g < groups; ++g) {
        detail.settled.push_back(model.persons(g));
        detail.deaths.push_back(model.killed(g));
        detail.sheltered.push_back(0);
        if (model.persons(g) == 0 && detail.steps > 0 && detail.settled[before + g] > 0)
            detail.events.push_back({static_cast<std::int32_t>(detail.steps), EventKind::extinction,
                                     PlaceId{0}, none<ActorId>(), static_cast<GroupId>(g),
                                     model.killed(g), 0});
    }
    ++detail.steps;
}

template <class Model>
MemberOutcome run_cycles(const World& world, const RunRequest& request, Model model,
                         MemberOutcome out) {
    const std::size_t groups = world.groups().size();
    StateHash hash;
    auto& deaths = out[PerPlace::deaths_by_location];
    auto& deaths_of = out[PerGroup::deaths_by_group];
    for (std::size_t t = 0; t < step_count(world); ++t) {
        model.cycle();
        hash.add(model.digest());
        for (auto& series : out.series) series.push_back(0);
        const auto put = [&](Series s, Persons n) { out[s].back() = real(n); };
        put(Series::mobilised, model.active());
        put(Series::detained, model.jailed());
        put(Series::civilian_deaths, killed(model, groups));
        deaths[0] += real(killed(model, groups));
        for (std::size_t g = 0; g < groups; ++g) deaths_of[g] += real(model.killed(g));
        if (request.detail != nullptr) record_detail(model, groups, *request.detail);
        if (request.each_day)
            request.each_day(static_cast<Day>(t), std::vector<Persons>(world.places().size()), 0);
    }
    out.hash = hash.digest();
    return out;
}

}  // namespace

MemberOutcome run_reference(const World& world, const RunRequest& request) {
    const Luck luck(request.seed, request.member);
    MemberOutcome out;
    out.parameters = ParameterValues(world, luck, parameter_tables()).values();
    for (auto& values : out.per_place) values.assign(world.places().size(), 0);
    for (auto& values : out.per_group) values.assign(world.groups().size(), 0);
    out[Scalar::mass_killing_onset_step] = -1;
    out[Scalar::mass_killing_per_head_onset_step] = -1;
    if (request.detail != nullptr) {
        request.detail->places = world.places().size();
        request.detail->groups = world.groups().size();
    }
    const ReferenceModel& model = world.settings().reference;
    if (const auto* cascade = std::get_if<CascadeSettings>(&model))
        return run_cycles(world, request, Crowd(*cascade, luck), std::move(out));
    return run_cycles(world, request,
                      Lattice(std::get<LatticeSettings>(model), world.groups().size(), luck),
                      std::move(out));
}

}  // namespace forestall
