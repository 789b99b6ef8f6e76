// SPDX-License-Identifier: Apache-2.0
#include "population/population.hpp"

#include "population/impl.hpp"

namespace forestall {

Population::Population(const World& world, const PopulationParameters& parameters,
                       std::span<const Persons> initial, const Luck& luck)
    : impl_(world.settings().representation == Representation::cohort
                ? make_cohort(world, parameters, initial, luck)
                : make_individual(world, parameters, initial, luck)) {}
Population::~Population() = default;
Population::Population(const Population& other) : impl_(other.impl_->clone()) {}
Population& Population::operator=(const Population& other) {
    if (this != &other) impl_ = other.impl_->clone();
    return *this;
}
Population::Population(Population&&) noexcept = default;
Population& Population::operator=(Population&&) noexcept = default;

void Population::day(const Surroundings& seen, const Luck& luck, const Parallel& parallel,
                     std::optional<Persons> prescribed) {
    impl_->day(seen, luck, parallel, prescribed);
}
void Population::kill(PlaceId place, GroupId group, Persons deaths, Stream& s,
                      std::span<Persons> by_group) {
    impl_->kill(place, group, deaths, s, by_group);
}
Persons Population::change(CellId cell, Posture from, Posture to, const BinChances& chance,
                           const DrawAddress& address) {
    return impl_->change(cell, from, to, chance, address);
}
Persons Population::change(CellId cell, Posture from, Posture to, Persons persons, Stream& s) {
    return impl_->change(cell, from, to, persons, s);
}
Persons Population::enlist(CellId cell, Persons persons, Stream& s) {
    return impl_->enlist(cell, persons, s);
}
Persons Population::with(Posture posture, CellId cell) const { return impl_->with(posture, cell); }
Persons Population::present(PlaceId place, GroupId group) const {
    return impl_->present(place, group);
}
Persons Population::departed(PlaceId place) const { return impl_->departed(place); }
Persons Population::present(PlaceId place) const { return impl_->present(place); }
Persons Population::at_home(CellId cell) const { return impl_->at_home(cell); }
BinCounts Population::traits_at_home(CellId cell, Stream& s) const {
    return impl_->traits_at_home(cell, s);
}
Persons Population::sheltered(PlaceId place) const { return impl_->sheltered(place); }
Persons Population::sheltered(PlaceId place, GroupId group) const {
    return impl_->sheltered(place, group);
}
std::vector<Persons> Population::sheltered_by_home(PlaceId place) const {
    return impl_->sheltered_by_home(place);
}
Persons Population::displaced(GroupId group) const { return impl_->displaced(group); }
PopulationTotals Population::totals() const { return impl_->totals(); }
void Population::check_conservation() const { impl_->check_conservation(); }
void Population::hash(StateHash& h) const { impl_->hash(h); }

}  // namespace forestall
