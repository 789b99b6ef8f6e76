// SPDX-License-Identifier: Apache-2.0
// Civilians: who is at home, on the road, sheltered, abroad, dead; and one day of their lives. A
// value: copying it branches the world. The rules (rules/) are pure; this class asks them and moves
// people so that nobody is lost: per group, home + sheltered + in transit + dead is constant,
// checked after every step in every build.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "population/bodies.hpp"
#include "population/parameters.hpp"
#include "population/surroundings.hpp"
#include "world/world.hpp"

namespace forestall {

/// Sums over the country, persons; `returned`, `killed` and `indirect_deaths` are cumulative.
struct PopulationTotals {
    Persons idps = 0;
    Persons in_transit = 0;
    Persons refugees = 0;
    Persons returned = 0;
    Persons killed = 0;
    Persons indirect_deaths = 0;
    Persons mobilised = 0;
    Persons detained = 0;
    Persons enlisted = 0;  ///< cumulative: took up arms
    Persons displaced() const { return idps + in_transit + refugees; }
};

class Population {
public:
    /// `initial` is persons per cell at the start. The world must outlive this.
    Population(const World& world, const PopulationParameters& parameters,
               std::span<const Persons> initial, const Luck& luck);
    ~Population();
    Population(const Population&);
    Population& operator=(const Population&);
    Population(Population&&) noexcept;
    Population& operator=(Population&&) noexcept;

    /// One day: travel, shelter, departures. With `prescribed`, departures and returns are such
    /// that displaced() follows it.
    void day(const Surroundings& seen, const Luck& luck, const Parallel& parallel,
             std::optional<Persons> prescribed);

    /// Up to `deaths` civilians present at the place die by violence: of one group, or of any. Adds
    /// to `by_group` (a value per group) who did.
    void kill(PlaceId place, GroupId group, Persons deaths, Stream& s, std::span<Persons> by_group);
    /// Set out from home at this place on the last day.
    Persons departed(PlaceId place) const;

    /// People at home of a cell change posture with the chance of their trait bin; returns persons.
    Persons change(CellId cell, Posture from, Posture to, const BinChances& chance,
                   const DrawAddress& address);
    /// About `persons` at random of those with the posture change it, as many as whole agents
    /// allow; returns persons.
    Persons change(CellId cell, Posture from, Posture to, Persons persons, Stream& s);
    /// Up to `persons` of the mobilised of a cell take up arms; returns how many did.
    Persons enlist(CellId cell, Persons persons, Stream& s);
    /// Persons of a cell at home with the posture.
    Persons with(Posture posture, CellId cell) const;

    /// Civilians present at a place: at home (whatever their posture) or sheltered there.
    Persons present(PlaceId place) const;
    Persons at_home(CellId cell) const;
    /// At home by trait bin, in units (persons in a cohort, else agents). Bins that are not known
    /// yet are drawn with `s`.
    BinCounts traits_at_home(CellId cell, Stream& s) const;
    /// Sheltered at a place, all groups.
    Persons sheltered(PlaceId place) const;
    /// Sheltered at a place, of one group.
    Persons sheltered(PlaceId place, GroupId group) const;
    /// Sheltered at a place, by the place that is their home.
    std::vector<Persons> sheltered_by_home(PlaceId place) const;
    /// Present at a place, of one group.
    Persons present(PlaceId place, GroupId group) const;
    /// Away from home, sheltered or on the road, of one group.
    Persons displaced(GroupId group) const;
    PopulationTotals totals() const;

    /// Throws std::logic_error if any group's people do not add up.
    void check_conservation() const;
    void hash(StateHash& h) const;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace forestall
