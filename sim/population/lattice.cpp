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

constexpr std::size_t wide =
    64;  ///< larger neighbourhoods are tried at random before they are looked through
constexpr int tries_in_sight = 16;
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

void shuffle(std::vector<std::uint32_t>& order, Stream stream) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
}

/// A random one of the other sites within reach that `wanted` takes; `nowhere` if it takes none.
/// One draw at most.
template <class Wanted>
std::size_t pick(const Torus& torus, std::size_t from, Stream& s, const Wanted& wanted) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < torus.others(); ++i) count += wanted(torus.other(from, i)) ? 1 : 0;
    if (count == 0) return nowhere;
    std::size_t left = s.below(count);
    for (std::size_t i = 0;; ++i)
        if (wanted(torus.other(from, i)) && left-- == 0) return torus.other(from, i);
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
    shuffle(order_, luck_.stream_on(cycle_, kOrder, 0));
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
    const double actives =
        actives_seen_[site] - (person.active ? 1 : 0) + 1;  // whoever asks counts himself
    const double chance =
        rules::arrest_chance(cops_seen_[site], actives, settings_.arrest_constant, settings_.ratio);
    set_active(person,
               rules::willing(rules::grievance(person.hardship, legitimacy(cycle_)),
                              rules::net_risk(person.risk_aversion, chance), settings_.threshold));
}

/// To a random free site within vision; stays where there is none.
void Lattice::move(std::int32_t& site, std::uint64_t number, std::uint64_t process, bool active,
                   bool cop) {
    Stream s = luck_.stream_on(cycle_, process, number);
    const auto from = static_cast<std::size_t>(site);
    const auto is_free = [&](std::size_t at) { return occupant_[at] == 0; };
    std::size_t to = nowhere;
    for (int i = 0; sight_.others() >= wide && i < tries_in_sight && to == nowhere; ++i) {
        const std::size_t seen = sight_.other(from, s.below(sight_.others()));
        if (is_free(seen)) to = seen;
    }
    if (to == nowhere) to = pick(sight_, from, s, is_free);
    if (to == nowhere) return;
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
    Stream s = luck_.stream_on(cycle_, kArrest, cop.number);
    const std::size_t caught = pick(sight_, site, s, [&](std::size_t seen) {
        return occupant_[seen] > 0 && people_[static_cast<std::size_t>(occupant_[seen] - 1)].active;
    });
    jail(people_[static_cast<std::size_t>(occupant_[caught] - 1)]);
}

void Lattice::kill_one(Person& killer) {
    Stream s = luck_.stream_on(cycle_, kKill, killer.number);
    const std::size_t found =
        pick(sight_, static_cast<std::size_t>(killer.site), s, [&](std::size_t seen) {
            return occupant_[seen] > 0 &&
                   people_[static_cast<std::size_t>(occupant_[seen] - 1)].group != killer.group;
        });
    if (found == nowhere) {
        if (settings_.quiet_without_victim) set_active(killer, false);
        return;
    }
    Person& victim = people_[static_cast<std::size_t>(occupant_[found] - 1)];
    ++killed_[victim.group];
    die(victim);
}

/// A child of the parent's group and hardship on a free site beside the parent.
void Lattice::bear(std::size_t at) {
    const Person& parent = people_[at];
    Stream s = luck_.stream_on(cycle_, kBirth, parent.number);
    if (s.uniform() >= settings_.clone_chance) return;
    const std::size_t cradle = pick(beside_, static_cast<std::size_t>(parent.site), s,
                                    [&](std::size_t seen) { return occupant_[seen] == 0; });
    if (cradle == nowhere) return;
    const double hardship = parent.hardship;
    adopt(cradle, parent.group, &hardship);
}

void Lattice::jail(Person& person) {
    set_active(person, false);
    Stream s = luck_.stream_on(cycle_, kTerm, person.number);
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
