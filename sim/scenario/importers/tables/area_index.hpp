// SPDX-License-Identifier: Apache-2.0
// Which area a point lies in. Points and corners are taken as on a plane of degrees: right for
// areas that do not cross the antimeridian or hold a pole, whose sides are short.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "scenario/importers/tables/geojson.hpp"

namespace forestall {

class AreaIndex {
public:
    explicit AreaIndex(std::span<const Area> areas);
    ~AreaIndex();
    AreaIndex(AreaIndex&&) noexcept;
    AreaIndex& operator=(AreaIndex&&) noexcept;

    /// Position of the area that holds the point, borders included; of several, the first.
    std::optional<std::size_t> holding(LonLat point) const;
    /// The same; of a point that none holds, the nearest within so many km: outlines are coarse,
    /// and what lies on a coast may be off it.
    std::optional<std::size_t> nearest(LonLat point, double km) const;

private:
    struct Shapes;
    std::unique_ptr<const Shapes> shapes_;
};

/// How far off all areas a point may lie that counts as in the nearest.
inline constexpr double outline_slack_km = 10;

/// Whether no outline of the area crosses itself or another of the same area.
bool is_sound(const Area& area);

/// A point in the area, off its border where it has a width.
LonLat point_in(const Area& area);
/// Of the ellipsoid, holes left out.
double square_km(const Area& area);

}  // namespace forestall
