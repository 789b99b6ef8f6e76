// SPDX-License-Identifier: Apache-2.0
// Civilians on the move: proposals per place, their application, and the road. Part of civilians.hpp's template.
#pragma once
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "population/civilians.hpp"
#include "population/rules/homecoming.hpp"
#include "population/rules/leave.hpp"

namespace forestall {

namespace civilians {
inline constexpr auto kLeave = process("population.leave");
inline constexpr auto kChoose = process("population.choose");
inline constexpr auto kShelter = process("population.shelter");
inline constexpr auto kRoad = process("population.road");
inline constexpr auto kHome = process("population.home");
inline constexpr auto kOrder = process("population.prescribed");
inline constexpr auto kInitial = process("population.initial");
}  // namespace civilians

template <class Body>
void Civilians<Body>::day(const Surroundings& seen, const Luck& luck, const Parallel& parallel,
                          std::optional<Persons> prescribed) {
    const std::size_t places = world_->places().size();
    std::vector<Persons> sheltered(places);
    for (std::size_t p = 0; p < places; ++p) sheltered[p] = shelter_.persons(p);
    destinations_.refresh(seen, sheltered);
    walk(seen, luck, parallel);
    if (prescribed) prescribe(seen, luck, *prescribed);
    proposals_.resize(places);
    parallel.for_chunks(places, 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p) propose(seen, luck, p, proposals_[p]);
    });
    for (std::size_t p = 0; p < places; ++p) apply(seen, luck, p, proposals_[p]);
}

template <class Body>
void Civilians<Body>::propose(const Surroundings& seen, const Luck& luck, std::size_t place, Proposals& out) {
    leave_shelter(seen, luck, place, out);
    leave_home(seen, luck, place, out);
}

template <class Body>
bool Civilians<Body>::send_off(const Surroundings& seen, std::size_t place, CellId home, Bundle&& people, Stream& s,
                               Proposals& out) {
    destinations_.weights(seen, kin_, place, place_of(home), out.weights);
    double total = 0;
    for (const double w : out.weights) total += w;
    if (!(total > 0)) return false;
    out.parts.clear();
    split(std::move(people), out.weights, out.scratch, s, out.parts);
    for (auto& part : out.parts)
        out.setting_out.push_back({home, destinations_.candidates()[part.category], std::move(part.people)});
    return true;
}

template <class Body>
void Civilians<Body>::leave_shelter(const Surroundings& seen, const Luck& luck, std::size_t place, Proposals& out) {
    if (shelter_.persons(place) == 0) return;
    const auto step = static_cast<std::uint32_t>(seen.day);
    for (std::size_t i = 0; i < shelter_.at(place).size(); ++i) {
        const auto& entry = shelter_.at(place)[i];
        const CellId home = entry.home;
        const double onward = parameters_.onward_rate_per_day;
        const double homeward = prescribed_mode()
                                    ? 0
                                    : rules::return_rate_per_day(seen.alarm[place_of(home)], parameters_.calm_level,
                                                                 parameters_.return_rate_per_day);
        const double death = parameters_.shelter_death_rate_per_day;
        const double all = onward + homeward + death;
        if (all <= 0) continue;
        Stream s = luck.stream(civilians::kShelter, mix(world_->address(home), world_->address(PlaceId(place))), step);
        const Persons moved = sample::binomial(s, entry.people.units(), math::chance(all, 1));
        if (moved == 0) continue;
        const Persons dead = sample::binomial(s, moved, death / all);
        const Persons home_bound = sample::binomial(s, moved - dead, homeward / (homeward + onward));
        if (dead > 0) out.dying.push_back({home, 0, shelter_.release(place, i, dead, s)});
        if (home_bound > 0) out.going_home.push_back({home, 0, shelter_.release(place, i, home_bound, s)});
        if (moved - dead - home_bound > 0) {
            destinations_.weights(seen, kin_, place, place_of(home), out.weights);
            bool any = false;
            for (const double w : out.weights) any = any || w > 0;
            if (any) send_off(seen, place, home, shelter_.release(place, i, moved - dead - home_bound, s), s, out);
        }
    }
    shelter_.sweep(place);
}

template <class Body>
void Civilians<Body>::leave_home(const Surroundings& seen, const Luck& luck, std::size_t place, Proposals& out) {
    const auto step = static_cast<std::uint32_t>(seen.day);
    const bool by_order = prescribed_mode();
    if (!by_order && seen.alarm[place] <= 0) return;
    for (std::size_t g = 0; g < world_->groups().size(); ++g) {
        const CellId cell = world_->cell(PlaceId(place), GroupId(g));
        if (body_.persons_home(index(cell)) == 0) continue;
        Stream s = luck.stream(civilians::kLeave, world_->address(cell), step);
        Bundle leaving = body_.nobody(index(cell));
        if (by_order) {
            auto& order = ordered_[index(cell)];
            bool any = false;
            for (const Persons n : order) any = any || n > 0;
            if (!any) continue;
            leaving = body_.depart(index(cell), order, s);
            order = {};
        } else {
            destinations_.weights(seen, kin_, place, place, out.weights);
            bool way_out = false;
            for (const double w : out.weights) way_out = way_out || w > 0;
            if (!way_out) continue;
            BinChances chance;
            for (std::size_t b = 0; b < trait_bins; ++b)
                chance[b] = math::chance(
                    rules::leave_rate_per_day(seen.alarm[place], traits_of(b), parameters_.leave_rate_per_day), 1);
            leaving = body_.decide(index(cell), chance, s);
        }
        if (leaving.empty()) continue;
        Stream choice = luck.stream(civilians::kChoose, world_->address(cell), step);
        send_off(seen, place, cell, std::move(leaving), choice, out);
    }
}

template <class Body>
void Civilians<Body>::apply(const Surroundings& seen, const Luck& luck, std::size_t place, Proposals& in) {
    const auto step = static_cast<std::uint32_t>(seen.day);
    const auto here = static_cast<std::uint32_t>(place);
    departed_[place] = 0;
    for (auto& m : in.setting_out) {
        if (place_of(m.home) != place)
            kin_.add(place_of(m.home), place, -m.people.persons());
        else
            departed_[place] += m.people.persons();
        in_transit_ += m.people.persons();
        road_.push_back({m.home, m.destination, here, no_arc, 0, here, seen.day, std::move(m.people)});
    }
    for (auto& m : in.going_home) {
        kin_.add(place_of(m.home), place, -m.people.persons());
        in_transit_ += m.people.persons();
        const auto home = static_cast<std::uint32_t>(place_of(m.home));
        road_.push_back({m.home, home, here, no_arc, 0, here, seen.day, std::move(m.people)});
    }
    for (auto& m : in.dying) {
        kin_.add(place_of(m.home), place, -m.people.persons());
        indirect_[index(world_->group_of(m.home))] += m.people.persons();
        Stream s = luck.stream(civilians::kHome, mix(world_->address(m.home), world_->address(PlaceId(place))), step);
        body_.die_away(index(m.home), std::move(m.people), s);
    }
    in.setting_out.clear();
    in.going_home.clear();
    in.dying.clear();
}

template <class Body>
void Civilians<Body>::walk(const Surroundings& seen, const Luck& luck, const Parallel& parallel) {
    const std::size_t n = road_.size();
    std::vector<Arrival> fate(n);
    const double km = parameters_.travel_km_per_day;
    parallel.for_chunks(n, 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) fate[i] = advance(road_[i], km, *world_, seen, forward_);
    });
    std::vector<Party<Bundle>> still;
    still.reserve(n);
    std::vector<Party<Bundle>> arrived;
    for (std::size_t i = 0; i < n; ++i) {
        auto& party = road_[i];
        const double danger = seen.danger[party.place];
        if (parameters_.transit_death_rate_per_day > 0 && danger > 0) {
            Stream s =
                luck.stream(civilians::kRoad,
                            mix(mix(world_->address(party.home), world_->address(PlaceId(party.destination))),
                                mix(world_->address(PlaceId(party.origin)), static_cast<std::uint64_t>(party.since))),
                            static_cast<std::uint32_t>(seen.day));
            const Persons dead = sample::binomial(s, party.people.units(),
                                                  math::chance(parameters_.transit_death_rate_per_day * danger, 1));
            if (dead > 0) {
                Bundle gone = party.people.take(dead, s);
                indirect_[index(world_->group_of(party.home))] += gone.persons();
                in_transit_ -= gone.persons();
                body_.die_away(index(party.home), std::move(gone), s);
            }
        }
        if (party.people.empty()) continue;
        if (fate[i] == Arrival::arrived)
            arrived.push_back(std::move(party));
        else if (fate[i] == Arrival::stranded && party.destination != place_of(party.home) &&
                 choose_again(party, seen, luck, still))
            continue;
        else
            still.push_back(std::move(party));
    }
    road_ = std::move(still);
    for (auto& party : arrived) receive(std::move(party), luck, seen.day);
}

template <class Body>
void Civilians<Body>::receive(Party<Bundle>&& party, const Luck& luck, Day day) {
    in_transit_ -= party.people.persons();
    const std::size_t home = place_of(party.home);
    if (party.destination == home) {
        returned_ += party.people.persons();
        Stream s =
            luck.stream(civilians::kHome, mix(world_->address(party.home), world_->address(PlaceId(party.origin))),
                        static_cast<std::uint32_t>(day));
        body_.come_home(index(party.home), std::move(party.people), s);
        return;
    }
    kin_.add(home, party.destination, party.people.persons());
    shelter_.admit(party.destination, party.home, std::move(party.people));
}

template <class Body>
bool Civilians<Body>::choose_again(Party<Bundle>& party, const Surroundings& seen, const Luck& luck,
                                   std::vector<Party<Bundle>>& extra) {
    Proposals out;
    destinations_.weights(seen, kin_, party.place, place_of(party.home), out.weights);
    double total = 0;
    for (const double w : out.weights) total += w;
    if (!(total > 0)) return false;
    Stream s = luck.stream(civilians::kChoose,
                           mix(mix(world_->address(party.home), world_->address(PlaceId(party.destination))),
                               mix(world_->address(PlaceId(party.origin)), static_cast<std::uint64_t>(party.since))),
                           static_cast<std::uint32_t>(seen.day));
    split(std::move(party.people), out.weights, out.scratch, s, out.parts);
    for (auto& part : out.parts)
        extra.push_back({party.home, destinations_.candidates()[part.category], party.place, no_arc, 0, party.origin,
                         party.since, std::move(part.people)});
    return true;
}

}  // namespace forestall
