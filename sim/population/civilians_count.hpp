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
Civilians<Body>::Civilians(const World& world, const PopulationParameters& parameters, std::span<const Persons> initial,
                           const Luck& luck)
    : world_(&world),
      parameters_(parameters),
      body_(
          initial,
          [&] {
              std::vector<std::uint64_t> address(world.cells());
              for (std::size_t c = 0; c < address.size(); ++c) address[c] = world.address(CellId(c));
              return address;
          }(),
          world.settings().persons_per_agent, luck),
      shelter_(world.places().size()),
      kin_(world.places().size()),
      destinations_(world, parameters),
      forward_(forwarding_table(world)),
      residents_(world.places().size()),
      initial_(world.groups().size()),
      killed_(world.groups().size()),
      indirect_(world.groups().size()),
      departed_(world.places().size()) {
    for (std::size_t c = 0; c < initial.size(); ++c) {
        residents_[index(world.place_of(CellId(c)))] += initial[c];
        initial_[index(world.group_of(CellId(c)))] += initial[c];
    }
}

/// Victims are drawn from everyone of the group who is present, at home or in shelter, without regard to traits.
template <class Body>
void Civilians<Body>::kill(PlaceId place, GroupId group, Persons deaths, Stream& s, std::span<Persons> by_group) {
    const std::size_t p = index(place);
    const std::size_t groups = world_->groups().size();
    std::vector<Persons> exposed;
    for (std::size_t g = 0; g < groups; ++g) {
        const auto& bins = body_.home(p * groups + g);
        for (const Persons n : bins) exposed.push_back(group == none<GroupId>() || index(group) == g ? n : 0);
    }
    for (const auto& e : shelter_.at(p))
        exposed.push_back(group == none<GroupId>() || world_->group_of(e.home) == group ? e.people.units() : 0);
    Persons available = 0;
    for (const Persons n : exposed) available += n;
    const Persons per_agent = world_->settings().persons_per_agent;
    Persons units = deaths / per_agent;
    units += sample::binomial(s, 1, static_cast<double>(deaths % per_agent) / static_cast<double>(per_agent));
    std::vector<Persons> drawn(exposed.size());
    sample::multivariate_hypergeometric(s, std::min(units, available), exposed, drawn);
    for (std::size_t g = 0; g < groups; ++g) {
        BinCounts bins{};
        std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(g * trait_bins), trait_bins, bins.begin());
        const Persons n = body_.die_home(p * groups + g, bins, s);
        killed_[g] += n;
        by_group[g] += n;
    }
    for (std::size_t i = 0; i < shelter_.at(p).size(); ++i) {
        const Persons n = drawn[groups * trait_bins + i];
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
Persons Civilians<Body>::present(PlaceId place) const {
    Persons n = shelter_.persons(index(place));
    const std::size_t groups = world_->groups().size();
    for (std::size_t g = 0; g < groups; ++g) n += body_.persons_home(index(place) * groups + g);
    return n;
}

template <class Body>
Persons Civilians<Body>::sheltered(PlaceId place, GroupId group) const {
    Persons n = 0;
    for (const auto& e : shelter_.at(index(place)))
        if (world_->group_of(e.home) == group) n += e.people.persons();
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
    return t;
}

template <class Body>
void Civilians<Body>::check_conservation() const {
    const std::size_t groups = world_->groups().size();
    std::vector<Persons> sum(groups);
    for (std::size_t c = 0; c < world_->cells(); ++c) {
        const Persons n = body_.persons_home(c);
        if (n < 0) throw std::logic_error("people at home went negative at " + world_->places()[c / groups].name);
        sum[c % groups] += n;
    }
    for (std::size_t p = 0; p < shelter_.places(); ++p)
        for (const auto& e : shelter_.at(p)) sum[index(world_->group_of(e.home))] += e.people.persons();
    Persons moving = 0;
    for (const auto& party : road_) {
        sum[index(world_->group_of(party.home))] += party.people.persons();
        moving += party.people.persons();
    }
    if (moving != in_transit_) throw std::logic_error("people on the road do not add up");
    for (std::size_t g = 0; g < groups; ++g)
        if (sum[g] + killed_[g] + indirect_[g] != initial_[g])
            throw std::logic_error("people of group '" + world_->groups()[g].name + "' do not add up");
}

template <class Body>
void Civilians<Body>::hash(StateHash& h) const {
    body_.hash(h);
    // Gathered into words first: one pass of the digest over many fields is much quicker than a pass per field.
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
}

}  // namespace forestall
