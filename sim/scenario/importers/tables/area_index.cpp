// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/area_index.hpp"

#define BOOST_ALLOW_DEPRECATED_HEADERS  // of Boost's own: it includes one and would say so

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <boost/geometry.hpp>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <cmath>
#include <numbers>

namespace forestall {
namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>;
using Polygon = bg::model::polygon<Point>;
using Polygons = bg::model::multi_polygon<Polygon>;
using Box = bg::model::box<Point>;

constexpr double km_per_degree = 111.195;  // of latitude, on a sphere of 6371 km

Polygon polygon_of(const Patch& patch) {
    Polygon out;
    const auto copy = [](const Ring& from, auto& to) {
        for (const LonLat& p : from) bg::append(to, Point(p.longitude, p.latitude));
    };
    copy(patch.outer, out.outer());
    out.inners().resize(patch.holes.size());
    for (std::size_t i = 0; i < patch.holes.size(); ++i) copy(patch.holes[i], out.inners()[i]);
    bg::correct(out);
    return out;
}

Polygons polygons_of(const Area& area) {
    Polygons out;
    for (const Patch& patch : area.patches) out.push_back(polygon_of(patch));
    return out;
}

/// km from a point to a shape that does not hold it, on the plane that touches the globe there.
double km_to(const Polygons& shape, const Point& point) {
    const double narrow = std::cos(point.y() * std::numbers::pi / 180);
    const bg::strategy::transform::scale_transformer<double, 2, 2> scale(narrow, 1.0);
    Polygons scaled;
    Point scaled_point;
    bg::transform(shape, scaled, scale);
    bg::transform(point, scaled_point, scale);
    return bg::distance(scaled_point, scaled) * km_per_degree;
}

double ring_square_km(const Ring& ring) {
    GeographicLib::PolygonArea polygon(GeographicLib::Geodesic::WGS84());
    for (const LonLat& p : ring) polygon.AddPoint(p.latitude, p.longitude);
    double around = 0;
    double square_metres = 0;
    polygon.Compute(false, true, around, square_metres);
    return std::abs(square_metres) / 1e6;
}

}  // namespace

struct AreaIndex::Shapes {
    std::vector<Polygons> polygons;
    std::vector<Box> boxes;
};

AreaIndex::AreaIndex(std::span<const Area> areas) {
    auto shapes = std::make_unique<Shapes>();
    for (const Area& area : areas) {
        shapes->polygons.push_back(polygons_of(area));
        shapes->boxes.push_back(bg::return_envelope<Box>(shapes->polygons.back()));
    }
    shapes_ = std::move(shapes);
}

AreaIndex::~AreaIndex() = default;
AreaIndex::AreaIndex(AreaIndex&&) noexcept = default;
AreaIndex& AreaIndex::operator=(AreaIndex&&) noexcept = default;

std::optional<std::size_t> AreaIndex::holding(LonLat point) const {
    const Point p(point.longitude, point.latitude);
    for (std::size_t i = 0; i < shapes_->boxes.size(); ++i)
        if (bg::covered_by(p, shapes_->boxes[i]) && bg::covered_by(p, shapes_->polygons[i]))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> AreaIndex::nearest(LonLat point, double km) const {
    if (const auto found = holding(point)) return found;
    const Point p(point.longitude, point.latitude);
    std::optional<std::size_t> out;
    for (std::size_t i = 0; i < shapes_->boxes.size(); ++i) {
        Polygons box;
        box.resize(1);
        bg::convert(shapes_->boxes[i], box.front());
        if (km_to(box, p) > km) continue;
        const double far = km_to(shapes_->polygons[i], p);
        if (far > km) continue;
        km = far;
        out = i;
    }
    return out;
}

bool is_sound(const Area& area) { return bg::is_valid(polygons_of(area)); }

LonLat point_in(const Area& area) {
    const LonLat first = area.patches.front().outer.front();
    Point out(first.longitude, first.latitude);  // of an area without a width it stays
    bg::point_on_surface(polygons_of(area), out);
    return {out.x(), out.y()};
}

double square_km(const Area& area) {
    double out = 0;
    for (const Patch& patch : area.patches) {
        out += ring_square_km(patch.outer);
        for (const Ring& hole : patch.holes) out -= ring_square_km(hole);
    }
    return out;
}

}  // namespace forestall
