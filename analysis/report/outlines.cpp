// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/outlines.hpp"

#include <nlohmann/json.hpp>

#include "analysis/report/assets.hpp"

namespace forestall::report {
namespace {

using Point = std::pair<double, double>;

/// Steps x, y, dx, dy, … as points.
Points points_of(const nlohmann::json& steps, double unit) {
    Points out;
    long x = 0, y = 0;
    for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
        x += steps[i].get<long>();
        y += steps[i + 1].get<long>();
        out.emplace_back(unit * static_cast<double>(x), unit * static_cast<double>(y));
    }
    return out;
}

/// The part of a ring with `part` of each point at or above `least`. Source: Sutherland & Hodgman
/// 1974.
template <class Part>
Points cut(const Points& ring, double least, const Part& part) {
    Points out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i == 0 ? ring.size() - 1 : i - 1], &b = ring[i];
        const double from = part(a) - least, to = part(b) - least;
        if ((from >= 0) != (to >= 0)) {
            const double share = from / (from - to);
            out.emplace_back(a.first + share * (b.first - a.first),
                             a.second + share * (b.second - a.second));
        }
        if (to >= 0) out.push_back(b);
    }
    return out;
}

}  // namespace

std::vector<Points> outlines_within(const Range& longitude, const Range& latitude) {
    const auto file = nlohmann::json::parse(country_outlines());
    const double unit = file.at("unit");
    std::vector<Points> out;
    for (const auto& country : file.at("countries"))
        for (const auto& steps : country.at("rings")) {
            Points ring = points_of(steps, unit);
            ring = cut(ring, longitude.low, [](const Point& p) { return p.first; });
            ring = cut(ring, -longitude.high, [](const Point& p) { return -p.first; });
            ring = cut(ring, latitude.low, [](const Point& p) { return p.second; });
            ring = cut(ring, -latitude.high, [](const Point& p) { return -p.second; });
            if (ring.size() > 2) out.push_back(std::move(ring));
        }
    return out;
}

}  // namespace forestall::report
