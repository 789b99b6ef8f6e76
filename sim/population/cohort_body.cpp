// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/samplers.hpp"
#include "population/bodies.hpp"
#include "population/trait_draw.hpp"

namespace forestall {
namespace {

/// So many are drawn one by one, more as counts per bin.
constexpr Persons few = 20;

}  // namespace

CohortBody::CohortBody(std::span<const Persons> persons, std::span<const std::uint64_t> address,
                       Persons, const Luck& luck)
    : home_(persons.size()),
      away_(persons.size()),
      back_(persons.size()),
      persons_home_(persons.begin(), persons.end()) {
    stirred_.fill(std::vector<BinCounts>(persons.size()));
    persons_stirred_.fill(std::vector<Persons>(persons.size()));
    for (std::size_t c = 0; c < persons.size(); ++c) {
        home_[c] = draw_traits(persons[c], address[c], luck);
    }
}

Heads CohortBody::decide(std::size_t cell, const BinChances& chance, const DrawAddress& address) {
    if (std::all_of(chance.begin(), chance.end(), [](double p) { return p <= 0; })) return {};
    Stream s(address);
    settle(cell, s);
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

BinCounts CohortBody::draw_away(std::size_t cell, Persons n, Stream& s) const {
    BinCounts bins{};
    BinCounts away = away_[cell];
    if (n > few) {
        sample::multivariate_hypergeometric(s, n, away, bins);
        return bins;
    }
    Persons all = 0;
    for (const Persons a : away) all += a;
    for (; n > 0; --n, --all) {
        auto at = static_cast<Persons>(s.below(static_cast<std::uint64_t>(all)));
        std::size_t b = 0;
        while (at >= away[b]) at -= away[b++];
        --away[b];
        ++bins[b];
    }
    return bins;
}

void CohortBody::settle(std::size_t cell, Stream& s) {
    if (back_[cell] == 0) return;
    const BinCounts bins = draw_away(cell, back_[cell], s);
    back_[cell] = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        home_[cell][b] += bins[b];
        away_[cell][b] -= bins[b];
    }
}

BinCounts CohortBody::traits_at_home(std::size_t cell, Stream& s) const {
    BinCounts bins = draw_away(cell, back_[cell], s);
    for (std::size_t b = 0; b < trait_bins; ++b) bins[b] += home_[cell][b];
    return bins;
}

void CohortBody::come_home(std::size_t cell, Heads&& people, Stream&) {
    back_[cell] += people.persons();
    persons_home_[cell] += people.persons();
}

void CohortBody::die_away(std::size_t cell, Heads&& people, Stream& s) {
    const BinCounts bins = draw_away(cell, people.persons(), s);
    for (std::size_t b = 0; b < trait_bins; ++b) away_[cell][b] -= bins[b];
}

Persons CohortBody::die_home(std::size_t cell, const BinCounts& units, Stream&) {
    Persons died = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        home_[cell][b] -= units[b];
        died += units[b];
    }
    persons_home_[cell] -= died;
    return died;
}

const BinCounts& CohortBody::of(Posture posture, std::size_t cell) const {
    return posture == Posture::quiet ? home_[cell]
                                     : stirred_[static_cast<std::size_t>(posture) - 1][cell];
}

Persons CohortBody::persons(Posture posture, std::size_t cell) const {
    return posture == Posture::quiet
               ? persons_home_[cell]
               : persons_stirred_[static_cast<std::size_t>(posture) - 1][cell];
}

void CohortBody::add(Posture posture, std::size_t cell, const BinCounts& units, Persons sign) {
    const std::size_t stirred = static_cast<std::size_t>(posture) - 1;
    const bool quiet = posture == Posture::quiet;
    BinCounts& bins = quiet ? home_[cell] : stirred_[stirred][cell];
    Persons& sum = quiet ? persons_home_[cell] : persons_stirred_[stirred][cell];
    for (std::size_t b = 0; b < trait_bins; ++b) {
        bins[b] += sign * units[b];
        sum += sign * units[b];
    }
}

BinCounts CohortBody::draw_of(Posture posture, std::size_t cell, Persons units, Stream& s) {
    if (posture == Posture::quiet) settle(cell, s);
    BinCounts drawn{};
    sample::multivariate_hypergeometric(s, std::min(units, persons(posture, cell)),
                                        of(posture, cell), drawn);
    return drawn;
}

Persons CohortBody::change(std::size_t cell, Posture from, Posture to, const BinChances& chance,
                           const DrawAddress& address) {
    // Who cannot turn has no need of traits: a mechanism that is there but at rest leaves no trace.
    if (std::all_of(chance.begin(), chance.end(), [](double p) { return p <= 0; })) return 0;
    Stream s(address);
    if (from == Posture::quiet) settle(cell, s);
    BinCounts turned{};
    Persons all = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        turned[b] = sample::binomial(s, of(from, cell)[b], chance[b]);
        all += turned[b];
    }
    add(from, cell, turned, -1);
    add(to, cell, turned, 1);
    return all;
}

Persons CohortBody::change(std::size_t cell, Posture from, Posture to, Persons units, Stream& s) {
    const BinCounts turned = draw_of(from, cell, units, s);
    add(from, cell, turned, -1);
    add(to, cell, turned, 1);
    Persons all = 0;
    for (const Persons n : turned) all += n;
    return all;
}

Persons CohortBody::enlist(std::size_t cell, Persons units, Stream& s) {
    return die_mobilised(cell, draw_of(Posture::mobilised, cell, units, s), s);
}

Persons CohortBody::die_mobilised(std::size_t cell, const BinCounts& units, Stream&) {
    add(Posture::mobilised, cell, units, -1);
    Persons all = 0;
    for (const Persons n : units) all += n;
    return all;
}

void CohortBody::hash(StateHash& h) const {
    for (const auto* all : {&home_, &away_}) h.bytes(all->data(), all->size() * sizeof(BinCounts));
    h.add_range(back_);
    for (std::size_t i = 0; i < stirred_.size(); ++i)
        for (std::size_t c = 0; c < stirred_[i].size(); ++c)
            if (persons_stirred_[i][c] != 0) {
                h.add(static_cast<std::uint64_t>(c));
                h.add_range(stirred_[i][c]);
            }
}

}  // namespace forestall
