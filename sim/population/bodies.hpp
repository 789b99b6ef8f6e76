// SPDX-License-Identifier: Apache-2.0
// The people at home, as each representation keeps them, and the ledger of who is away. A Body
// answers: how many of a cell and trait bin are at home, take some of them away, let some come
// home, let some die. No rule for people away reads a trait, so a cohort keeps their traits as
// counts per home cell and draws a returner's bin from all who are away. That is exact when who
// returns or dies is a fair sample of them; it is an approximation in so far as those who left
// early (readier to go) are more often in shelter than still on the road. tests/engine bounds the
// difference.
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

/// What someone at the home place is: quiet, mobilised (active for a cause, unarmed) or held by an
/// actor. Only the quiet flee.
enum class Posture : std::uint8_t { quiet, mobilised, held };
inline constexpr std::size_t postures = 3;

class CohortBody {
public:
    using Bundle = Heads;
    /// `persons` per cell; trait bins are drawn multinomially. `address` is the cells' draw
    /// addresses.
    CohortBody(std::span<const Persons> persons, std::span<const std::uint64_t> address,
               Persons persons_per_agent, const Luck& luck);

    /// Draws the bins of those who came home since their bins last mattered. To be called before
    /// `home` and `of`.
    void settle(std::size_t cell, Stream& s);
    /// Units at home, by trait bin, but for those who have not been settled.
    const BinCounts& home(std::size_t cell) const { return home_[cell]; }
    /// All of them, the unsettled drawn with `s`; changes nothing.
    BinCounts traits_at_home(std::size_t cell, Stream& s) const;
    Persons persons_home(std::size_t cell) const { return persons_home_[cell]; }
    Bundle nobody(std::size_t) const { return {}; }

    /// Everyone at home decides: each leaves with the chance of the own bin. Safe in parallel for
    /// different cells.
    Bundle decide(std::size_t cell, const BinChances& chance, const DrawAddress& address);
    /// Exactly `units` leave, by bin (at most home(cell)).
    Bundle depart(std::size_t cell, const BinCounts& units, Stream& s);
    void come_home(std::size_t cell, Bundle&& people, Stream& s);
    void die_away(std::size_t cell, Bundle&& people, Stream& s);
    /// Exactly `units` at home die, by bin; returns persons.
    Persons die_home(std::size_t cell, const BinCounts& units, Stream& s);

    /// Units of a posture by trait bin, quiet meaning home(cell).
    const BinCounts& of(Posture posture, std::size_t cell) const;
    Persons persons(Posture posture, std::size_t cell) const;
    /// Everyone of a posture changes to another with the chance of the own bin; returns persons.
    /// Safe in parallel for different cells.
    Persons change(std::size_t cell, Posture from, Posture to, const BinChances& chance,
                   const DrawAddress& address);
    /// Exactly `units` at random change (at most all of the posture); returns persons.
    Persons change(std::size_t cell, Posture from, Posture to, Persons units, Stream& s);
    /// Exactly `units` of the mobilised take up arms and are no civilians any more; returns
    /// persons.
    Persons enlist(std::size_t cell, Persons units, Stream& s);
    /// Exactly `units` of the mobilised die, by bin; returns persons.
    Persons die_mobilised(std::size_t cell, const BinCounts& units, Stream& s);
    void hash(StateHash& h) const;

private:
    /// Bins of n of those whose bins are counted as away, without replacement.
    BinCounts draw_away(std::size_t cell, Persons n, Stream& s) const;
    BinCounts draw_of(Posture posture, std::size_t cell, Persons units, Stream& s);
    void add(Posture posture, std::size_t cell, const BinCounts& units, Persons sign);
    std::vector<BinCounts> home_;
    std::vector<BinCounts> away_;  ///< with those who are back
    std::vector<Persons> back_;    ///< at home again, their bins not drawn yet
    std::vector<Persons> persons_home_;
    std::array<std::vector<BinCounts>, postures - 1> stirred_;  ///< mobilised, held
    std::array<std::vector<Persons>, postures - 1>
        persons_stirred_;  ///< the same, all bins together
};

class AgentBody {
public:
    using Bundle = Agents;
    AgentBody(std::span<const Persons> persons, std::span<const std::uint64_t> address,
              Persons persons_per_agent, const Luck& luck);

    void settle(std::size_t, Stream&) {}
    const BinCounts& home(std::size_t cell) const { return home_[cell]; }
    BinCounts traits_at_home(std::size_t cell, Stream&) const { return home_[cell]; }
    Persons persons_home(std::size_t cell) const { return persons_home_[cell]; }
    Bundle nobody(std::size_t cell) const { return Agents(base_[cell]); }
    /// One byte of luck per agent, made in vector blocks; a byte on the edge is refined by a draw
    /// of the agent's own.
    Bundle decide(std::size_t cell, const BinChances& chance, const DrawAddress& address);
    Bundle depart(std::size_t cell, const BinCounts& units, Stream& s);
    void come_home(std::size_t cell, Bundle&& people, Stream& s);
    void die_away(std::size_t cell, Bundle&& people, Stream& s);
    Persons die_home(std::size_t cell, const BinCounts& units, Stream& s);
    const BinCounts& of(Posture posture, std::size_t cell) const;
    Persons persons(Posture posture, std::size_t cell) const;
    Persons change(std::size_t cell, Posture from, Posture to, const BinChances& chance,
                   const DrawAddress& address);
    Persons change(std::size_t cell, Posture from, Posture to, Persons units, Stream& s);
    Persons enlist(std::size_t cell, Persons units, Stream& s);
    Persons die_mobilised(std::size_t cell, const BinCounts& units, Stream& s);
    void hash(StateHash& h) const;
    std::size_t agents() const { return status_.size(); }

private:
    enum Status : std::uint8_t {
        at_home = 0,
        away = 1,
        dead = 2,
        mobilised = 3,
        held = 4,
        enlisted = 5
    };
    static Status status_of(Posture posture) {
        if (posture == Posture::quiet) return at_home;
        return posture == Posture::mobilised ? mobilised : held;
    }
    /// Moves one agent between postures, or out of them (enlisted, dead); returns its persons.
    Persons turn(std::size_t cell, std::size_t bin, std::size_t agent, Status to);
    template <class Turn>
    void each_who_turns(std::size_t cell, std::uint8_t status, const BinChances& chance,
                        const DrawAddress& address, Turn&& turn);
    /// Agents of (cell, bin) have the numbers [begin_[cell * trait_bins + bin], begin_[… + 1]).
    std::size_t first(std::size_t cell, std::size_t bin) const {
        return begin_[cell * trait_bins + bin];
    }
    std::size_t end(std::size_t cell, std::size_t bin) const {
        return begin_[cell * trait_bins + bin + 1];
    }
    std::size_t bin_of(std::size_t cell, std::size_t agent) const;
    std::uint32_t flagged(std::size_t cell, std::size_t agent) const;
    /// Calls f(agent) for `units` random agents of (cell, bin) with the status, of whom there are
    /// `all`; f changes it.
    template <class F>
    void pick(Status status, Persons all, std::size_t cell, std::size_t bin, Persons units,
              Stream& s, F&& f);
    template <class F>
    void pick_home(std::size_t cell, std::size_t bin, Persons units, Stream& s, F&& f);
    /// `units` random agents of a posture turn to a status; returns persons.
    Persons turn_some(std::size_t cell, Posture from, const BinCounts& units, Status to, Stream& s);
    Persons take_units(std::size_t cell, Posture from, Persons units, Status to, Stream& s);

    void bury(std::size_t agent);

    std::vector<std::uint8_t> status_;
    std::uint64_t dead_digest_ = 0;  ///< of who is dead
    std::vector<std::size_t> begin_;
    std::vector<Persons> base_;  ///< persons of a light agent of the cell
    std::vector<std::size_t>
        heavy_;  ///< how many agents of the cell, lowest numbers first, stand for one more
    std::vector<BinCounts> home_;
    std::vector<Persons> persons_home_;
    std::array<std::vector<BinCounts>, postures - 1> stirred_;        ///< mobilised, held; units
    std::array<std::vector<Persons>, postures - 1> persons_stirred_;  ///< the same in persons
    std::uint64_t stirred_digest_ = 0;  ///< of who is mobilised, held or enlisted
};

}  // namespace forestall
