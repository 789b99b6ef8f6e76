// SPDX-License-Identifier: Apache-2.0
// Lines of options can be told apart, names on drawings lie inside and not over each other, maps
// show all of a place.
#include "analysis/report/plot.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>
#include <tuple>

#include "analysis/report/outlines.hpp"
#include "analysis/report/sections/labels.hpp"
#include "analysis/report/sections/map_frame.hpp"

namespace forestall::report {
namespace {

TEST(OptionStyle, NoTwoOptionsShareOne) {
    for (const std::size_t baseline : {0U, 7U, 599U}) {
        std::set<std::tuple<std::string_view, std::string, std::size_t>> styles;
        for (std::size_t o = 0; o < 600; ++o) {
            const OptionStyle s = option_style(o, baseline);
            EXPECT_TRUE(styles.insert({s.colour, s.dashes, s.marker}).second) << o;
        }
    }
}

TEST(OptionStyle, NeighboursCanBeToldApartWithoutColour) {
    for (std::size_t o = 2; o < 30; ++o) {
        const OptionStyle a = option_style(o - 1, 0), b = option_style(o, 0);
        EXPECT_NE(a.dashes, b.dashes) << o;
        EXPECT_NE(a.marker, b.marker) << o;
        EXPECT_NE(a.colour, b.colour) << o;
    }
}

TEST(Ticks, AreInTheRangeAndEnd) {
    EXPECT_EQ(ticks({0, 10}, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(ticks({3, 3}, 5), std::vector<double>{3});
    const double large = 1e300;
    EXPECT_EQ(ticks({large, std::nextafter(large, 2e300)}, 5), std::vector<double>{large})
        << "where the next double is further than a step";
}

TEST(Outlines, AreThereWhereThereIsLandAndStayInTheBox) {
    const Range east{14, 28}, north{2, 11};  // the Central African Republic
    const auto rings = outlines_within(east, north);
    ASSERT_GT(rings.size(), 3U);
    for (const Points& ring : rings)
        for (const auto& [lon, lat] : ring) {
            EXPECT_GE(lon, east.low - 1e-9);
            EXPECT_LE(lon, east.high + 1e-9);
            EXPECT_GE(lat, north.low - 1e-9);
            EXPECT_LE(lat, north.high + 1e-9);
        }
    EXPECT_TRUE(outlines_within({-31, -29}, {9, 11}).empty()) << "open sea";
}

/// Boxes of the texts in a drawing of letters 6.2 pixels wide, anchored in their middle.
std::vector<Labels::Box> boxes_of(const std::string& svg) {
    std::vector<Labels::Box> out;
    const std::regex text(
        "<text x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" text-anchor=\"middle\" class=\"place\">([^<]*)<");
    for (auto at = std::sregex_iterator(svg.begin(), svg.end(), text); at != std::sregex_iterator();
         ++at) {
        const double x = std::stod((*at)[1]), y = std::stod((*at)[2]),
                     half = length_of((*at)[3]) / 2;
        out.push_back({x - half, y - 9, x + half, y + 3});
    }
    return out;
}

TEST(Labels, LieInsideAndNotOverEachOther) {
    Plot plot("", 300, 200, {0, 1}, {0, 1}, {10, 10, 10, 10});
    Labels labels({0, 0, 300, 200});
    std::size_t placed = 0;
    for (const double x : {0.0, 0.02, 0.5, 0.98, 1.0})
        for (const double y : {0.0, 0.5, 0.53, 1.0})
            placed += labels.add(plot, x, y, 12, "Bangassou-Nord") ? 1 : 0;
    const auto boxes = boxes_of(plot.svg());
    EXPECT_EQ(boxes.size(), placed);
    EXPECT_GT(placed, 6U);
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        EXPECT_GE(boxes[a][0], -0.1);
        EXPECT_LE(boxes[a][2], 300.1);
        EXPECT_GE(boxes[a][1], -0.1);
        EXPECT_LE(boxes[a][3], 200.1);
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_FALSE(boxes[a][0] < boxes[b][2] - 0.1 && boxes[b][0] < boxes[a][2] - 0.1 &&
                         boxes[a][1] < boxes[b][3] - 0.1 && boxes[b][1] < boxes[a][3] - 0.1);
    }
}

Findings places(const std::vector<std::pair<double, double>>& at) {
    Findings out;
    for (const auto& [lat, lon] : at) {
        LocationLabel p;
        p.name = fmt::format("p{}", out.header.locations.size());
        p.latitude = lat;
        p.longitude = lon;
        out.header.locations.push_back(p);
    }
    return out;
}

TEST(MapFrame, KeepsTheLargestCircleOfEveryPlaceInside) {
    for (const auto& at : {std::vector<std::pair<double, double>>{{4, 18}, {8, 23}},
                           std::vector<std::pair<double, double>>{{0, 0}, {40, 1}},
                           std::vector<std::pair<double, double>>{{0, 0}, {0.1, 30}},
                           std::vector<std::pair<double, double>>{{5, 5}}}) {
        const Findings f = places(at);
        const Context context;
        const Plot plot = MapFrame(f, context).plot("");
        for (const auto& [lat, lon] : at) {
            EXPECT_GE(plot.x(lon), 22);
            EXPECT_LE(plot.x(lon), plot.width() - 22);
            EXPECT_GE(plot.y(lat), 22);
            EXPECT_LE(plot.y(lat), plot.height() - 22);
        }
    }
}

TEST(MapFrame, HasOneScaleInBothDirections) {
    const Findings f = places({{0, 0}, {40, 1}});
    const Context context;
    const Plot plot = MapFrame(f, context).plot("");
    const double north = plot.y(20) - plot.y(21), east = plot.x(1) - plot.x(0);
    EXPECT_NEAR(east / north, std::cos(20 * 3.14159265358979 / 180), 0.001);
}

TEST(MapFrame, RoundsTheSizesOfItsKeyDown) {
    EXPECT_EQ(round_below(143), 100);
    EXPECT_EQ(round_below(50), 50);
    EXPECT_NEAR(round_below(0.37), 0.2, 1e-12);
    EXPECT_EQ(round_below(0), 0);
}

}  // namespace
}  // namespace forestall::report
