// SPDX-License-Identifier: Apache-2.0
// The people at home, as each representation keeps them, and the ledger of who is away. A Body answers: how many of a
// cell and trait bin are at home, take some of them away, let some come home, let some die. No rule for people away
// reads a trait, so a cohort keeps their traits as counts per home cell and draws a returner's bin from all who are
// away. That is exact when who returns or dies is a fair sample of them; it is an approximation in so far as those who
// left early (readier to go) are more often in shelter than still on the road. tests/engine bounds the difference.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "population/bundle.hpp"
#include "population/traits.hpp"

namespace forestall {

using BinCounts = std::array<Persons, trait_bins>;
using BinChances = std::array<double, trait_bins>;

class CohortBody {
public:
    using Bundle = Heads;
    /// `persons` per cell; trait bins are drawn multinomially. `address` is the cells' draw addresses.
    CohortBody(std::span<const Persons> persons, std::span<const std::uint64_t> address, Persons persons_per_agent,
               const Luck& luck);

    /// Units at home, by trait bin.
    const BinCounts& home(std::size_t cell) const { return home_[cell]; }
    Persons persons_home(std::size_t cell) const { return persons_home_[cell]; }
    Bundle nobody(std::size_t) const { return {}; }

    /// Everyone at home decides: each leaves with the chance of the own bin. Safe in parallel for different cells.
    Bundle decide(std::size_t cell, const BinChances& chance, const DrawAddress& address);
    /// Exactly `units` leave, by bin (at most home(cell)).
    Bundle depart(std::size_t cell, const BinCounts& units, Stream& s);
    void come_home(std::size_t cell, Bundle&& people, Stream& s);
    void die_away(std::size_t cell, Bundle&& people, Stream& s);
    /// Exactly `units` at home die, by bin; returns persons.
    Persons die_home(std::size_t cell, const BinCounts& units, Stream& s);
    void hash(StateHash& h) const;

private:
    BinCounts draw_bins(std::size_t cell, Persons n, Stream& s);
    std::vector<BinCounts> home_;
    std::vector<BinCounts> away_;
    std::vector<Persons> persons_home_;
};

class AgentBody {
public:
    using Bundle = Agents;
    AgentBody(std::span<const Persons> persons, std::span<const std::uint64_t> address, Persons persons_per_agent,
              const Luck& luck);

    const BinCounts& home(std::size_t cell) const { return home_[cell]; }
    Persons persons_home(std::size_t cell) const { return persons_home_[cell]; }
    Bundle nobody(std::size_t cell) const { return Agents(base_[cell]); }
    /// One byte of luck per agent, made in vector blocks; a byte on the edge is refined by a draw of the agent's own.
    Bundle decide(std::size_t cell, const BinChances& chance, const DrawAddress& address);
    Bundle depart(std::size_t cell, const BinCounts& units, Stream& s);
    void come_home(std::size_t cell, Bundle&& people, Stream& s);
    void die_away(std::size_t cell, Bundle&& people, Stream& s);
    Persons die_home(std::size_t cell, const BinCounts& units, Stream& s);
    void hash(StateHash& h) const;
    std::size_t agents() const { return status_.size(); }

private:
    enum Status : std::uint8_t { at_home = 0, away = 1, dead = 2 };
    /// Agents of (cell, bin) have the numbers [begin_[cell * trait_bins + bin], begin_[… + 1]).
    std::size_t first(std::size_t cell, std::size_t bin) const { return begin_[cell * trait_bins + bin]; }
    std::size_t end(std::size_t cell, std::size_t bin) const { return begin_[cell * trait_bins + bin + 1]; }
    std::size_t bin_of(std::size_t cell, std::size_t agent) const;
    std::uint32_t flagged(std::size_t cell, std::size_t agent) const;
    /// Calls f(agent) for `units` random agents at home of (cell, bin); f changes their status.
    template <class F>
    void pick_home(std::size_t cell, std::size_t bin, Persons units, Stream& s, F&& f);

    void bury(std::size_t agent);

    std::vector<std::uint8_t> status_;
    std::uint64_t dead_digest_ = 0;  ///< of who is dead
    std::vector<std::size_t> begin_;
    std::vector<Persons> base_;       ///< persons of a light agent of the cell
    std::vector<std::size_t> heavy_;  ///< how many agents of the cell, lowest numbers first, stand for one more
    std::vector<BinCounts> home_;
    std::vector<Persons> persons_home_;
};

}  // namespace forestall
