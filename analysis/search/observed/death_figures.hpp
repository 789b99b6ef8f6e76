// SPDX-License-Identifier: Apache-2.0
// Deaths by kind, month and place, in one layout for what was observed and for each member of an
// ensemble, so that the two can be compared figure by figure.
#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/outcome.hpp"
#include "scenario/observed/observations.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// How finely places are told apart.
enum class Grain : std::uint8_t { scenario, region, location };

/// Months of a world's period and its places at home. The last spot is "": deaths that are known to
/// no spot of this grain. Without a period of days: no months.
class DeathLayout {
public:
    DeathLayout(const World& world, Grain grain);

    const World& world() const { return world_; }
    Month first_month() const { return first_; }
    std::size_t months() const { return months_; }
    const std::vector<std::string>& spots() const { return spots_; }
    /// Position in a table of dims kind, month, spot.
    std::size_t at(ViolenceKind kind, std::size_t month, std::size_t spot) const;
    std::size_t size() const { return violence_words.size() * months_ * spots_.size(); }
    /// Of places by id; places abroad are in the last.
    std::size_t spot_of(PlaceId place) const { return by_place_[index(place)]; }
    std::size_t spot_of(const Spot& where) const;

private:
    const World& world_;
    Grain grain_;
    Month first_ = 0;
    std::size_t months_ = 0;
    std::vector<std::string> spots_;
    std::vector<std::size_t> by_place_;
};

struct DeathFigures {
    std::vector<double> deaths;  ///< persons; dims kind, month, spot
    std::vector<bool> watched;   ///< dims kind, month: somebody looked
};

/// Rows of months outside of the period are not in it. The best estimates.
DeathFigures observed_deaths(const DeathLayout& layout, std::span<const DeathsRow> rows);

/// All deaths of battles, one-sided and communal violence, fighters and civilians, as UCDP counts
/// them. An event without a date lies on the first day of its step. Every month is watched.
DeathFigures member_deaths(const DeathLayout& layout, const RunDetail& detail);

}  // namespace forestall::analysis
