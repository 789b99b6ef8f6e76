// SPDX-License-Identifier: Apache-2.0
// Whom the names in somebody else's table mean: areas by code or name, places, regions, countries.
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "scenario/observed/geography.hpp"

namespace forestall {

struct Meant {
    enum class What { unknown, ambiguous, outside, area, spot } what = What::unknown;
    const AreaRow* area = nullptr;  ///< of `area` and `outside`
    /// Of `spot` what has the name; of an area its one place, or its region if it is all of it.
    Spot spot;
    /// Of an area that is neither: its places; none, and no spot: it is a part of its region in
    /// which the scenario has no place.
    std::vector<std::string> places = {};
};

/// Names are compared as folded_name() has them. Codes come first, then names of areas, and what is
/// neither is a place, a region or a country. What two areas, or a place and a region of more than
/// that place, are called is ambiguous.
class AreaNames {
public:
    /// Both live longer than this.
    AreaNames(const Geography& geography, std::span<const AreaRow> areas);
    Meant find(const std::string& name) const;

private:
    std::map<std::string, Meant> by_name_;
};

}  // namespace forestall
