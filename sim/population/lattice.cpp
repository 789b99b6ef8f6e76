// SPDX-License-Identifier: Apache-2.0
#include "population/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "population/rules/arrest_risk.hpp"
#include "population/rules/grievance.hpp"

namespace forestall {
namespace {

constexpr auto kOrder = process("lattice.order");
constexpr auto kMove = process("lattice.move");
constexpr auto kPatrol = process("lattice.patrol");
constexpr auto kArrest = process("lattice.arrest");
constexpr auto kTerm = process("lattice.term");
constexpr auto kKill = process("lattice.kill");
constexpr auto kBirth = process("lattice.birth");

constexpr int tries = 32;  ///< random sites tried before all are looked through

void shuffle(std::vector<std::uint32_t>& order, Stream stream) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
}

}  // namespace

double Lattice::legitimacy(std::int32_t cycle) const {
    const LatticeSettings& s = settings_;
    if (cycle < s.legitimacy_cycle || s.legitimacy_fall <= 0) return s.legitimacy;
    const double fallen = s.legitimacy_fall * (static_cast<double>(cycle - s.legitimacy_cycle) + 1);
    return std::min(s.legitimacy, std::max(s.legitimacy_floor, s.legitimacy - fallen));
}

void Lattice::cycle() {
    open_cycle();
    order_.resize(people_.size() + cops_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    shuffle(order_, luck_.stream(kOrder, 0, static_cast<std::uint32_t>(cycle_)));
    const std::size_t people = people_.size();  // those born in this cycle act from the next
    for (const std::uint32_t who : order_) {
        if (who >= people) {
            cop_acts(who - people);
        } else if (people_[who].site >= 0) {
            person_acts(who);
        }
    }
    bury();
    ++cycle_;
}

void Lattice::person_acts(std::size_t at) {
    Person& person = people_[at];
    if (settings_.movement) move(person.site, person.number, kMove, person.active, false);
    decide(person);
    if (person.active && persons_in_.size() > 1) kill_one(person);
    if (settings_.clone_chance > 0) bear(at);
}

void Lattice::decide(Person& person) {
    const auto site = static_cast<std::size_t>(person.site);
    const double actives = actives_seen_[site] - (person.active ? 1 : 0) + 1;  // whoever asks counts himself
    const double chance = rules::arrest_chance(cops_seen_[site], actives, settings_.arrest_constant, settings_.ratio);
    set_active(person, rules::willing(rules::grievance(person.hardship, legitimacy(cycle_)),
                                      rules::net_risk(person.risk_aversion, chance), settings_.threshold));
}

/// To a random free site within vision; stays where there is none.
void Lattice::move(std::int32_t& site, std::uint64_t number, std::uint64_t process, bool active, bool cop) {
    Stream s = luck_.stream(process, number, static_cast<std::uint32_t>(cycle_));
    const auto from = static_cast<std::size_t>(site);
    const std::size_t others = sight_.others();
    std::size_t to = from;
    for (int i = 0; i < tries && to == from; ++i) {
        const std::size_t seen = sight_.other(from, s.below(others));
        if (occupant_[seen] == 0) to = seen;
    }
    if (to == from) {
        std::vector<std::size_t> free;
        for (std::size_t i = 0; i < others; ++i)
            if (occupant_[sight_.other(from, i)] == 0) free.push_back(sight_.other(from, i));
        if (free.empty()) return;
        to = free[s.below(free.size())];
    }
    std::swap(occupant_[to], occupant_[from]);
    if (active) spread(actives_seen_, site, -1);
    if (cop) spread(cops_seen_, site, -1);
    site = static_cast<std::int32_t>(to);
    if (active) spread(actives_seen_, site, 1);
    if (cop) spread(cops_seen_, site, 1);
}

void Lattice::cop_acts(std::size_t at) {
    Cop& cop = cops_[at];
    if (settings_.movement) move(cop.site, cop.number, kPatrol, false, true);
    const auto site = static_cast<std::size_t>(cop.site);
    if (actives_seen_[site] == 0) return;
    // The n-th active person in sight, n uniform.
    auto left = luck_.stream(kArrest, cop.number, static_cast<std::uint32_t>(cycle_))
                    .below(static_cast<std::uint64_t>(actives_seen_[site]));
    for (std::size_t i = 0; i < sight_.others(); ++i) {
        const std::int32_t who = occupant_[sight_.other(site, i)];
        if (who <= 0 || !people_[static_cast<std::size_t>(who - 1)].active) continue;
        if (left-- == 0) return jail(people_[static_cast<std::size_t>(who - 1)]);
    }
}

void Lattice::kill_one(Person& killer) {
    std::vector<std::int32_t> victims;
    for (std::size_t i = 0; i < sight_.others(); ++i) {
        const std::int32_t who = occupant_[sight_.other(static_cast<std::size_t>(killer.site), i)];
        if (who > 0 && people_[static_cast<std::size_t>(who - 1)].group != killer.group) victims.push_back(who - 1);
    }
    if (victims.empty()) {
        if (settings_.quiet_without_victim) set_active(killer, false);
        return;
    }
    Stream s = luck_.stream(kKill, killer.number, static_cast<std::uint32_t>(cycle_));
    Person& victim = people_[static_cast<std::size_t>(victims[s.below(victims.size())])];
    ++killed_[victim.group];
    die(victim);
}

/// A child of the parent's group and hardship on a free site beside the parent.
void Lattice::bear(std::size_t at) {
    const Person& parent = people_[at];
    Stream s = luck_.stream(kBirth, parent.number, static_cast<std::uint32_t>(cycle_));
    if (s.uniform() >= settings_.clone_chance) return;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < beside_.others(); ++i) {
        const std::size_t site = beside_.other(static_cast<std::size_t>(parent.site), i);
        if (occupant_[site] == 0) free.push_back(site);
    }
    if (free.empty()) return;
    const double hardship = parent.hardship;
    adopt(free[s.below(free.size())], parent.group, &hardship);
}

void Lattice::jail(Person& person) {
    set_active(person, false);
    Stream s = luck_.stream(kTerm, person.number, static_cast<std::uint32_t>(cycle_));
    const double term = std::max(1.0, std::ceil(settings_.jail_max * s.uniform()));
    const double back = static_cast<double>(cycle_) + term;
    constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
    person.release = back < static_cast<double>(never) ? static_cast<std::int32_t>(back) : never;
    occupant_[static_cast<std::size_t>(person.site)] = 0;
    person.site = -1;
    ++jailed_;
}

void Lattice::set_active(Person& person, bool active) {
    if (person.active == active) return;
    person.active = active;
    active_ += active ? 1 : -1;
    spread(actives_seen_, person.site, active ? 1 : -1);
}

void Lattice::spread(std::vector<std::int32_t>& seen, std::int32_t site, std::int32_t change) {
    const auto at = static_cast<std::size_t>(site);
    seen[at] += change;
    for (std::size_t i = 0; i < sight_.others(); ++i) seen[sight_.other(at, i)] += change;
}

}  // namespace forestall
