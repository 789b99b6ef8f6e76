// SPDX-License-Identifier: Apache-2.0
#include "core/samplers.hpp"
#include "population/bodies.hpp"
#include "population/trait_draw.hpp"

namespace forestall {

CohortBody::CohortBody(std::span<const Persons> persons, std::span<const std::uint64_t> address, Persons,
                       const Luck& luck)
    : home_(persons.size()), away_(persons.size()), persons_home_(persons.begin(), persons.end()) {
    for (std::size_t c = 0; c < persons.size(); ++c) {
        home_[c] = draw_traits(persons[c], address[c], luck);
    }
}

Heads CohortBody::decide(std::size_t cell, const BinChances& chance, const DrawAddress& address) {
    Stream s(address);
    Persons left = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        const Persons n = sample::binomial(s, home_[cell][b], chance[b]);
        home_[cell][b] -= n;
        away_[cell][b] += n;
        left += n;
    }
    persons_home_[cell] -= left;
    return Heads(left);
}

Heads CohortBody::depart(std::size_t cell, const BinCounts& units, Stream&) {
    Persons left = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        home_[cell][b] -= units[b];
        away_[cell][b] += units[b];
        left += units[b];
    }
    persons_home_[cell] -= left;
    return Heads(left);
}

BinCounts CohortBody::draw_bins(std::size_t cell, Persons n, Stream& s) {
    BinCounts bins{};
    sample::multivariate_hypergeometric(s, n, away_[cell], bins);
    for (std::size_t b = 0; b < trait_bins; ++b) away_[cell][b] -= bins[b];
    return bins;
}

void CohortBody::come_home(std::size_t cell, Heads&& people, Stream& s) {
    const BinCounts bins = draw_bins(cell, people.persons(), s);
    for (std::size_t b = 0; b < trait_bins; ++b) home_[cell][b] += bins[b];
    persons_home_[cell] += people.persons();
}

void CohortBody::die_away(std::size_t cell, Heads&& people, Stream& s) { draw_bins(cell, people.persons(), s); }

Persons CohortBody::die_home(std::size_t cell, const BinCounts& units, Stream&) {
    Persons died = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        home_[cell][b] -= units[b];
        died += units[b];
    }
    persons_home_[cell] -= died;
    return died;
}

void CohortBody::hash(StateHash& h) const {
    for (std::size_t c = 0; c < home_.size(); ++c) {
        h.add_range(home_[c]);
        h.add_range(away_[c]);
    }
}

}  // namespace forestall
