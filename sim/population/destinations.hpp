// SPDX-License-Identifier: Apache-2.0
// The choice sets of a day: which places one may flee to, and with what weights, given where one is
// and where home is. Refreshed once a day.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "population/parameters.hpp"
#include "population/surroundings.hpp"
#include "world/world.hpp"

namespace forestall {

/// How many people of each home place are sheltered where: the kin that pull others after them.
/// Only pairs of places that have any are kept, so that memory grows with those who fled and not
/// with the square of places.
class KinStock {
public:
    struct Kin {
        std::uint32_t place = 0;
        Persons persons = 0;  ///< not 0
    };

    explicit KinStock(std::size_t places) : of_home_(places), away_(places) {}
    void add(std::size_t home_place, std::size_t at, Persons n);
    /// Ascending by place.
    std::span<const Kin> of(std::size_t home_place) const { return of_home_[home_place]; }
    Persons away(std::size_t home_place) const { return away_[home_place]; }

private:
    std::vector<std::vector<Kin>> of_home_;
    std::vector<Persons> away_;
};

class Destinations {
public:
    Destinations(const World& world, const PopulationParameters& parameters);

    /// Candidate places, ascending.
    std::span<const std::uint32_t> candidates() const { return candidates_; }
    /// Today's pull of each candidate from what does not depend on who asks.
    void refresh(const Surroundings& seen, std::span<const Persons> sheltered);
    /// Weights over candidates() for someone at `from` whose home is `home`; all zero when there is
    /// nowhere to go. Who is on the road may stay where it led; who sets out may not. Caches by
    /// `from`: callers in parallel must differ in `from`.
    void weights(const Surroundings& seen, const KinStock& kin, std::size_t from, std::size_t home,
                 bool may_stay, std::vector<double>& out);

private:
    void set_masses();
    std::span<const double> nearness(const Surroundings& seen, std::size_t from);
    std::span<const double> searched_nearness(const Surroundings& seen, std::size_t from);
    double near_at(PathCost cost) const;

    const World* world_;
    PopulationParameters parameters_;
    std::vector<std::uint32_t> candidates_;
    std::vector<std::uint32_t> slot_;  ///< by place: its position in candidates_, or their number
    std::vector<double> mass_;         ///< size term, fixed
    std::vector<double> pull_;         ///< mass × room × open, of the day
    std::vector<std::vector<double>> near_;    ///< by from place: nearness of each candidate
    std::vector<std::uint64_t> near_version_;  ///< state of the paths a row was made for
    std::size_t near_rows_ =
        0;  ///< where paths are made when wanted: rows kept, at most `most_near`
    std::size_t most_near_ = 0;
};

}  // namespace forestall
