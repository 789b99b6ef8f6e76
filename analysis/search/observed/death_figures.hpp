// SPDX-License-Identifier: Apache-2.0
// Deaths by kind, month and place, in one layout for what was observed and for each member of an
// ensemble, so that the two can be compared figure by figure.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/search/fact_members.hpp"
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
    /// Whether all days of a month (from 0) lie in the period.
    bool whole(std::size_t month) const;
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
    std::int32_t start_ = 0;  ///< days since 1970-01-01
    Month first_ = 0;
    std::size_t months_ = 0;
    std::vector<std::string> spots_;
    std::vector<std::size_t> by_place_;
};

struct DeathFigures {
    std::vector<double> deaths;  ///< persons; dims kind, month, spot
    std::vector<bool> watched;   ///< dims kind, month: somebody looked, and the month is whole
    std::vector<double> low;     ///< as `deaths`; of a member the same numbers
    std::vector<double> high;
    /// Share of what the source counts, dims kind, month: the least of the month's rows; none: one
    /// of them does not say, or there is none. A member has all.
    std::vector<std::optional<double>> coverage;
};

/// Rows of months outside of the period are not in it. `deaths` are the best estimates. A month of
/// which the period has a part is not watched: its row is of the whole month.
DeathFigures observed_deaths(const DeathLayout& layout, std::span<const DeathsRow> rows);

/// Deaths at home by battles, one-sided and communal violence, in UCDP's kinds: fighting of two
/// actors of which neither is of the state is communal, and by one-sided violence only civilians
/// die. Of the state are governments, security forces and external patrons, from a takeover on who
/// took power and no longer who lost it. Reported: fighters as they fell, civilians as observers
/// report them; scheduled violence does not say who died, so all of it counts. An event without a
/// date lies on the first day of its step. Every whole month is watched.
DeathFigures member_deaths(const DeathLayout& layout, const RunDetail& detail,
                           Counting counting = Counting::happened);

}  // namespace forestall::analysis
