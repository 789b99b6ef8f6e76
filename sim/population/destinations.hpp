// SPDX-License-Identifier: Apache-2.0
// The choice sets of a day: which places one may flee to, and with what weights, given where one is and where home is.
// Refreshed once a day.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "population/parameters.hpp"
#include "population/surroundings.hpp"
#include "world/world.hpp"

namespace forestall {

/// How many people of each home place are sheltered where: the kin that pull others after them.
class KinStock {
public:
    explicit KinStock(std::size_t places) : places_(places), of_home_(places * places), away_(places) {}
    void add(std::size_t home_place, std::size_t at, Persons n) {
        of_home_[home_place * places_ + at] += n;
        away_[home_place] += n;
    }
    /// By place.
    std::span<const Persons> of(std::size_t home_place) const {
        return std::span(of_home_).subspan(home_place * places_, places_);
    }
    Persons away(std::size_t home_place) const { return away_[home_place]; }

private:
    std::size_t places_;
    std::vector<Persons> of_home_;  ///< [home][place]
    std::vector<Persons> away_;
};

class Destinations {
public:
    Destinations(const World& world, const PopulationParameters& parameters);

    /// Candidate places, ascending.
    std::span<const std::uint32_t> candidates() const { return candidates_; }
    /// Today's pull of each candidate from what does not depend on who asks.
    void refresh(const Surroundings& seen, std::span<const Persons> sheltered);
    /// Weights over candidates() for someone at `from` whose home is `home`; all zero when there is nowhere to go.
    /// Who is on the road may stay where it led; who sets out may not. Caches by `from`: callers in parallel must
    /// differ in `from`.
    void weights(const Surroundings& seen, const KinStock& kin, std::size_t from, std::size_t home, bool may_stay,
                 std::vector<double>& out);

private:
    void set_masses();
    std::span<const double> nearness(const Surroundings& seen, std::size_t from);

    const World* world_;
    PopulationParameters parameters_;
    std::vector<std::uint32_t> candidates_;
    std::vector<double> mass_;                 ///< size term, fixed
    std::vector<double> pull_;                 ///< mass × room × open, of the day
    std::vector<std::vector<double>> near_;    ///< by from place: nearness of each candidate
    std::vector<std::uint64_t> near_version_;  ///< state of the paths a row was made for
};

}  // namespace forestall
