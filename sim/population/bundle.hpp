// SPDX-License-Identifier: Apache-2.0
// People who are together and share a home cell, as the two representations hold them: a head
// count, or the agents by number. Rules and movement are written against these few operations, so
// they exist once. `units` are what is drawn: persons in a cohort, agents in `individual` (an agent
// may stand for several persons).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/random.hpp"
#include "core/units.hpp"

namespace forestall {

/// Reusable buffers of one worker: nothing in them outlives a call.
struct Scratch {
    std::vector<Persons> counts;
    std::vector<double> running;
    std::vector<std::uint64_t> order;
};

/// Cohort: only how many.
class Heads {
public:
    Heads() = default;
    explicit Heads(Persons persons) : persons_(persons) {}

    Persons units() const { return persons_; }
    Persons persons() const { return persons_; }
    bool empty() const { return persons_ == 0; }
    /// Takes `units` of them at random.
    Heads take(Persons units, Stream&) {
        persons_ -= units;
        return Heads(units);
    }
    void join(Heads&& other) {
        persons_ += other.persons_;
        other.persons_ = 0;
    }
    /// What the digest of a state is made of.
    void append_to(std::vector<std::uint64_t>& words) const {
        words.push_back(static_cast<std::uint64_t>(persons_));
    }

private:
    Persons persons_ = 0;
};

/// Individuals: the agents' numbers. Agents of a cell stand for `base` or `base + 1` persons (so
/// any persons per agent divides any population); the second kind carries the flag bit.
class Agents {
public:
    static constexpr std::uint32_t heavier = 0x80000000U;
    static constexpr std::uint32_t number_mask = heavier - 1;

    Agents() = default;
    explicit Agents(Persons base) : base_(base) {}

    void add(std::uint32_t flagged) {
        who_.push_back(flagged);
        persons_ += base_ + (flagged >> 31);
    }
    Persons units() const { return static_cast<Persons>(who_.size()); }
    Persons persons() const { return persons_; }
    bool empty() const { return who_.empty(); }
    std::span<const std::uint32_t> who() const { return who_; }
    Persons base() const { return base_; }

    Agents take(Persons units, Stream& s);
    void join(Agents&& other);
    void append_to(std::vector<std::uint64_t>& words) const {
        words.push_back(static_cast<std::uint64_t>(persons_));
        words.push_back(digest_of(who_));
    }

private:
    std::vector<std::uint32_t> who_;
    Persons persons_ = 0;
    Persons base_ = 1;
};

/// How many people `taken` of the households are that `all` people make: each of `size`, but one
/// that has the rest.
inline Persons people_of(Persons taken, Persons all, Persons size, Stream& s) {
    const Persons households = (all + size - 1) / size;
    const Persons short_by = households * size - all;
    if (short_by == 0 || taken == 0) return taken * size;
    const bool has_short =
        s.below(static_cast<std::uint64_t>(households)) < static_cast<std::uint64_t>(taken);
    return taken * size - (has_short ? short_by : 0);
}

/// Splits a bundle over categories, households of `together` units each as one (the last may be
/// smaller): a multinomial draw for heads, one draw per household for agents. `parts` gets an entry
/// per category that drew someone, in category order.
template <class Bundle>
struct Part {
    std::size_t category;
    Bundle people;
};
void split(Heads&& all, Persons together, std::span<const double> weights, Scratch& scratch,
           Stream& s, std::vector<Part<Heads>>& parts);
void split(Agents&& all, Persons together, std::span<const double> weights, Scratch& scratch,
           Stream& s, std::vector<Part<Agents>>& parts);

}  // namespace forestall
