// SPDX-License-Identifier: Apache-2.0
#include "population/destinations.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "population/rules/destination.hpp"

namespace forestall {

Destinations::Destinations(const World& world, const PopulationParameters& parameters)
    : world_(&world), parameters_(parameters) {
    const bool camps_only = world.settings().displacement == DisplacementMode::prescribed;
    for (std::size_t p = 0; p < world.places().size(); ++p) {
        const Place& place = world.places()[p];
        if (camps_only ? place.kind != PlaceKind::camp : place.kind == PlaceKind::border_point) continue;
        candidates_.push_back(static_cast<std::uint32_t>(p));
    }
    near_version_.assign(world.places().size(), ~std::uint64_t{0});
    near_.resize(world.places().size());
    set_masses();
}

/// Camps draw alike; a town draws as host by its size.
void Destinations::set_masses() {
    constexpr double town = 10000;
    std::vector<Persons> residents(world_->places().size());
    for (const auto& h : world_->populations()) residents[index(h.place)] += h.persons;
    for (const auto c : candidates_) {
        const double size = static_cast<double>(std::max<Persons>(1, residents[c])) / town;
        mass_.push_back(world_->places()[c].kind != PlaceKind::settlement
                            ? 1
                            : parameters_.host_attraction * math::pow(size, parameters_.host_size_exponent));
    }
    pull_.resize(mass_.size());
}

void Destinations::refresh(const Surroundings& seen, std::span<const Persons> sheltered) {
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
        const auto c = candidates_[k];
        const Place& p = world_->places()[c];
        double pull = seen.enterable[c] != 0 ? mass_[k] : 0.0;
        if (pull > 0 && seen.unease[c] > 0) pull *= math::exp(-parameters_.danger_aversion * seen.unease[c]);
        if (pull > 0 && world_->settings().use_capacities && p.capacity)
            pull *= rules::room(static_cast<double>(sheltered[c]), static_cast<double>(*p.capacity));
        pull_[k] = pull;
    }
}

std::span<const double> Destinations::nearness(const Surroundings& seen, std::size_t from) {
    if (near_version_[from] != seen.paths->work()) {
        near_version_[from] = seen.paths->work();
        auto& row = near_[from];
        row.resize(candidates_.size());
        for (std::size_t k = 0; k < candidates_.size(); ++k) {
            const auto cost = seen.paths->cost(candidates_[k], static_cast<PlaceId>(from));
            row[k] = cost == unreachable
                         ? 0
                         : rules::nearness(static_cast<double>(cost) / cost_per_km, parameters_.distance_reach_km);
        }
    }
    return near_[from];
}

void Destinations::weights(const Surroundings& seen, const KinStock& kin, std::size_t from, std::size_t home,
                           bool may_stay, std::vector<double>& out) {
    const auto near = nearness(seen, from);
    out.resize(candidates_.size());
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = pull_[k] * near[k];
    for (const auto away : {may_stay ? home : from, home}) {
        const auto it = std::lower_bound(candidates_.begin(), candidates_.end(), static_cast<std::uint32_t>(away));
        if (it != candidates_.end() && *it == away) out[static_cast<std::size_t>(it - candidates_.begin())] = 0;
    }
    if (parameters_.kin_pull > 0 && kin.away(home) > 0) {
        const auto all = static_cast<double>(kin.away(home));
        const std::span<const Persons> there = kin.of(home);
        for (std::size_t k = 0; k < out.size(); ++k)
            if (out[k] > 0 && there[candidates_[k]] > 0)
                out[k] *= rules::kin(static_cast<double>(there[candidates_[k]]), all, parameters_.kin_familiar,
                                     parameters_.kin_pull);
    }
}

}  // namespace forestall
