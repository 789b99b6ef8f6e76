// SPDX-License-Identifier: Apache-2.0
#include "population/destinations.hpp"

#include <algorithm>
#include <atomic>
#include <memory>

#include "core/math.hpp"
#include "population/rules/destination.hpp"

namespace forestall {
namespace {

/// What rows of nearness may take together in a large world.
constexpr std::size_t most_near_bytes = std::size_t{256} << 20;

}  // namespace

void KinStock::add(std::size_t home_place, std::size_t at, Persons n) {
    if (n == 0) return;
    away_[home_place] += n;
    auto& kin = of_home_[home_place];
    const auto place = static_cast<std::uint32_t>(at);
    const auto it = std::lower_bound(kin.begin(), kin.end(), place,
                                     [](const Kin& k, std::uint32_t p) { return k.place < p; });
    if (it == kin.end() || it->place != place)
        kin.insert(it, {place, n});
    else if ((it->persons += n) == 0)
        kin.erase(it);
}

Destinations::Destinations(const World& world, const PopulationParameters& parameters)
    : world_(&world), parameters_(parameters) {
    const bool camps_only = world.settings().displacement == DisplacementMode::prescribed;
    for (std::size_t p = 0; p < world.places().size(); ++p) {
        const Place& place = world.places()[p];
        if (camps_only ? place.kind != PlaceKind::camp : place.kind == PlaceKind::border_point)
            continue;
        candidates_.push_back(static_cast<std::uint32_t>(p));
    }
    slot_.assign(world.places().size(), static_cast<std::uint32_t>(candidates_.size()));
    for (std::size_t k = 0; k < candidates_.size(); ++k)
        slot_[candidates_[k]] = static_cast<std::uint32_t>(k);
    near_version_.assign(world.places().size(), ~std::uint64_t{0});
    near_.resize(world.places().size());
    most_near_ = most_near_bytes / (sizeof(double) * std::max<std::size_t>(1, candidates_.size()));
    set_masses();
}

/// Camps draw alike; a town draws as host by its size.
void Destinations::set_masses() {
    constexpr double town = 10000;
    std::vector<Persons> residents(world_->places().size());
    for (const auto& h : world_->populations()) residents[index(h.place)] += h.persons;
    for (const auto c : candidates_) {
        const double size = real(std::max<Persons>(1, residents[c])) / town;
        mass_.push_back(world_->places()[c].kind != PlaceKind::settlement
                            ? 1
                            : parameters_.host_attraction *
                                  math::pow(size, parameters_.host_size_exponent));
    }
    pull_.resize(mass_.size());
}

void Destinations::refresh(const Surroundings& seen, std::span<const Persons> sheltered) {
    if (seen.paths->keeps() == Keep::wanted && near_version_.front() != seen.paths->work()) {
        near_version_.front() = seen.paths->work();
        for (auto& row : near_) std::vector<double>().swap(row);
        near_rows_ = 0;
    }
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
        const auto c = candidates_[k];
        const Place& p = world_->places()[c];
        double pull = seen.enterable[c] != 0 ? mass_[k] : 0.0;
        if (pull > 0 && seen.unease[c] > 0)
            pull *= math::exp(-parameters_.danger_aversion * seen.unease[c]);
        if (pull > 0 && world_->settings().use_capacities && p.capacity)
            pull *= rules::room(real(sheltered[c]), real(*p.capacity));
        pull_[k] = pull;
    }
}

double Destinations::near_at(PathCost cost) const {
    return cost == unreachable ? 0
                               : rules::nearness(static_cast<double>(cost) / cost_per_km,
                                                 parameters_.distance_reach_km);
}

/// Where not all ways are in memory: by a search from here; kept as long as there is room, else
/// until this thread asks for another.
std::span<const double> Destinations::searched_nearness(const Surroundings& seen,
                                                        std::size_t from) {
    if (!near_[from].empty()) return near_[from];
    struct Last {
        std::shared_ptr<const void>
            costs;  // held, so that no other costs come to lie at its address
        std::size_t from = 0;
        std::vector<double> row;
    };
    thread_local Last last;
    const auto costs = seen.paths->costs_id();
    if (last.costs == costs && last.from == from && last.row.size() == candidates_.size())
        return last.row;
    const std::vector<PathCost> cost = seen.paths->costs_from(static_cast<PlaceId>(from));
    std::vector<double> row(candidates_.size());
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = near_at(cost[candidates_[k]]);
    if (std::atomic_ref(near_rows_).fetch_add(1) < most_near_) return near_[from] = std::move(row);
    last = {costs, from, std::move(row)};
    return last.row;
}

std::span<const double> Destinations::nearness(const Surroundings& seen, std::size_t from) {
    if (seen.paths->keeps() == Keep::wanted) return searched_nearness(seen, from);
    if (near_version_[from] != seen.paths->work()) {
        near_version_[from] = seen.paths->work();
        auto& row = near_[from];
        row.resize(candidates_.size());
        for (std::size_t k = 0; k < candidates_.size(); ++k)
            row[k] = near_at(seen.paths->cost(candidates_[k], static_cast<PlaceId>(from)));
    }
    return near_[from];
}

void Destinations::weights(const Surroundings& seen, const KinStock& kin, std::size_t from,
                           std::size_t home, bool may_stay, std::vector<double>& out) {
    const auto near = nearness(seen, from);
    out.resize(candidates_.size());
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = pull_[k] * near[k];
    for (const auto away : {may_stay ? home : from, home})
        if (slot_[away] < out.size()) out[slot_[away]] = 0;
    if (parameters_.kin_pull <= 0 || kin.away(home) <= 0) return;
    const auto all = real(kin.away(home));
    for (const auto& [place, persons] : kin.of(home)) {
        const std::size_t k = slot_[place];
        if (k >= out.size() || out[k] <= 0 || persons <= 0) continue;
        out[k] *= rules::kin(real(persons), all, parameters_.kin_familiar, parameters_.kin_pull);
    }
}

}  // namespace forestall
