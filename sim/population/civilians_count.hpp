// SPDX-License-Identifier: Apache-2.0
// Civilians counted, killed and checked. Part of civilians.hpp's template.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "core/samplers.hpp"
#include "population/civilians.hpp"

namespace forestall {

template <class Body>
Civilians<Body>::Civilians(const World& world, const PopulationParameters& parameters,
                           std::span<const Persons> initial, const Luck& luck)
    : world_(&world),
      parameters_(parameters),
      body_(
          initial,
          [&] {
              std::vector<std::uint64_t> address(world.cells());
              for (std::size_t c = 0; c < address.size(); ++c)
                  address[c] = world.address(CellId(c));
              return address;
          }(),
          world.settings().persons_per_agent, luck),
      shelter_(world.places().size(), world.groups().size()),
      kin_(world.places().size()),
      destinations_(world, parameters),
      forward_(forwarding_table(world)),
      residents_(world.places().size()),
      initial_(world.groups().size()),
      killed_(world.groups().size()),
      indirect_(world.groups().size()),
      enlisted_(world.groups().size()),
      departed_(world.places().size()),
      coming_home_(world.cells()) {
    for (std::size_t c = 0; c < initial.size(); ++c) {
        residents_[index(world.place_of(CellId(c)))] += initial[c];
        initial_[index(world.group_of(CellId(c)))] += initial[c];
    }
}

/// Victims are drawn from everyone of the group who is present, at home or in shelter, without
/// regard to traits; those who are held are behind walls and out of reach.
template <class Body>
void Civilians<Body>::kill(PlaceId place, GroupId group, Persons deaths, Stream& s,
                           std::span<Persons> by_group) {
    const std::size_t p = index(place);
    const std::size_t groups = world_->groups().size();
    for (std::size_t g = 0; g < groups; ++g)
        if (group == none<GroupId>() || index(group) == g) body_.settle(p * groups + g, s);
    std::vector<Persons> exposed;
    bool stirred = false;
    for (const Posture posture : {Posture::quiet, Posture::mobilised}) {
        for (std::size_t g = 0; g < groups; ++g)
            for (const Persons n : body_.of(posture, p * groups + g)) {
                const bool meant = group == none<GroupId>() || index(group) == g;
                exposed.push_back(meant ? n : 0);
                stirred = stirred || (posture == Posture::mobilised && meant && n > 0);
            }
        if (posture == Posture::mobilised && !stirred) exposed.resize(groups * trait_bins);
    }
    const std::size_t residents = exposed.size();
    for (const auto& e : shelter_.at(p))
        exposed.push_back(
            group == none<GroupId>() || world_->group_of(e.home) == group ? e.people.units() : 0);
    Persons available = 0;
    for (const Persons n : exposed) available += n;
    const Persons units = units_for(deaths, s);
    std::vector<Persons> drawn(exposed.size());
    sample::multivariate_hypergeometric(s, std::min(units, available), exposed, drawn);
    for (std::size_t at = 0; at < residents; at += trait_bins) {
        const std::size_t g = at / trait_bins % groups;
        BinCounts bins{};
        std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(at), trait_bins, bins.begin());
        const bool quiet = at < groups * trait_bins;
        const Persons n = quiet ? body_.die_home(p * groups + g, bins, s)
                                : body_.die_mobilised(p * groups + g, bins, s);
        killed_[g] += n;
        by_group[g] += n;
    }
    for (std::size_t i = 0; i < shelter_.at(p).size(); ++i) {
        const Persons n = drawn[residents + i];
        if (n == 0) continue;
        const CellId home = shelter_.at(p)[i].home;
        Bundle gone = shelter_.release(p, i, n, s);
        kin_.add(place_of(home), p, -gone.persons());
        killed_[index(world_->group_of(home))] += gone.persons();
        by_group[index(world_->group_of(home))] += gone.persons();
        body_.die_away(index(home), std::move(gone), s);
    }
    shelter_.sweep(p);
}

template <class Body>
Persons Civilians<Body>::units_for(Persons persons, Stream& s) const {
    const Persons per_agent = world_->settings().persons_per_agent;
    return persons / per_agent +
           sample::binomial(s, 1, real(persons % per_agent) / real(per_agent));
}

template <class Body>
Persons Civilians<Body>::enlist(CellId cell, Persons persons, Stream& s) {
    const Persons n = body_.enlist(index(cell), units_for(persons, s), s);
    enlisted_[index(world_->group_of(cell))] += n;
    return n;
}

template <class Body>
Persons Civilians<Body>::present(PlaceId place) const {
    Persons n = shelter_.persons(index(place));
    const std::size_t groups = world_->groups().size();
    for (std::size_t g = 0; g < groups; ++g)
        for (const Posture posture : {Posture::quiet, Posture::mobilised, Posture::held})
            n += body_.persons(posture, index(place) * groups + g);
    return n;
}

template <class Body>
Persons Civilians<Body>::present(PlaceId place, GroupId group) const {
    Persons n = sheltered(place, group);
    for (const Posture posture : {Posture::quiet, Posture::mobilised, Posture::held})
        n += body_.persons(posture, index(world_->cell(place, group)));
    return n;
}

template <class Body>
Persons Civilians<Body>::sheltered(PlaceId place, GroupId group) const {
    return shelter_.persons(index(place), index(group));
}

template <class Body>
std::vector<Persons> Civilians<Body>::sheltered_by_home(PlaceId place) const {
    std::vector<Persons> out(shelter_.places());
    for (const auto& e : shelter_.at(index(place))) out[place_of(e.home)] += e.people.persons();
    return out;
}

template <class Body>
Persons Civilians<Body>::displaced(GroupId group) const {
    const std::size_t g = index(group);
    Persons n = initial_[g] - killed_[g] - indirect_[g] - enlisted_[g];
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        for (const Posture posture : {Posture::quiet, Posture::mobilised, Posture::held})
            n -= body_.persons(posture, p * world_->groups().size() + g);
    return n;
}

template <class Body>
PopulationTotals Civilians<Body>::totals() const {
    PopulationTotals t;
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        (world_->places()[p].foreign ? t.refugees : t.idps) += shelter_.persons(p);
    t.in_transit = in_transit_;
    t.returned = returned_;
    for (const Persons n : killed_) t.killed += n;
    for (const Persons n : indirect_) t.indirect_deaths += n;
    for (const Persons n : enlisted_) t.enlisted += n;
    for (std::size_t c = 0; c < world_->cells(); ++c) {
        t.mobilised += body_.persons(Posture::mobilised, c);
        t.detained += body_.persons(Posture::held, c);
    }
    return t;
}

template <class Body>
void Civilians<Body>::check_conservation() const {
    const std::size_t groups = world_->groups().size();
    std::vector<Persons> sum(groups);
    for (std::size_t c = 0; c < world_->cells(); ++c) {
        for (const Posture posture : {Posture::quiet, Posture::mobilised, Posture::held}) {
            const Persons n = body_.persons(posture, c);
            if (n < 0)
                throw std::logic_error("people at home went negative at " +
                                       world_->places()[c / groups].name);
            sum[c % groups] += n;
        }
    }
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        for (const auto& e : shelter_.at(p))
            sum[index(world_->group_of(e.home))] += e.people.persons();
    Persons moving = 0;
    for (const auto& party : road_) {
        sum[index(world_->group_of(party.home))] += party.people.persons();
        moving += party.people.persons();
    }
    if (moving != in_transit_) throw std::logic_error("people on the road do not add up");
    for (std::size_t g = 0; g < groups; ++g)
        if (sum[g] + killed_[g] + indirect_[g] + enlisted_[g] != initial_[g])
            throw std::logic_error("people of group '" + world_->groups()[g].name +
                                   "' do not add up");
}

template <class Body>
void Civilians<Body>::hash(StateHash& h) const {
    body_.hash(h);
    // Gathered into words first: one pass of the digest over many fields is much quicker than a
    // pass per field.
    std::vector<std::uint64_t> words;
    const auto pair = [](auto high, auto low) {
        return (static_cast<std::uint64_t>(high) << 32) | static_cast<std::uint64_t>(low);
    };
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        for (const auto& e : shelter_.at(p)) {
            words.push_back(pair(p, e.home));
            e.people.append_to(words);
        }
    for (const auto& party : road_) {
        words.push_back(pair(party.home, party.destination));
        words.push_back(pair(party.place, party.arc));
        words.push_back(std::bit_cast<std::uint64_t>(party.km_left));
        words.push_back(party.address);
        party.people.append_to(words);
    }
    h.add_range(words);
    h.add_range(killed_);
    h.add_range(indirect_);
    h.add(returned_);
    if (std::any_of(enlisted_.begin(), enlisted_.end(), [](Persons n) { return n != 0; }))
        h.add_range(enlisted_);
}

}  // namespace forestall
