// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "core/samplers.hpp"
#include "population/bodies.hpp"
#include "population/trait_draw.hpp"

namespace forestall {

AgentBody::AgentBody(std::span<const Persons> persons, std::span<const std::uint64_t> address,
                     Persons persons_per_agent, const Luck& luck)
    : base_(persons.size()),
      heavy_(persons.size()),
      home_(persons.size()),
      persons_home_(persons.begin(), persons.end()) {
    stirred_.fill(std::vector<BinCounts>(persons.size()));
    persons_stirred_.fill(std::vector<Persons>(persons.size()));
    begin_.reserve(persons.size() * trait_bins + 1);
    std::size_t next = 0;
    for (std::size_t c = 0; c < persons.size(); ++c) {
        const Persons agents = (persons[c] + persons_per_agent - 1) / persons_per_agent;
        base_[c] = agents == 0 ? 1 : persons[c] / agents;
        heavy_[c] = agents == 0 ? 0 : static_cast<std::size_t>(persons[c] % agents);
        home_[c] = draw_traits(agents, address[c], luck);
        for (std::size_t b = 0; b < trait_bins; ++b) {
            begin_.push_back(next);
            next += static_cast<std::size_t>(home_[c][b]);
        }
    }
    begin_.push_back(next);
    if (next > Agents::number_mask)
        throw std::length_error("more than 2^31 agents: raise persons_per_agent");
    status_.assign(next, at_home);
}

std::size_t AgentBody::bin_of(std::size_t cell, std::size_t agent) const {
    std::size_t b = 0;
    while (agent >= end(cell, b)) ++b;
    return b;
}

std::uint32_t AgentBody::flagged(std::size_t cell, std::size_t agent) const {
    // The heavier agents are spread over the trait bins: every `stride`-th number, so that weight
    // and trait are unrelated.
    const std::size_t all = end(cell, trait_bins - 1) - first(cell, 0);
    const std::size_t rank = agent - first(cell, 0);
    const bool heavy = all > 0 && (rank * heavy_[cell]) / all != ((rank + 1) * heavy_[cell]) / all;
    return static_cast<std::uint32_t>(agent) | (heavy ? Agents::heavier : 0U);
}

template <class F>
void AgentBody::pick(Status status, Persons all, std::size_t cell, std::size_t bin, Persons units,
                     Stream& s, F&& f) {
    const std::size_t lo = first(cell, bin);
    const std::size_t n = end(cell, bin) - lo;
    // Guess and check while there are many; else list who they are and shuffle.
    if (all - units > static_cast<Persons>(n / 4)) {
        for (Persons i = 0; i < units;) {
            const std::size_t a = lo + s.below(n);
            if (status_[a] != status) continue;
            f(a);
            ++i;
        }
    } else {
        std::vector<std::size_t> present;
        for (std::size_t a = lo; a < lo + n; ++a)
            if (status_[a] == status) present.push_back(a);
        for (Persons i = 0; i < units; ++i) {
            std::swap(present[s.below(present.size())], present.back());
            f(present.back());
            present.pop_back();
        }
    }
}

template <class F>
void AgentBody::pick_home(std::size_t cell, std::size_t bin, Persons units, Stream& s, F&& f) {
    pick(at_home, home_[cell][bin], cell, bin, units, s, f);
    home_[cell][bin] -= units;
}

Agents AgentBody::depart(std::size_t cell, const BinCounts& units, Stream& s) {
    Agents out(base_[cell]);
    for (std::size_t b = 0; b < trait_bins; ++b)
        if (units[b] > 0)
            pick_home(cell, b, units[b], s, [&](std::size_t a) {
                status_[a] = away;
                out.add(flagged(cell, a));
            });
    persons_home_[cell] -= out.persons();
    return out;
}

void AgentBody::come_home(std::size_t cell, Agents&& people, Stream&) {
    for (const auto w : people.who()) {
        const std::size_t a = w & Agents::number_mask;
        status_[a] = at_home;
        ++home_[cell][bin_of(cell, a)];
    }
    persons_home_[cell] += people.persons();
}

void AgentBody::die_away(std::size_t, Agents&& people, Stream&) {
    for (const auto w : people.who()) bury(w & Agents::number_mask);
}

void AgentBody::bury(std::size_t agent) {
    status_[agent] = dead;
    dead_digest_ += mix(agent, 1);  // a sum: the order of deaths within a day is no state
}

Persons AgentBody::die_home(std::size_t cell, const BinCounts& units, Stream& s) {
    Agents died(base_[cell]);
    for (std::size_t b = 0; b < trait_bins; ++b)
        if (units[b] > 0)
            pick_home(cell, b, units[b], s, [&](std::size_t a) {
                bury(a);
                died.add(flagged(cell, a));
            });
    persons_home_[cell] -= died.persons();
    return died.persons();
}

const BinCounts& AgentBody::of(Posture posture, std::size_t cell) const {
    return posture == Posture::quiet ? home_[cell]
                                     : stirred_[static_cast<std::size_t>(posture) - 1][cell];
}

Persons AgentBody::persons(Posture posture, std::size_t cell) const {
    return posture == Posture::quiet
               ? persons_home_[cell]
               : persons_stirred_[static_cast<std::size_t>(posture) - 1][cell];
}

Persons AgentBody::turn(std::size_t cell, std::size_t bin, std::size_t agent, Status to) {
    const Persons persons = base_[cell] + (flagged(cell, agent) >> 31);
    const auto shift = [&](Status status, Persons sign) {
        if (status == at_home) {
            home_[cell][bin] += sign;
            persons_home_[cell] += sign * persons;
            return;
        }
        if (status == dead) return bury(agent);
        stirred_digest_ +=
            static_cast<std::uint64_t>(sign) * mix(agent, status);  // a sum: order is no state
        if (status == enlisted) return;
        const std::size_t k = status == mobilised ? 0 : 1;
        stirred_[k][cell][bin] += sign;
        persons_stirred_[k][cell] += sign * persons;
    };
    shift(static_cast<Status>(status_[agent]), -1);
    status_[agent] = to;
    shift(to, 1);
    return persons;
}

Persons AgentBody::turn_some(std::size_t cell, Posture from, const BinCounts& units, Status to,
                             Stream& s) {
    Persons persons = 0;
    for (std::size_t b = 0; b < trait_bins; ++b)
        if (units[b] > 0)
            pick(status_of(from), of(from, cell)[b], cell, b, units[b], s,
                 [&](std::size_t agent) { persons += turn(cell, b, agent, to); });
    return persons;
}

Persons AgentBody::take_units(std::size_t cell, Posture from, Persons units, Status to, Stream& s) {
    Persons all = 0;
    for (const Persons n : of(from, cell)) all += n;
    BinCounts drawn{};
    sample::multivariate_hypergeometric(s, std::min(units, all), of(from, cell), drawn);
    return turn_some(cell, from, drawn, to, s);
}

Persons AgentBody::change(std::size_t cell, Posture from, Posture to, Persons units, Stream& s) {
    return take_units(cell, from, units, status_of(to), s);
}

Persons AgentBody::enlist(std::size_t cell, Persons units, Stream& s) {
    return take_units(cell, Posture::mobilised, units, enlisted, s);
}

Persons AgentBody::die_mobilised(std::size_t cell, const BinCounts& units, Stream& s) {
    return turn_some(cell, Posture::mobilised, units, dead, s);
}

void AgentBody::hash(StateHash& h) const {
    // Who is away stands in the bundles, everyone else who is not dead is at home: status itself
    // need not be read.
    for (const BinCounts& bins : home_) h.add_range(bins);
    h.add(dead_digest_);
    if (stirred_digest_ != 0) h.add(stirred_digest_);
}

}  // namespace forestall
