// SPDX-License-Identifier: Apache-2.0
// Civilians on the move: proposals per place, their application, and the road. Part of
// civilians.hpp's template.
#pragma once
#include <algorithm>
#include <cmath>
#include <utility>

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

/// Below this nobody leaves home: one in 100,000 a day at most.
inline constexpr double faint_alarm = 0.001;

template <class Body>
bool Civilians<Body>::own_day(Day day, std::size_t place, std::uint64_t days) const {
    return (static_cast<std::uint64_t>(day) + world_->address(PlaceId(place))) % days == 0;
}

template <class Body>
Persons Civilians<Body>::together() const {
    if (prescribed_mode()) return 1;
    const auto household = static_cast<Persons>(std::lround(parameters_.household));
    return std::max<Persons>(1, household / world_->settings().persons_per_agent);
}

template <class Body>
Persons Civilians<Body>::households_moved(Persons units, double chance, Stream& s) const {
    const Persons size = together();
    return people_of(sample::binomial(s, (units + size - 1) / size, chance), units, size, s);
}

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
    weigh_shelter(seen);
    parallel.for_chunks(places, 8, [&](std::size_t begin, std::size_t end) {
        Workings work;
        for (std::size_t p = begin; p < end; ++p) propose(seen, luck, p, work, proposals_[p]);
    });
    for (std::size_t p = 0; p < places; ++p) apply(seen, luck, p, proposals_[p]);
}

template <class Body>
void Civilians<Body>::propose(const Surroundings& seen, const Luck& luck, std::size_t place,
                              Workings& work, Proposals& out) {
    leave_shelter(seen, luck, place, work, out);
    leave_home(seen, luck, place, work, out);
}

/// Fills work.weights; true if there is anywhere to go.
template <class Body>
bool Civilians<Body>::find_ways(const Surroundings& seen, std::size_t from, std::size_t home,
                                Workings& work, bool may_stay) {
    destinations_.weights(seen, kin_, from, home, may_stay, work.weights);
    return std::any_of(work.weights.begin(), work.weights.end(), [](double w) { return w > 0; });
}

/// Splits over the destinations of the last find_ways.
template <class Body>
void Civilians<Body>::send_off(CellId home, Bundle&& people, Stream& s, Workings& work,
                               Proposals& out) {
    work.parts.clear();
    split(std::move(people), together(), work.weights, work.scratch, s, work.parts);
    for (auto& part : work.parts)
        out.setting_out.push_back(
            {home, destinations_.candidates()[part.category], std::move(part.people)});
}

template <class Body>
void Civilians<Body>::weigh_shelter(const Surroundings& seen) {
    // Word from home comes once a week.
    if (!chances_.empty() && seen.day % static_cast<Day>(week) != 0) return;
    const auto days = static_cast<double>(shelter_days());
    shelter_death_ =
        math::chance(parameters_.shelter_death_rate_per_day * seen.shelter_deaths, days);
    const double onward = math::chance(parameters_.onward_rate_per_day, days);
    chances_.assign(world_->places().size(), {0, onward});
    if (prescribed_mode()) return;
    for (std::size_t home = 0; home < chances_.size(); ++home) {
        if (home > 0 && seen.unease[home] == seen.unease[home - 1])
            chances_[home] = chances_[home - 1];
        else {
            const double homeward =
                math::chance(rules::return_rate_per_day(seen.unease[home], parameters_.calm_level,
                                                        parameters_.return_rate_per_day),
                             days);
            chances_[home] = {homeward, onward * (1 - homeward)};
        }
    }
}

template <class Body>
void Civilians<Body>::leave_shelter(const Surroundings& seen, const Luck& luck, std::size_t place,
                                    Workings& work, Proposals& out) {
    if (shelter_.persons(place) == 0 || !own_day(seen.day, place, shelter_days())) return;
    const auto step = static_cast<std::uint32_t>(seen.day);
    for (std::size_t i = 0; i < shelter_.at(place).size(); ++i) {
        const auto& entry = shelter_.at(place)[i];
        const CellId home = entry.home;
        const ShelterChances& chance = chances_[place_of(home)];
        Stream s = luck.stream(civilians::kShelter,
                               mix(world_->address(home), world_->address(PlaceId(place))), step);
        const Persons dead = sample::binomial(s, entry.people.units(), shelter_death_);
        if (dead > 0) out.dying.push_back({home, 0, shelter_.release(place, i, dead, s)});
        const Persons moving =
            households_moved(entry.people.units(), chance.homeward + chance.onward, s);
        if (moving == 0) continue;
        const Persons onward =
            households_moved(moving, chance.onward / (chance.homeward + chance.onward), s);
        if (moving > onward)
            out.going_home.push_back({home, 0, shelter_.release(place, i, moving - onward, s)});
        if (onward > 0 && find_ways(seen, place, place_of(home), work))
            send_off(home, shelter_.release(place, i, onward, s), s, work, out);
    }
    shelter_.sweep(place);
}

template <class Body>
void Civilians<Body>::leave_home(const Surroundings& seen, const Luck& luck, std::size_t place,
                                 Workings& work, Proposals& out) {
    const bool by_order = prescribed_mode();
    if (by_order ? ordered_here_[place] == 0
                 : seen.alarm[place] < faint_alarm || residents_[place] == 0)
        return;
    // The fainter an alarm, the seldomer people think of leaving: on the place's own day, for the
    // whole time since.
    const double alarm = seen.alarm[place];
    std::uint64_t days = alarm >= seen.monthly_below ? week : four_weeks;
    if (by_order || alarm >= seen.weekly_below) days = 1;
    if (!own_day(seen.day, place, days)) return;
    if (!find_ways(seen, place, place, work)) return;
    const auto chances = [&](double felt) {
        BinChances chance{};
        for (std::size_t b = 0; b < trait_bins; ++b)
            chance[b] = math::chance(
                rules::leave_rate_per_day(felt, traits_of(b), parameters_.leave_rate_per_day),
                static_cast<double>(days));
        return chance;
    };
    const BinChances of_all = by_order ? BinChances{} : chances(alarm);
    const auto step = static_cast<std::uint32_t>(seen.day);
    for (std::size_t g = 0; g < world_->groups().size(); ++g) {
        const CellId cell = world_->cell(PlaceId(place), GroupId(g));
        if (body_.persons_home(index(cell)) == 0) continue;
        const bool apart = !by_order && !seen.hunted.empty();
        if (apart && seen.hunted[index(cell)] < faint_alarm) continue;
        const BinChances chance = apart ? chances(seen.hunted[index(cell)]) : of_all;
        const DrawAddress address = luck.address(civilians::kLeave, world_->address(cell), step);
        Stream s(address);
        Bundle leaving = by_order ? body_.depart(index(cell), ordered_[index(cell)], s)
                                  : body_.decide(index(cell), chance, address);
        if (by_order) ordered_[index(cell)] = {};
        if (leaving.empty()) continue;
        Stream choice = luck.stream(civilians::kChoose, world_->address(cell), step);
        send_off(cell, std::move(leaving), choice, work, out);
    }
}

/// Home, way and day tell parties apart when they set out; who chooses again adds the choice to the
/// address.
template <class Body>
void Civilians<Body>::set_out(Mover& mover, std::size_t from, std::size_t to, Day day) {
    const auto place = [&](std::size_t p) { return world_->address(PlaceId(p)); };
    const std::uint64_t address = mix(mix(world_->address(mover.home), place(to)),
                                      mix(place(from), static_cast<std::uint64_t>(day)));
    in_transit_ += mover.people.persons();
    road_.push_back({mover.home, static_cast<std::uint32_t>(to), static_cast<std::uint32_t>(from),
                     no_arc, 0, address, std::move(mover.people)});
}

template <class Body>
void Civilians<Body>::apply(const Surroundings& seen, const Luck& luck, std::size_t place,
                            Proposals& in) {
    const auto step = static_cast<std::uint32_t>(seen.day);
    departed_[place] = 0;
    for (auto& m : in.setting_out) {
        if (place_of(m.home) != place)
            kin_.add(place_of(m.home), place, -m.people.persons());
        else
            departed_[place] += m.people.persons();
        set_out(m, place, m.destination, seen.day);
    }
    for (auto& m : in.going_home) {
        kin_.add(place_of(m.home), place, -m.people.persons());
        set_out(m, place, place_of(m.home), seen.day);
    }
    for (auto& m : in.dying) {
        kin_.add(place_of(m.home), place, -m.people.persons());
        indirect_[index(world_->group_of(m.home))] += m.people.persons();
        Stream s = luck.stream(civilians::kHome,
                               mix(world_->address(m.home), world_->address(PlaceId(place))), step);
        body_.die_away(index(m.home), std::move(m.people), s);
    }
    in.setting_out.clear();
    in.going_home.clear();
    in.dying.clear();
}

/// Where those on the road are going, and where they are passed on to from there.
template <class Body>
std::vector<std::uint32_t> Civilians<Body>::ways_wanted() const {
    std::vector<std::uint8_t> wanted(forward_.size(), 0);
    for (const auto& party : road_)
        for (std::uint32_t d = party.destination; wanted[d] == 0; d = forward_[d]) wanted[d] = 1;
    std::vector<std::uint32_t> out;
    for (std::uint32_t d = 0; d < wanted.size(); ++d)
        if (wanted[d] != 0) out.push_back(d);
    return out;
}

template <class Body>
void Civilians<Body>::walk(const Surroundings& seen, const Luck& luck, const Parallel& parallel) {
    const std::size_t n = road_.size();
    std::vector<Arrival> fate(n);
    const double km = parameters_.travel_km_per_day;
    if (seen.paths->keeps() == Keep::wanted) seen.paths->want(ways_wanted(), parallel);
    parallel.for_chunks(n, 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            fate[i] = advance(road_[i], km, *world_, seen, forward_);
    });
    std::vector<Party<Bundle>> still;
    still.reserve(n);
    std::vector<Party<Bundle>> arrived;
    for (std::size_t i = 0; i < n; ++i) {
        auto& party = road_[i];
        const double danger = seen.danger[party.place];
        if (parameters_.transit_death_rate_per_day > 0 && danger > 0) {
            Stream s = luck.stream_on(seen.day, civilians::kRoad, party.address);
            const Persons dead =
                sample::binomial(s, party.people.units(),
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
    receive(arrived, luck, seen.day);
}

template <class Body>
void Civilians<Body>::receive(std::vector<Party<Bundle>>& arrived, const Luck& luck, Day day) {
    // Those who come home are put together by cell first: one draw of traits, now or when they
    // matter, for all parties.
    std::vector<std::size_t> cells;
    for (auto& party : arrived) {
        in_transit_ -= party.people.persons();
        if (party.destination == place_of(party.home)) {
            returned_ += party.people.persons();
            Bundle& slot = coming_home_[index(party.home)];
            if (slot.empty()) cells.push_back(index(party.home));
            slot.join(std::move(party.people));
            continue;
        }
        kin_.add(place_of(party.home), party.destination, party.people.persons());
        shelter_.admit(party.destination, party.home, std::move(party.people));
    }
    std::sort(cells.begin(), cells.end());
    for (const std::size_t cell : cells) {
        Stream s = luck.stream(civilians::kHome, world_->address(CellId(cell)),
                               static_cast<std::uint32_t>(day));
        body_.come_home(cell, std::exchange(coming_home_[cell], Bundle()), s);
        if (prescribed_mode()) body_.settle(cell, s);
    }
}

template <class Body>
bool Civilians<Body>::choose_again(Party<Bundle>& party, const Surroundings& seen, const Luck& luck,
                                   std::vector<Party<Bundle>>& extra) {
    Workings work;
    if (!find_ways(seen, party.place, place_of(party.home), work, true)) return false;
    Stream s = luck.stream_on(seen.day, civilians::kChoose, party.address);
    split(std::move(party.people), together(), work.weights, work.scratch, s, work.parts);
    for (auto& part : work.parts) {
        const std::uint32_t to = destinations_.candidates()[part.category];
        const std::uint64_t choice =
            mix(world_->address(PlaceId(to)), static_cast<std::uint64_t>(seen.day));
        extra.push_back({party.home, to, party.place, no_arc, 0, mix(party.address, choice),
                         std::move(part.people)});
    }
    return true;
}

}  // namespace forestall
