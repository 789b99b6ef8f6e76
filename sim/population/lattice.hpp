// SPDX-License-Identifier: Apache-2.0
// Civil violence on a torus (Epstein 2002, Models I and II; docs/mechanisms/lattice.md). A value: a
// copy is a branch. Every draw is addressed by the number of a person or cop and the cycle, so a
// run replays bit for bit.
//
// A cycle: prisoners whose term is over come back, the aged die, police come or go; then everyone
// on the lattice, in random order: moves, then a person becomes active or quiet (and, with two
// groups or more, kills if active), and may have a child; a cop arrests.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/random.hpp"
#include "core/units.hpp"
#include "population/torus.hpp"
#include "world/reference.hpp"

namespace forestall {

class Lattice {
public:
    /// `groups` >= 1 identity groups. Throws std::invalid_argument if vision is too wide for the
    /// lattice.
    Lattice(const LatticeSettings& settings, std::size_t groups, const Luck& luck);

    void cycle();
    /// The same past, another future: traits of those who live stay, all that is drawn from now on
    /// is the new luck's.
    void take_luck(Luck from_now_on) { luck_ = from_now_on; }
    /// Cycles run so far.
    std::int32_t cycles() const { return cycle_; }
    /// Legitimacy in a cycle (the first is 0).
    double legitimacy(std::int32_t cycle) const;

    /// Alive, prisoners included.
    Persons persons(std::size_t group) const { return persons_in_[group]; }
    Persons active() const { return active_; }
    Persons jailed() const { return jailed_; }
    Persons cops() const { return static_cast<Persons>(cops_.size()); }
    /// Killed in the last cycle.
    Persons killed(std::size_t group) const { return killed_[group]; }
    /// Persons who would be active if there were no police.
    Persons aggrieved() const;
    std::uint64_t digest() const;

private:
    struct Person {
        std::uint64_t number;
        double hardship;
        double risk_aversion;
        std::int32_t site;     ///< < 0: in jail or dead
        std::int32_t release;  ///< cycle in which a prisoner comes back
        std::int32_t death;    ///< cycle in which age ends this life
        std::uint32_t group;
        bool active;
        bool dead;
    };
    struct Cop {
        std::uint64_t number;
        std::int32_t site;
    };

    void settle();
    void adopt(std::size_t site, std::size_t group, const double* hardship);
    void open_cycle();
    void police_strength();
    void person_acts(std::size_t at);
    void cop_acts(std::size_t at);
    void move(std::int32_t& site, std::uint64_t number, std::uint64_t process, bool active,
              bool cop);
    void decide(Person& person);
    void kill_one(Person& killer);
    void bear(std::size_t at);
    void jail(Person& person);
    void die(Person& person);
    void set_active(Person& person, bool active);
    void bury();
    bool free_site(Stream stream, std::size_t& site) const;
    void spread(std::vector<std::int32_t>& seen, std::int32_t site, std::int32_t change);

    LatticeSettings settings_;
    Luck luck_;
    Torus sight_;
    Torus beside_;
    std::int32_t cycle_ = 0;
    std::uint64_t next_person_ = 0;
    std::uint64_t next_cop_ = 0;
    std::vector<Person> people_;
    std::vector<Cop> cops_;
    std::vector<std::int32_t> occupant_;   ///< by site: 0 free, i + 1 person i, -i - 1 cop i
    std::vector<std::int32_t> cops_seen_;  ///< by site: police within vision of it
    std::vector<std::int32_t>
        actives_seen_;  ///< by site: active people within vision of it, on it included
    std::vector<Persons> persons_in_;  ///< by group
    std::vector<Persons> killed_;
    Persons active_ = 0;
    Persons jailed_ = 0;
    std::vector<std::uint32_t> order_;  ///< of this cycle
};

}  // namespace forestall
