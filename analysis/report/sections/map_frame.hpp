// SPDX-License-Identifier: Apache-2.0
// The empty map that several drawings begin with: outlines of countries, places at their
// coordinates, routes between them, and a strip for the key of sizes at the bottom. Distances are
// true in both directions.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections/labels.hpp"

namespace forestall::report {

/// One circle of a key: what it stands for, and how it is drawn.
struct SizeMark {
    std::string words;
    double radius = 0;  ///< pixels
    std::string_view colour;
    bool hollow = false;
};

class MapFrame {
public:
    MapFrame(const Findings& findings, const Context& context);
    /// With outlines and routes drawn. The outlines are those of `definitions`, which must be on
    /// the page once.
    Plot plot(const std::string& label) const;
    std::string definitions() const;
    bool has_outlines() const { return !land_.empty(); }
    /// Puts circles with their words into the strip at the bottom, from the left, as far as they
    /// fit.
    static void add_key(Plot& plot, const std::vector<SizeMark>& marks);
    /// Names of places go here.
    Labels labels() const;

private:
    Plot empty(const std::string& label) const;
    const std::vector<LocationLabel>& places_;
    const Context& context_;
    std::map<std::string, std::size_t> at_;
    Range latitude_, longitude_;
    double height_ = 0;
    std::vector<Points> land_;
};

/// The box that maps show of these places, in degrees: every place inside, no side of no length.
struct MapBox {
    Range longitude, latitude;
    double squeeze = 1;  ///< a degree east over a degree north, as distances
};
MapBox box_of(const std::vector<LocationLabel>& places);

/// 1, 2 or 5 times a power of ten, at most `most`.
double round_below(double most);

}  // namespace forestall::report
