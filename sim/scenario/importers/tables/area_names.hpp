// SPDX-License-Identifier: Apache-2.0
// Whom the names in somebody else's table mean: areas by code or name, places, regions, countries.
#pragma once
#include <map>
#include <span>
#include <string>

#include "scenario/observed/geography.hpp"

namespace forestall {

struct Meant {
    enum class What { unknown, outside, area, spot } what = What::unknown;
    const AreaRow* area = nullptr;  ///< of `area` and `outside`
    Spot spot;  ///< of `spot`; of an area with one place that place, else its region
};

/// Names are compared as folded_name() has them. Codes come first, then names of areas, places,
/// regions, countries. Of areas with one name the first is meant.
class AreaNames {
public:
    /// Both live longer than this.
    AreaNames(const Geography& geography, std::span<const AreaRow> areas);
    Meant find(const std::string& name) const;

private:
    std::map<std::string, Meant> by_name_;
};

}  // namespace forestall
