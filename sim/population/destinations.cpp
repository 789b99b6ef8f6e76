// SPDX-License-Identifier: Apache-2.0
#include "population/destinations.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "core/math.hpp"
#include "population/rules/destination.hpp"

namespace forestall {

void KinStock::add(std::size_t home_place, std::size_t at, Persons n) {
    auto& list = of_home_[home_place];
    const auto key = static_cast<std::uint32_t>(at);
    const auto it = std::lower_bound(list.begin(), list.end(), key, [](const auto& e, auto k) { return e.first < k; });
    if (it != list.end() && it->first == key)
        it->second += n;
    else
        list.insert(it, {key, n});
    away_[home_place] += n;
}

Destinations::Destinations(const World& world, const PopulationParameters& parameters)
    : world_(&world), parameters_(parameters) {
    const bool camps_only = world.settings().displacement == DisplacementMode::prescribed;
    std::map<std::string, std::uint32_t> country_numbers;
    for (std::size_t p = 0; p < world.places().size(); ++p) {
        const Place& place = world.places()[p];
        if (camps_only ? place.kind != PlaceKind::camp : place.kind == PlaceKind::border_point) continue;
        candidates_.push_back(static_cast<std::uint32_t>(p));
        const auto number = static_cast<std::uint32_t>(country_numbers.size());
        country_of_.push_back(country_numbers.try_emplace(place.country, number).first->second);
    }
    countries_ = country_numbers.size();
    near_version_.assign(world.places().size(), ~std::uint64_t{0});
    near_.resize(world.places().size());
    set_masses();
}

void Destinations::set_masses() {
    const auto& places = world_->places();
    std::vector<Persons> residents(places.size());
    for (const auto& h : world_->populations()) residents[index(h.place)] += h.persons;
    // Sizes count relative to the geometric mean of known capacities, so that what is unknown draws like the average.
    double log_sum = 0;
    int known = 0;
    const auto sized = [&](const Place& p) {
        return world_->settings().use_capacities && p.capacity && *p.capacity > 0;
    };
    for (const auto c : candidates_)
        if (sized(places[c])) log_sum += math::log(static_cast<double>(*places[c].capacity)), ++known;
    const double typical = known == 0 ? 0 : log_sum / known;
    for (const auto c : candidates_) {
        const Place& p = places[c];
        double mass = 1;
        if (sized(p))
            mass = math::exp(parameters_.capacity_exponent * (math::log(static_cast<double>(*p.capacity)) - typical));
        if (p.kind == PlaceKind::settlement)
            mass = parameters_.host_attraction *
                   math::pow(static_cast<double>(std::max<Persons>(1, residents[c])) / 10000.0,
                             parameters_.capacity_exponent);
        mass_.push_back(mass);
    }
    pull_.resize(mass_.size());
}

void Destinations::refresh(const Surroundings& seen, std::span<const Persons> sheltered) {
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
        const auto c = candidates_[k];
        const Place& p = world_->places()[c];
        double pull = seen.enterable[c] != 0 ? mass_[k] : 0.0;
        if (pull > 0 && seen.alarm[c] > 0) pull *= math::exp(-parameters_.danger_aversion * seen.alarm[c]);
        if (pull > 0 && world_->settings().use_capacities && p.capacity)
            pull *= rules::room(static_cast<double>(sheltered[c]), static_cast<double>(*p.capacity),
                                parameters_.crowding_start);
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
                         : rules::nearness(static_cast<double>(cost) / cost_per_km, parameters_.distance_offset_km,
                                           parameters_.distance_exponent);
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
        const double all = static_cast<double>(kin.away(home)) + 1;
        for (const auto& [place, persons] : kin.of(home)) {
            const auto it = std::lower_bound(candidates_.begin(), candidates_.end(), place);
            if (it != candidates_.end() && *it == place)
                out[static_cast<std::size_t>(it - candidates_.begin())] *=
                    rules::kin(static_cast<double>(persons) / all, parameters_.kin_pull);
        }
    }
    if (parameters_.country_nesting >= 1) return;
    std::vector<double> sum(countries_);
    for (std::size_t k = 0; k < out.size(); ++k) sum[country_of_[k]] += out[k];
    for (double& s : sum) s = s > 0 ? rules::country_weight(s, parameters_.country_nesting) / s : 0;
    for (std::size_t k = 0; k < out.size(); ++k) out[k] *= sum[country_of_[k]];
}

}  // namespace forestall
