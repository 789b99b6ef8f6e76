// SPDX-License-Identifier: Apache-2.0
// How well a number tells readings before an onset from quiet ones: the curve of the share of the
// one against the share of the other above each level (receiver operating characteristic), and the
// area under it. Members are drawn whole, for readings of one member go together.
#pragma once
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

/// Shares of readings at or above a level.
struct RocPoint {
    double level = 0;
    double quiet = 0;   ///< of those before none: false positives
    double caught = 0;  ///< of those before an onset: true positives
};

class Ranking {
public:
    explicit Ranking(std::size_t members) : members_(members) {}
    void add(std::size_t member, double value, bool onset) {
        items_.push_back({value, member, onset});
        sorted_ = false;
    }

    /// Chance that a reading before an onset is higher than a quiet one, ties counted half, among
    /// the readings of these members, each as often as it is named; NaN without either kind.
    double area(std::span<const std::size_t> members);
    /// Share of the readings before an onset above the level that this share of the quiet ones
    /// passes, linear between levels; NaN without either kind.
    double caught(std::span<const std::size_t> members, double quiet);
    /// The curve of all members from the highest level down, thinned to about `most` points; the
    /// first is of nothing, the last of all. Empty without either kind.
    std::vector<RocPoint> curve(std::size_t most);

private:
    struct Item {
        double value;
        std::size_t member;
        bool onset;
    };
    /// Readings of one value, before an onset and quiet; from the highest value down.
    template <class Each>
    void for_levels(std::span<const std::size_t> members, const Each& each);
    std::size_t members_;
    bool sorted_ = true;
    std::vector<Item> items_;
};

/// The area of readings that each stand alone.
double area_under_curve(const std::vector<std::pair<double, bool>>& readings);

}  // namespace forestall::analysis
