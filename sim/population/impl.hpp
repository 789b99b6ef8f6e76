// SPDX-License-Identifier: Apache-2.0
// Inside of Population: what both representations share through a table of virtual calls.
#pragma once
#include "population/population.hpp"

namespace forestall {

struct Population::Impl {
    virtual ~Impl() = default;
    virtual std::unique_ptr<Impl> clone() const = 0;
    virtual void day(const Surroundings& seen, const Luck& luck, const Parallel& parallel,
                     std::optional<Persons> prescribed) = 0;
    virtual void kill(PlaceId place, GroupId group, Persons deaths, Stream& s,
                      std::span<Persons> by_group) = 0;
    virtual Persons change(CellId cell, Posture from, Posture to, const BinChances& chance,
                           const DrawAddress& address) = 0;
    virtual Persons change(CellId cell, Posture from, Posture to, Persons persons, Stream& s) = 0;
    virtual Persons enlist(CellId cell, Persons persons, Stream& s) = 0;
    virtual Persons with(Posture posture, CellId cell) const = 0;
    virtual Persons present(PlaceId place, GroupId group) const = 0;
    virtual Persons departed(PlaceId place) const = 0;
    virtual Persons present(PlaceId place) const = 0;
    virtual Persons at_home(CellId cell) const = 0;
    virtual BinCounts traits_at_home(CellId cell, Stream& s) const = 0;
    virtual Persons sheltered(PlaceId place) const = 0;
    virtual Persons sheltered(PlaceId place, GroupId group) const = 0;
    virtual std::vector<Persons> sheltered_by_home(PlaceId place) const = 0;
    virtual Persons displaced(GroupId group) const = 0;
    virtual PopulationTotals totals() const = 0;
    virtual void check_conservation() const = 0;
    virtual void hash(StateHash& h) const = 0;
};

/// One per representation, defined where the template is instantiated.
std::unique_ptr<Population::Impl> make_cohort(const World&, const PopulationParameters&,
                                              std::span<const Persons>, const Luck&);
std::unique_ptr<Population::Impl> make_individual(const World&, const PopulationParameters&,
                                                  std::span<const Persons>, const Luck&);

}  // namespace forestall
