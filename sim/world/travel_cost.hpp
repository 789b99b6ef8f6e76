// SPDX-License-Identifier: Apache-2.0
// What a way costs someone who flees, and which ways are open on a day. Rule: an open arc costs its
// kilometres, raised in proportion to danger at its far end, plus a fixed number of kilometres for
// crossing a border; a closed one has no way. Reads the World's routes and closures and danger by
// place; writes arc costs for SafePaths.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/units.hpp"
#include "world/paths.hpp"
#include "world/world.hpp"

namespace forestall {

struct TravelTerms {
    double danger_factor =
        0;                 ///< a kilometre towards danger 1 counts as 1 + danger_factor kilometres
    double border_km = 0;  ///< kilometres that crossing a border counts as
    /// Extra kilometres for those who cross a closed border all the same, by night and footpath; 0:
    /// nobody does.
    double closed_border_km = 0;
    /// Grades of danger that people tell apart: danger is rounded to multiples of 1 /
    /// danger_grades, so that ways (and the work of keeping them) stay put while danger drifts
    /// within a grade. 0: not rounded.
    std::uint32_t danger_grades = 0;
};

/// Dearest an open arc can be: once round the Earth. Ways of up to 1,073 such arcs fit PathCost.
inline constexpr PathCost dearest_arc = 40'000 * cost_per_km;

/// Cost of one arc, from 1 to `dearest_arc`, or `unreachable` when closed. `danger` is a share
/// (clamped).
PathCost travel_cost(double km, bool open, double danger, bool crosses_border,
                     const TravelTerms& terms);

/// Which arcs the World's closures leave open on a day. A closed place cannot be entered (it can be
/// left), a closed route not passed either way, a closed border not crossed in the one direction
/// (but at a price, see TravelTerms). A value; the schedule is shared.
class OpenState {
public:
    /// At day 0.
    explicit OpenState(const World& world);

    /// Days on which the state differs from the day before, in order; days up to 0 are left out.
    std::span<const Day> change_days() const;
    /// Goes to any day >= 0, forwards or backwards. Returns whether an arc or a place opened or
    /// closed.
    bool set_day(Day day);

    Day day() const { return day_; }
    bool open(std::size_t arc) const { return open_[arc] == 1; }
    /// Closed by nothing but a border closure.
    bool closed_border_only(std::size_t arc) const { return open_[arc] == 2; }
    /// Not shut to newcomers.
    bool place_open(PlaceId place) const { return place_open_[index(place)] != 0; }
    /// One entry per arc: 0 closed, 1 open, 2 closed by a border closure only.
    std::span<const std::uint8_t> arcs() const { return open_; }

private:
    struct Schedule;
    std::shared_ptr<const Schedule> schedule_;
    std::vector<std::uint8_t> open_;
    std::vector<std::uint8_t> place_open_;
    Day day_ = 0;
};

/// Costs of all arcs; `danger` has a share per place, `costs` an entry per arc.
void travel_costs(const World& world, const OpenState& state, std::span<const double> danger,
                  const TravelTerms& terms, std::span<PathCost> costs);

}  // namespace forestall
