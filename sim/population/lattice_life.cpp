// SPDX-License-Identifier: Apache-2.0
// Who is on the lattice: settlement at the start, births, deaths, prisoners who come back, police
// who come and go.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "core/hash.hpp"
#include "population/lattice.hpp"
#include "population/rules/arrest_risk.hpp"
#include "population/rules/grievance.hpp"

namespace forestall {
namespace {

constexpr auto kSettle = process("lattice.settle");
constexpr auto kTraits = process("lattice.traits");
constexpr auto kReturn = process("lattice.return");
constexpr auto kPost = process("lattice.post");

constexpr int tries = 32;  ///< random sites tried before all are looked through
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

std::size_t share_of(std::size_t sites, double density) {
    return static_cast<std::size_t>(std::floor(static_cast<double>(sites) * density + 0.5));
}

}  // namespace

Lattice::Lattice(const LatticeSettings& settings, std::size_t groups, const Luck& luck)
    : settings_(settings),
      luck_(luck),
      sight_(settings.width, settings.height, settings.vision, settings.neighbourhood),
      beside_(settings.width, settings.height, 1, Neighbourhood::square),
      occupant_(sight_.sites()),
      cops_seen_(sight_.sites()),
      actives_seen_(sight_.sites()),
      persons_in_(groups),
      killed_(groups) {
    settle();
}

void Lattice::settle() {
    std::vector<std::size_t> sites(sight_.sites());
    for (std::size_t i = 0; i < sites.size(); ++i) sites[i] = i;
    Stream s = luck_.stream(kSettle, 0, 0);
    for (std::size_t i = sites.size(); i > 1; --i) std::swap(sites[i - 1], sites[s.below(i)]);
    const std::size_t people =
        std::min(sites.size(), share_of(sites.size(), settings_.population_density));
    for (std::size_t i = 0; i < people; ++i) adopt(sites[i], i % persons_in_.size(), nullptr);
    police_strength();
}

/// A new person; `hardship`: a parent's, or nullptr to draw it.
void Lattice::adopt(std::size_t site, std::size_t group, const double* hardship) {
    const std::uint64_t number = next_person_++;
    Stream traits = luck_.stream(kTraits, number, 0);
    const double own = traits.uniform();
    const double risk_aversion = traits.uniform();
    const double life = std::ceil(settings_.max_age * traits.uniform());
    const std::int32_t death =
        settings_.max_age > 0 ? cycle_ + static_cast<std::int32_t>(life) : never;
    people_.push_back({number, hardship == nullptr ? own : *hardship, risk_aversion,
                       static_cast<std::int32_t>(site), 0, death, static_cast<std::uint32_t>(group),
                       false, false});
    occupant_[site] = static_cast<std::int32_t>(people_.size());
    ++persons_in_[group];
}

/// Deaths of age, then releases, then police; in order of number.
void Lattice::open_cycle() {
    std::fill(killed_.begin(), killed_.end(), 0);
    for (Person& person : people_)
        if (person.death <= cycle_) die(person);
    for (std::size_t i = 0; i < people_.size(); ++i) {
        Person& person = people_[i];
        std::size_t site = 0;
        if (person.dead || person.site >= 0 || person.release > cycle_) continue;
        if (!free_site(luck_.stream_on(cycle_, kReturn, person.number), site)) continue;
        person.site = static_cast<std::int32_t>(site);
        occupant_[site] = static_cast<std::int32_t>(i + 1);
        --jailed_;
    }
    police_strength();
}

void Lattice::police_strength() {
    double wanted = cycle_ < settings_.cop_arrival
                        ? 0
                        : static_cast<double>(share_of(occupant_.size(), settings_.cop_density));
    if (cycle_ >= settings_.cop_withdrawal)
        wanted -= std::floor(settings_.cops_withdrawn *
                             (static_cast<double>(cycle_ - settings_.cop_withdrawal) + 1));
    std::size_t site = 0;
    while (static_cast<double>(cops_.size()) < wanted &&
           free_site(luck_.stream_on(cycle_, kPost, next_cop_), site)) {
        cops_.push_back({next_cop_++, static_cast<std::int32_t>(site)});
        occupant_[site] = -static_cast<std::int32_t>(cops_.size());
        spread(cops_seen_, cops_.back().site, 1);
    }
    while (!cops_.empty() && static_cast<double>(cops_.size()) > wanted) {
        occupant_[static_cast<std::size_t>(cops_.back().site)] = 0;
        spread(cops_seen_, cops_.back().site, -1);
        cops_.pop_back();
    }
}

/// A random free site of the lattice; false if there is none.
bool Lattice::free_site(Stream stream, std::size_t& site) const {
    for (int i = 0; i < tries; ++i) {
        site = stream.below(occupant_.size());
        if (occupant_[site] == 0) return true;
    }
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < occupant_.size(); ++i)
        if (occupant_[i] == 0) free.push_back(i);
    if (free.empty()) return false;
    site = free[stream.below(free.size())];
    return true;
}

void Lattice::die(Person& person) {
    if (person.dead) return;
    if (person.site >= 0) {
        set_active(person, false);
        occupant_[static_cast<std::size_t>(person.site)] = 0;
    } else {
        --jailed_;
    }
    person.site = -1;
    person.dead = true;
    --persons_in_[person.group];
}

/// Takes the dead out of the list, in order.
void Lattice::bury() {
    const auto dead = [](const Person& person) { return person.dead; };
    const auto first = std::find_if(people_.begin(), people_.end(), dead);
    if (first == people_.end()) return;
    const auto from = static_cast<std::size_t>(first - people_.begin());
    people_.erase(std::remove_if(first, people_.end(), dead), people_.end());
    for (std::size_t i = from; i < people_.size(); ++i)
        if (people_[i].site >= 0)
            occupant_[static_cast<std::size_t>(people_[i].site)] = static_cast<std::int32_t>(i + 1);
}

Persons Lattice::aggrieved() const {
    return std::count_if(people_.begin(), people_.end(), [&](const Person& person) {
        return !person.dead && rules::willing(rules::grievance(person.hardship, legitimacy(cycle_)),
                                              0, settings_.threshold);
    });
}

std::uint64_t Lattice::digest() const {
    std::vector<std::uint32_t> words;
    words.reserve(people_.size() * 6 + cops_.size());
    const auto add = [&](std::uint64_t word) {
        words.push_back(static_cast<std::uint32_t>(word));
        words.push_back(static_cast<std::uint32_t>(word >> 32));
    };
    add(static_cast<std::uint64_t>(cycle_));
    for (const Person& person : people_) {
        add(person.number * 2 + (person.active ? 1 : 0));
        add(std::bit_cast<std::uint64_t>(person.hardship));
        words.push_back(static_cast<std::uint32_t>(person.site));
        words.push_back(static_cast<std::uint32_t>(person.release));
    }
    for (const Cop& cop : cops_) words.push_back(static_cast<std::uint32_t>(cop.site));
    for (const Persons killed : killed_) add(static_cast<std::uint64_t>(killed));
    return digest_of(words);
}

}  // namespace forestall
