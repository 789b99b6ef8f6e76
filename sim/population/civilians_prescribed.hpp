// SPDX-License-Identifier: Apache-2.0
// Prescribed mode: how many are displaced is given per day; who and from where is the model's. Part
// of civilians.hpp's template. Equations: docs/mechanisms/prescribed.md.
#pragma once
#include <algorithm>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "population/civilians.hpp"
#include "population/civilians_move.hpp"
#include "population/rules/leave.hpp"

namespace forestall {

template <class Body>
void Civilians<Body>::prescribe(const Surroundings& seen, const Luck& luck, Persons total) {
    ordered_.resize(world_->cells());
    ordered_here_.assign(world_->places().size(), 0);
    if (!founded_) {
        founded_ = true;
        found_initial(seen, luck, total);
    }
    const Persons gap = total - totals().displaced();
    if (gap > 0) allot_departures(seen, luck, gap, 0);
    if (gap < 0) send_home(luck, seen.day, -gap);
}

/// Origins draw by size^exponent × alarm; within a place by head count; within a cell by propensity
/// to leave. What a place has not the people for is drawn again over the others.
template <class Body>
void Civilians<Body>::allot_departures(const Surroundings& seen, const Luck& luck, Persons persons,
                                       std::uint32_t draw) {
    const std::size_t places = world_->places().size();
    const auto step = static_cast<std::uint32_t>(seen.day);
    std::vector<double> weight(places);
    Workings ways;
    for (std::size_t p = 0; p < places; ++p) {
        if (residents_[p] == 0 || seen.alarm[p] <= 0 || units_at_home(p) == 0 ||
            !find_ways(seen, p, p, ways))
            continue;
        weight[p] =
            math::pow(real(residents_[p]), parameters_.origin_size_exponent) * seen.alarm[p];
    }
    Stream s = luck.stream(civilians::kOrder, draw, step);
    std::vector<Stream> here;
    for (std::size_t p = 0; p < places; ++p)
        here.push_back(
            luck.stream(civilians::kOrder, mix(world_->address(PlaceId(p)), draw), step));
    std::vector<Persons> by_place(places);
    Persons left = persons / world_->settings().persons_per_agent;
    while (left > 0 && std::any_of(weight.begin(), weight.end(), [](double w) { return w > 0; })) {
        std::fill(by_place.begin(), by_place.end(), 0);
        sample::multinomial(s, left, weight, by_place);
        for (std::size_t p = 0; p < places; ++p) {
            if (by_place[p] == 0) continue;
            const Persons found = allot_cells(p, by_place[p], here[p]);
            left -= found;
            if (found < by_place[p]) weight[p] = 0;
        }
    }
}

template <class Body>
Persons Civilians<Body>::units_at_home(std::size_t place) const {
    Persons n = 0;
    const std::size_t groups = world_->groups().size();
    for (std::size_t g = 0; g < groups; ++g)
        for (const Persons bin : body_.home(place * groups + g)) n += bin;
    return n;
}

/// Orders up to `units` departures from a place; returns how many there were people for.
template <class Body>
Persons Civilians<Body>::allot_cells(std::size_t place, Persons units, Stream& s) {
    const std::size_t groups = world_->groups().size();
    std::vector<Persons> present(groups * trait_bins);
    std::vector<double> weight(present.size());
    const std::size_t first = place * groups;
    Persons available = 0;
    for (std::size_t i = 0; i < present.size(); ++i)
        available += present[i] = body_.home(first + i / trait_bins)[i % trait_bins] -
                                  ordered_[first + i / trait_bins][i % trait_bins];
    // A bin that runs empty passes its share on.
    const Persons found = std::min(units, available);
    Persons left = found;
    std::vector<Persons> drawn(present.size());
    while (left > 0) {
        for (std::size_t i = 0; i < present.size(); ++i)
            weight[i] = real(present[i]) * rules::leave_propensity(traits_of(i % trait_bins));
        sample::multinomial(s, left, weight, drawn);
        for (std::size_t i = 0; i < present.size(); ++i) {
            const Persons n = std::min(drawn[i], present[i]);
            ordered_[first + i / trait_bins][i % trait_bins] += n;
            ordered_here_[place] += n;
            present[i] -= n;
            left -= n;
        }
    }
    return found;
}

/// The stock that is displaced already on day 0 chose under day 0's world, in batches so that kin
/// and crowding count.
template <class Body>
void Civilians<Body>::found_initial(const Surroundings& seen, const Luck& luck, Persons total) {
    constexpr Persons batches = 20;
    const std::size_t places = world_->places().size();
    Workings work;
    Proposals out;
    std::vector<Persons> sheltered(places);
    for (Persons b = 0; b < batches; ++b) {
        const Persons goal = total * (b + 1) / batches;
        allot_departures(seen, luck, goal - totals().displaced(),
                         static_cast<std::uint32_t>(b + 1));
        std::size_t last = places;
        for (std::size_t c = 0; c < world_->cells(); ++c) {
            Stream s = luck.stream(civilians::kInitial, world_->address(CellId(c)),
                                   static_cast<std::uint32_t>(b));
            Bundle people = body_.depart(c, ordered_[c], s);
            ordered_[c] = {};
            if (people.empty()) continue;
            const std::size_t from = index(world_->place_of(CellId(c)));
            if (from != last) find_ways(seen, last = from, from, work);
            send_off(CellId(c), std::move(people), s, work, out);
            for (auto& m : out.setting_out) {
                kin_.add(from, m.destination, m.people.persons());
                shelter_.admit(m.destination, m.home, std::move(m.people));
            }
            out.setting_out.clear();
        }
        for (std::size_t p = 0; p < places; ++p) sheltered[p] = shelter_.persons(p);
        destinations_.refresh(seen, sheltered);
        ordered_here_.assign(places, 0);
    }
}

/// When fewer are displaced than the day before, people in shelter go home, whoever they are.
template <class Body>
void Civilians<Body>::send_home(const Luck& luck, Day day, Persons persons) {
    std::vector<Persons> stock;
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        for (const auto& e : shelter_.at(p)) stock.push_back(e.people.units());
    Persons available = 0;
    for (const Persons n : stock) available += n;
    const Persons units = std::min(persons / world_->settings().persons_per_agent, available);
    std::vector<Persons> drawn(stock.size());
    Stream s = luck.stream_on(day, civilians::kHome, 0);
    sample::multivariate_hypergeometric(s, units, stock, drawn);
    std::size_t k = 0;
    for (std::size_t p = 0; p < shelter_.places(); ++p) {
        for (std::size_t i = 0; i < shelter_.at(p).size(); ++i, ++k) {
            if (drawn[k] == 0) continue;
            const CellId home = shelter_.at(p)[i].home;
            Bundle people = shelter_.release(p, i, drawn[k], s);
            kin_.add(place_of(home), p, -people.persons());
            returned_ += people.persons();
            body_.come_home(index(home), std::move(people), s);
            body_.settle(index(home), s);
        }
        shelter_.sweep(p);
    }
}

}  // namespace forestall
